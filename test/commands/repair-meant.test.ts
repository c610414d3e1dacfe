import {describe, expect, it} from 'vitest';
import {examine} from '../../source/commands/examine.ts';
import {type Meant, meant} from '../../source/commands/repair/meant.ts';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';

const consoleKey = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;
const openrouter = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
const other = 'sk-some-gateway-0123456789';
const login = JSON.stringify({
	claudeAiOauth: {
		accessToken: `sk-ant-oat01-${'a'.repeat(40)}`,
		refreshToken: `sk-ant-ort01-${'b'.repeat(40)}`,
		expiresAt: Date.UTC(2027, 1, 1),
		scopes: ['user:inference'],
		subscriptionType: 'max',
	},
});

async function on(variables: PretendOptions['variables'] = {}, files: PretendOptions['files'] = {}): Promise<Meant> {
	return meant(await examine(pretend({cwd: '/work', variables, files})));
}

/** In a word each: what is kept, for which address, in which header. */
function inWords(found: Meant): unknown {
	switch (found.state) {
		case 'meant': {
			const {held, baseUrl, auth, addressBy} = found.candidate;
			return [held.what === 'key' ? (held.found?.shape.id ?? 'unknown') : held.what, baseUrl, auth, addressBy];
		}
		case 'unclear':
			return ['unclear', found.candidates.length];
		case 'on-purpose':
		case 'nothing':
			return found.state;
	}
}

describe('the credential that is meant', () => {
	it.each([
		['a Console key in either variable', {ANTHROPIC_AUTH_TOKEN: consoleKey}, ['anthropic-api', null, 'x-api-key', 'user']],
		[
			'the key of the address among others',
			{ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_AUTH_TOKEN: openrouter, ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'},
			['openrouter', 'https://openrouter.ai/api', 'bearer', 'user'],
		],
		[
			'the only one that a gateway could take',
			{ANTHROPIC_API_KEY: other, ANTHROPIC_AUTH_TOKEN: consoleKey, ANTHROPIC_BASE_URL: 'https://gw.example'},
			['sk-generic', 'https://gw.example', 'x-api-key', 'user'],
		],
		[
			'a real one before a stand-in',
			{ANTHROPIC_API_KEY: 'dummy', ANTHROPIC_AUTH_TOKEN: other, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'},
			['sk-generic', 'http://127.0.0.1:9', 'bearer', 'user'],
		],
		[
			'a stand-in where nothing else is',
			{ANTHROPIC_API_KEY: 'dummy', ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'},
			['unknown', 'http://127.0.0.1:9', 'x-api-key', 'user'],
		],
		[
			'a key whose shape names its one issuer',
			{ANTHROPIC_API_KEY: openrouter},
			['openrouter', 'https://openrouter.ai/api', 'x-api-key', 'issuer'],
		],
		['a key under quotes that came along', {ANTHROPIC_API_KEY: `"${consoleKey}"`}, ['anthropic-api', null, 'x-api-key', 'user']],
		['nothing where only samples are', {ANTHROPIC_API_KEY: 'your-api-key-here'}, 'nothing'],
		[
			'two keys that an address could take: unclear',
			{ANTHROPIC_API_KEY: `${other}a`, ANTHROPIC_AUTH_TOKEN: `${other}b`, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'},
			['unclear', 2],
		],
		[
			'a key of Anthropic at another vendor: unclear',
			{ANTHROPIC_AUTH_TOKEN: consoleKey, ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'},
			['unclear', 1],
		],
		[
			'a cloud in use on purpose',
			{
				CLAUDE_CODE_USE_BEDROCK: '1',
				AWS_REGION: 'us-east-1',
				AWS_BEARER_TOKEN_BEDROCK: `ABSK${'a'.repeat(110)}`,
				ANTHROPIC_API_KEY: consoleKey,
			},
			'on-purpose',
		],
	])('is %s', async (_, variables, expected) => {
		expect(inWords(await on(variables))).toEqual(expected);
	});

	it('is the login where variables hold nothing of use', async () => {
		expect(inWords(await on({ANTHROPIC_API_KEY: 'your-api-key-here'}, {'~/.claude/.credentials.json': login}))).toEqual([
			'login',
			null,
			'x-api-key',
			'user',
		]);
	});

	it('is unclear with a login and a key that both could go to Anthropic', async () => {
		expect(inWords(await on({ANTHROPIC_API_KEY: consoleKey}, {'~/.claude/.credentials.json': login}))).toEqual(['unclear', 2]);
	});

	it('is found in a startup file that this terminal has not read', async () => {
		const files = {'~/.zshrc': `export ANTHROPIC_AUTH_TOKEN=${openrouter}\nexport ANTHROPIC_BASE_URL=https://openrouter.ai/api\n`};
		expect(inWords(await on({}, files))).toEqual(['openrouter', 'https://openrouter.ai/api', 'bearer', 'user']);
	});

	it("is nobody's where a project decides the address", async () => {
		const files = {'/work/.claude/settings.json': JSON.stringify({env: {ANTHROPIC_BASE_URL: 'https://evil.example'}})};
		expect(inWords(await on({ANTHROPIC_AUTH_TOKEN: openrouter}, files))).toBe('on-purpose');
	});

	it('is not what only a project holds', async () => {
		const files = {'/work/.env': `ANTHROPIC_API_KEY=${consoleKey}\n`};
		expect(inWords(await on({}, files))).toBe('nothing');
	});
});
