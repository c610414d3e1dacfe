import {describe, expect, it} from 'vitest';
import {claudeCodeRouter} from '../../../source/setups/foreign/claude-code-router.ts';

const now = Date.UTC(2026, 10, 21);
const settings = (value: object) => [{key: 'default', value_json: JSON.stringify(value)}];
const key = (more: object) => ({id: 'key-1', encrypted_key: 'ccr-one', encryption: 'plain', expires_at: '', ...more});
const read = (app_config: Record<string, string>[] | null, ...api_keys: Record<string, string>[]) => {
	const [source] = claudeCodeRouter.sources;
	if (source?.kind !== 'database') throw new Error('its database comes first');
	const {found, left} = source.read({app_config, api_keys}, now);
	return [found.map(({env}) => [env['ANTHROPIC_BASE_URL'], env['ANTHROPIC_AUTH_TOKEN']]), left];
};

describe("claude-code-router's database", () => {
	it('gives the port of the gateway, else the older one, else the usual', () => {
		expect(read(settings({PORT: 1, gateway: {port: 4571}}), key({}))).toEqual([[['http://127.0.0.1:4571', 'ccr-one']], []]);
		expect(read(settings({PORT: 4000}), key({}))).toEqual([[['http://127.0.0.1:4000', 'ccr-one']], []]);
		for (const none of [{}, {PORT: 'x'}]) expect(read(settings(none), key({}))).toEqual([[['http://127.0.0.1:3456', 'ccr-one']], []]);
	});

	it('gives the first key for clients that is still good', () => {
		const keys = [
			key({id: 'profile:default-claude-code', encrypted_key: 'its-own'}),
			key({id: 'a', encrypted_key: 'over', expires_at: '2026-11-20T00:00:00.000Z'}),
			key({id: 'b', encrypted_key: 'hidden', encryption: 'safe-storage'}),
			key({id: 'c', encrypted_key: 'good', expires_at: '2026-11-22T00:00:00.000Z'}),
		];
		expect(read(settings({}), ...keys)).toEqual([[['http://127.0.0.1:3456', 'good']], []]);
		expect(read(settings({}), ...keys.slice(0, 3))).toEqual([[], [expect.stringMatching(/^holds no key/)]]);
	});

	it('names the model of the preferred provider for every size, as claude has to ask for it', () => {
		const [source] = claudeCodeRouter.sources;
		const Providers = [
			{name: 'off', enabled: false, models: ['n']},
			{name: 'a', models: ['m', 's']},
			{name: 'b', models: ['k']},
		];
		const env = (preferredProvider: string) =>
			source?.kind === 'database' &&
			source.read({app_config: settings({Providers, preferredProvider}), api_keys: [key({})]}, now).found[0]?.env;
		expect(env('b')).toMatchObject({ANTHROPIC_MODEL: 'b/k', ANTHROPIC_DEFAULT_HAIKU_MODEL: 'b/k', ANTHROPIC_DEFAULT_OPUS_MODEL: 'b/k'});
		expect(env('')).toMatchObject({ANTHROPIC_MODEL: 'a/m', ANTHROPIC_DEFAULT_SONNET_MODEL: 'a/m'});
	});

	it.each([[null], [[]], [[{key: 'default', value_json: '{'}]]])('leaves %j', app => {
		expect(read(app, key({}))).toEqual([[], [expect.stringMatching(/^holds no settings$/)]]);
	});
});
