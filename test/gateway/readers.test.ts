import {describe, expect, it} from 'vitest';
import {credentialHeaders} from '../../source/gateway/credential-headers.ts';
import {type HeaderCase, headerCase} from '../../source/gateway/header-case.ts';
import {natureOf} from '../../source/gateway/nature.ts';
import {readers} from '../../source/gateway/readers/index.ts';
import {readBy} from '../../source/gateway/readers/read-by.ts';

const gateway = 'sk-Gw0123456789abcdefGw';
const other = 'sk-0therK3y0123456789xyz';
const login = `sk-ant-oat01-${'Lg1'.repeat(31)}AA`;
const router = `sk-or-v1-${'57041e57'.repeat(8)}`;
const consoleKey = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;

const known = (headers: Record<string, string>, betas: readonly string[] = []) =>
	credentialHeaders(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))).map(header => ({
		header,
		nature: natureOf(header, betas),
	}));
const states = (headers: Record<string, string>, betas: readonly string[] = []) =>
	Object.fromEntries(readers.map(reader => [reader.id, readBy(reader, known(headers, betas))]));

describe('the four header cases of journey J14', () => {
	it.each<[HeaderCase, Record<string, string>]>([
		['bearer-only', {authorization: `Bearer ${gateway}`}],
		['x-api-key-only', {'x-api-key': gateway}],
		['both-login', {authorization: `Bearer ${login}`, 'x-api-key': gateway}],
		['both-keys', {authorization: `Bearer ${other}`, 'x-api-key': gateway}],
		['both-same', {authorization: `Bearer ${gateway}`, 'x-api-key': gateway}],
		['other-header', {'x-litellm-api-key': gateway}],
		['none', {}],
		['none', {authorization: '', 'x-api-key': ''}],
	])('%s', (expected, headers) => {
		expect(headerCase(known(headers))).toBe(expected);
	});

	it('knows a login by the beta that goes with it, whatever its shape', () => {
		const headers = {authorization: 'Bearer something-opaque', 'x-api-key': gateway};
		expect(headerCase(known(headers, ['oauth-2025-04-20']))).toBe('both-login');
		expect(headerCase(known(headers, ['context-1m-2025-08-07']))).toBe('both-keys');
	});
});

describe('what each gateway would do', () => {
	it('with a Bearer of its own', () => {
		expect(states({authorization: `Bearer ${gateway}`})).toMatchObject({
			litellm: {state: 'taken', reads: 'authorization'},
			'new-api': {state: 'taken'},
			vllm: {state: 'taken'},
			openrouter: {state: 'refused'},
			anthropic: {state: 'refused'},
			ollama: {state: 'open', reads: null},
			portkey: {state: 'missing'},
		});
	});

	it('with an x-api-key of its own', () => {
		expect(states({'x-api-key': gateway})).toMatchObject({
			litellm: {state: 'taken', reads: 'x-api-key'},
			'new-api': {state: 'taken'},
			vllm: {state: 'missing', reads: null, ignores: ['x-api-key']},
			'cloudflare-ai-gateway': {state: 'missing'},
		});
	});

	it('with a login beside the key: LiteLLM looks up the login, relays the key', () => {
		expect(states({authorization: `Bearer ${login}`, 'x-api-key': gateway})).toMatchObject({
			litellm: {state: 'refused', reads: 'authorization', ignores: ['x-api-key']},
			'new-api': {state: 'taken', reads: 'x-api-key', ignores: ['authorization']},
			vllm: {state: 'refused', reads: 'authorization'},
			'claude-relay-service': {state: 'taken', reads: 'x-api-key'},
			'claude-code-router': {state: 'refused'},
			// Any header that matches is enough there.
			cliproxyapi: {state: 'taken', reads: 'x-api-key'},
		});
	});

	it('with a third header, LiteLLM lets the login be', () => {
		const headers = {authorization: `Bearer ${login}`, 'x-litellm-api-key': `Bearer ${gateway}`};
		expect(states(headers)).toMatchObject({litellm: {state: 'taken', reads: 'x-litellm-api-key', ignores: ['authorization']}});
	});

	it('with two keys: which counts differs', () => {
		const told = states({authorization: `Bearer ${other}`, 'x-api-key': gateway});
		expect([told['litellm']?.reads, told['new-api']?.reads, told['vllm']?.reads]).toEqual(['authorization', 'x-api-key', 'authorization']);
	});

	it('with keys of their own and of others', () => {
		expect(states({authorization: `Bearer ${router}`})).toMatchObject({openrouter: {state: 'taken'}, litellm: {state: 'refused'}});
		expect(states({'x-api-key': router})).toMatchObject({openrouter: {state: 'taken'}});
		expect(states({authorization: `Bearer ${router}`, 'x-api-key': gateway})).toMatchObject({openrouter: {state: 'unsure'}});
		expect(states({'x-api-key': consoleKey})).toMatchObject({anthropic: {state: 'taken'}, 'new-api': {state: 'refused'}});
		expect(states({authorization: `Bearer ${consoleKey}`})).toMatchObject({anthropic: {state: 'refused'}});
		expect(states({authorization: `Bearer ${login}`})).toMatchObject({anthropic: {state: 'taken'}, litellm: {state: 'refused'}});
		expect(states({authorization: 'Bearer whatever-it-is'})).toMatchObject({litellm: {state: 'refused'}, vllm: {state: 'taken'}});
	});

	it('vLLM wants the scheme, LiteLLM does not', () => {
		expect(states({authorization: gateway})).toMatchObject({vllm: {state: 'missing'}, litellm: {state: 'taken'}});
	});

	it('each has a name of its own and evidence', () => {
		expect(new Set(readers.map(({id}) => id)).size).toBe(readers.length);
		for (const {evidence, guard, refusal} of readers) {
			expect(evidence).toMatch(/\S/);
			if (guard !== 'never')
				expect([refusal.missing, refusal.unknown]).toEqual([expect.stringMatching(/^401/), expect.stringMatching(/^401/)]);
		}
	});
});

describe('credential headers', () => {
	it('are found by their names and by the shape of their values', () => {
		const headers = {
			'content-type': 'application/json',
			'x-stainless-lang': 'js',
			'idempotency-key': 'a1',
			'x-api-key': gateway,
			authorization: `Bearer ${login}`,
			'api-key': 'a',
			'x-goog-api-key': 'a',
			'cf-aig-authorization': 'Bearer a',
			'helicone-auth': 'Bearer a',
			'ocp-apim-subscription-key': 'a',
			cookie: 'a=b',
			'x-team': router,
		};
		expect(known(headers).map(({header}) => `${header.name} ${header.scheme}`)).toEqual([
			'authorization Bearer',
			'x-api-key raw',
			'api-key raw',
			'cf-aig-authorization Bearer',
			'cookie raw',
			'helicone-auth Bearer',
			'ocp-apim-subscription-key raw',
			'x-goog-api-key raw',
			'x-team raw',
		]);
	});

	it('say how often one was sent', () => {
		const [header] = credentialHeaders({'x-api-key': [gateway, other]});
		expect(header).toMatchObject({name: 'x-api-key', times: 2});
		expect(header?.value.equals(known({'x-api-key': gateway})[0]?.header.value as never)).toBe(true);
	});

	it('never print their values', () => {
		expect(JSON.stringify(known({authorization: `Bearer ${login}`, 'x-api-key': gateway}))).not.toMatch(new RegExp(`${login}|${gateway}`));
	});
});
