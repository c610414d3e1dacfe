import {describe, expect, it} from 'vitest';
import {proveKey} from '../../source/claude/prove-key.ts';
import {Secret} from '../../source/credentials/secret.ts';
import type {Call, Reply} from '../../source/machine/machine.ts';
import {builtIn} from '../../source/providers/index.ts';
import {keyProof} from '../../source/providers/key-proof.ts';

const proof = (id: string, base: string | null = null) => {
	const provider = builtIn.named(id);
	if (provider === null) throw new Error(id);
	return keyProof(provider, base);
};

describe('the proof of a key', () => {
	it.each([
		['openrouter', null, 'https://openrouter.ai/api/v1/key', 'authorization', 'Bearer '],
		['zai', 'https://api.z.ai/api/anthropic', 'https://api.z.ai/api/monitor/usage/quota/limit', 'authorization', ''],
		['anthropic', null, 'https://api.anthropic.com/v1/models', 'x-api-key', ''],
		['gemini', null, 'https://generativelanguage.googleapis.com/v1/models', 'x-goog-api-key', ''],
		['litellm', 'https://llm.acme.example/', 'https://llm.acme.example/v1/models', 'authorization', 'Bearer '],
		[
			'databricks',
			'https://dbc-1.example/serving-endpoints/anthropic',
			'https://dbc-1.example/api/2.0/preview/scim/v2/Me',
			'authorization',
			'Bearer ',
		],
	])('of %s at %s', (id, base, url, header, before) => {
		expect(proof(id, base)).toMatchObject({url, header, before});
	});
	it('goes nowhere but to the host the key is for', () => {
		expect(proof('openrouter', 'https://or.acme.example/api')).toBeNull();
		expect(proof('litellm', null)?.url).toBe('http://localhost:4000/v1/models');
		expect(proof('new-api')).toBeNull();
		expect(proof('databricks')).toBeNull();
		expect(proof('vercel-ai-gateway')).toBeNull();
	});
});

describe('what it tells', () => {
	const key = new Secret('sk-or-v1-57041e57');
	const prove = async (status: number, body: string, header: string | null = 'authorization') => {
		const calls: Call[] = [];
		const network = {
			async call(call: Call): Promise<Reply> {
				calls.push(call);
				return status === 0
					? {state: 'failed', code: 'ENOTFOUND', message: '', ms: 1}
					: {state: 'answered', status, body, headers: {}, ms: 1};
			},
		};
		const said = await proveKey({network}, {url: 'https://openrouter.ai/api/v1/key', header, before: 'Bearer '}, key, {timeout: 1});
		return {said, calls};
	};
	it.each([
		[200, '{"data":{"label":"x","limit_remaining":12.5}}', 'good'],
		[200, '{"data":{"label":"x","limit_remaining":null}}', 'good'],
		[200, '{"data":{"limit_remaining":0}}', 'no-credit'],
		[200, '{"is_available":false,"balance_infos":[]}', 'no-credit'],
		[200, 'ok', 'good'],
		[401, '{"error":{"message":"User not found.","code":401}}', 'bad'],
		[403, '{}', 'bad'],
		[402, '{}', 'no-credit'],
		[404, '{}', 'unknown'],
		[302, '', 'unknown'],
		[0, '', 'unknown'],
	])('%i %s: %s', async (status, body, state) => {
		expect((await prove(status, body)).said.state).toBe(state);
	});
	it('shows nothing of the key, and sends it in the one header', async () => {
		const {said, calls} = await prove(401, '{"error":"sk-or-v1-57041e57 is unknown"}');
		expect(JSON.stringify(said)).not.toContain('57041e57');
		expect(calls[0]?.headers).toMatchObject({authorization: 'Bearer sk-or-v1-57041e57'});
		expect((await prove(401, '{}', null)).said.state).toBe('unknown');
	});
});
