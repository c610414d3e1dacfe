import {describe, expect, it} from 'vitest';
import {speaksMessages} from '../../source/claude/speaks-messages.ts';
import type {Call, Reply} from '../../source/machine/machine.ts';

type Served = Readonly<Record<string, readonly [status: number, body: string, type?: string]>>;

async function ask(base: string, served: Served, otherwise: readonly [number, string, string?] = [404, '{"detail":"Not Found"}']) {
	const calls: Call[] = [];
	const network = {
		async call(call: Call): Promise<Reply> {
			calls.push(call);
			const [status, body, type = 'application/json'] = served[new URL(call.url).pathname] ?? otherwise;
			return {state: 'answered', status, body, headers: {'content-type': type}, ms: 1};
		},
	};
	return {said: await speaksMessages({network}, base, {timeout: 1000}), calls};
}

const unauthorised = '{"type":"error","error":{"type":"authentication_error","message":"x-api-key header is required"}}';
const yes = (base: string) => ({state: 'yes', base});

describe('whether a server speaks as claude does', () => {
	it.each<[string, string, Served, object]>([
		['a refusal in the words of Anthropic', 'https://gw.example', {'/v1/messages': [401, unauthorised]}, yes('https://gw.example')],
		['an answer', 'http://127.0.0.1:8080/', {'/v1/messages': [200, '{"type":"message","content":[]}']}, yes('http://127.0.0.1:8080')],
		[
			'a model that is not there',
			'http://127.0.0.1:8000',
			{'/v1/messages': [404, '{"type":"error","error":{"type":"not_found_error","message":"The model does not exist"}}']},
			yes('http://127.0.0.1:8000'),
		],
		[
			'another path on the same host',
			'https://gw.example/v1',
			{'/anthropic/v1/messages': [401, unauthorised]},
			yes('https://gw.example/anthropic'),
		],
		[
			'words of its own, and 404 elsewhere',
			'https://gw.example',
			{'/v1/messages': [401, '{"error":"Unauthorized"}']},
			yes('https://gw.example'),
		],
		[
			'a field that is missing',
			'https://gw.example',
			{'/v1/messages': [422, '{"detail":[{"msg":"field required"}]}']},
			yes('https://gw.example'),
		],
		['no such path', 'https://api.openai.example/v1', {'/v1/chat/completions': [401, '{"error":{"message":"no key"}}']}, {state: 'no'}],
		[
			'the 404 of Anthropic for a path',
			'https://gw.example',
			{'/v1/messages': [404, '{"type":"error","error":{"type":"not_found_error","message":"Not Found"}}']},
			{state: 'no'},
		],
		['a web page', 'https://gw.example', {'/v1/messages': [200, '<html></html>', 'text/html']}, {state: 'no'}],
		['a redirect', 'https://gw.example', {'/v1/messages': [301, '']}, {state: 'no'}],
	])('%s', async (_, base, served, said) => {
		expect((await ask(base, served)).said).toEqual(said);
	});

	it('a server that refuses every path alike is not known', async () => {
		expect((await ask('https://gw.example', {}, [401, '{"error":"Unauthorized"}'])).said).toEqual({state: 'unknown'});
	});

	it('a server that is not there is not asked again', async () => {
		let asked = 0;
		const network = {
			async call(): Promise<Reply> {
				asked += 1;
				return {state: 'failed', code: 'ECONNREFUSED', message: '', ms: 1};
			},
		};
		expect([await speaksMessages({network}, 'https://gw.example', {timeout: 1}), asked]).toEqual([{state: 'unknown'}, 1]);
	});

	it('no key goes out, and nothing leaves the host', async () => {
		const {calls} = await ask('https://gw.example/v1', {});
		expect(calls.length).toBeGreaterThan(3);
		for (const {url, headers} of calls) {
			expect(new URL(url).host).toBe('gw.example');
			expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['authorization']));
			expect(headers).not.toHaveProperty('x-api-key');
		}
	});
});
