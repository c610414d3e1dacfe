import {connect} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {failures} from '../../source/gateway/failures/index.ts';
import {type Gateway, type GatewayOptions, startGateway} from '../../source/gateway/gateway.ts';

const text = 'sk-sentinel-0123456789abcdefghijklmnop';
const secret = new Secret(text);
const bearer = {authorization: `Bearer ${text}`};
const key = {'x-api-key': text};
const prompt = {model: 'm-1', max_tokens: 1, messages: [{role: 'user', content: 'hi'}]};

let gateway: Gateway | null = null;
afterEach(async () => {
	await gateway?.close();
	gateway = null;
});

const start = async (options: GatewayOptions = {}) => {
	gateway = await startGateway(options);
	return gateway;
};
const post = (url: string, headers: Record<string, string>, body: object = prompt) =>
	fetch(`${url}/v1/messages?beta=true`, {method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual'});

describe('the header it is told to expect', () => {
	const cases = [
		['bearer', bearer, 200],
		['bearer', key, 401],
		['bearer', {}, 401],
		['bearer', {authorization: 'Bearer another'}, 401],
		['bearer', {authorization: `Basic ${text}`}, 401],
		['bearer', {authorization: text}, 401],
		['x-api-key', key, 200],
		['x-api-key', bearer, 401],
		['both-same', {...bearer, ...key}, 200],
		['both-same', bearer, 401],
		['both-same', {...bearer, 'x-api-key': 'another'}, 401],
		['none', {}, 200],
		['none', {...bearer, ...key}, 200],
	] as const;
	it.each(cases)('%s and %j give %i', async (expected, headers, status) => {
		const {url, requests} = await start({expect: expected, secret});
		expect((await post(url, headers)).status).toBe(status);
		expect(requests).toHaveLength(1);
		expect(JSON.stringify(requests)).not.toContain(text);
	});

	it.each([
		['bearer', {...bearer, ...key}],
		['x-api-key', {...bearer, ...key}],
		['none', key],
	] as const)('%s refuses a second credential where it shall', async (expected, headers) => {
		const {url} = await start({expect: expected, secret, second: 'refused'});
		expect((await post(url, headers)).status).toBe(400);
	});
});

describe('an answer', () => {
	it('comes whole, or as a stream, as the client asks', async () => {
		const {url} = await start({reply: 'pong'});
		expect(await (await post(url, {})).json()).toMatchObject({type: 'message', model: 'm-1', content: [{type: 'text', text: 'pong'}]});
		const streamed = await post(url, {}, {...prompt, stream: true});
		expect(streamed.headers.get('content-type')).toBe('text/event-stream');
		const events = (await streamed.text()).split('\n\n').filter(Boolean);
		expect(events[0]).toMatch(/^event: message_start\ndata: \{"type":"message_start"/);
		expect(events.join()).toContain('"text":"pong"');
		expect(events.at(-1)).toBe('event: message_stop\ndata: {"type":"message_stop"}');
	});

	it('needs the prefix, the model it knows, and messages', async () => {
		const {url, port} = await start({prefix: '/api', models: ['m-1']});
		expect((await post(url, {})).status).toBe(200);
		expect((await post(`http://127.0.0.1:${port}`, {})).status).toBe(404);
		expect((await post(`${url}/v1`, {})).status).toBe(404);
		expect(await (await post(url, {}, {...prompt, model: 'm-2'})).json()).toMatchObject({
			error: {type: 'not_found_error', message: 'model: m-2'},
		});
		expect((await post(url, {}, {model: 'm-1'})).status).toBe(400);
		expect((await post(url, {}, {messages: prompt.messages})).status).toBe(400);
	});

	it('is given to what claude asks besides', async () => {
		const {url} = await start({expect: 'bearer', secret, prefix: '/api', models: ['m-1']});
		expect((await fetch(url, {method: 'HEAD'})).status).toBe(200);
		expect((await fetch(`${url}/api/hello`)).status).toBe(200);
		const count = await fetch(`${url}/v1/messages/count_tokens`, {method: 'POST', headers: bearer, body: JSON.stringify(prompt)});
		expect(await count.json()).toEqual({input_tokens: Math.ceil(JSON.stringify(prompt).length / 4)});
		expect(await (await fetch(`${url}/v1/models?limit=1000`, {headers: bearer})).json()).toMatchObject({
			data: [{id: 'm-1'}],
			last_id: 'm-1',
		});
		expect((await fetch(`${url}/v1/models`)).status).toBe(401);
		expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
	});

	it('is for Claude Code alone where a relay wants that', async () => {
		const {url} = await start({clients: 'claude-code'});
		const refused = await post(url, {});
		expect(refused.status).toBe(400);
		expect(await refused.text()).toContain('仅可用于Claude Code客户端');
	});
});

describe('a request', () => {
	it('is kept by its shape, its text by no means', async () => {
		const {url, requests} = await start({seen: got => expect(got.method).toBe('POST')});
		await post(url, {...bearer, 'x-team': 'a'}, {...prompt, tools: [{}, {}]});
		expect(requests[0]).toMatchObject({
			path: '/v1/messages',
			target: '/v1/messages?beta=true',
			client: 'other',
			bytes: JSON.stringify({...prompt, tools: [{}, {}]}).length,
			carried: {authorization: {scheme: 'Bearer'}, xApiKey: null},
			shape: {model: 'm-1', messages: true, stream: false, maxTokens: 1, tools: 2},
		});
		expect(requests[0]?.headers).toContain('x-team');
	});

	it.each(['evil.example', '127.0.0.1.evil.example', ''])('under the name "%s" is not let in', async host => {
		const {port, requests} = await start();
		const answer = await raw(port, `POST /v1/messages HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`);
		expect(answer).toMatch(/^HTTP\/1\.1 (?:421|400)/);
		expect(requests).toEqual([]);
	});
});

describe('every failure', () => {
	it('has a name of its own', () => {
		expect(new Set(failures.map(({name}) => name)).size).toBe(failures.length);
	});

	// fetch() makes an error of its own of a 407; test/claude/probe.test.ts asks for that one.
	const spoken = failures.filter(({name, answer}) => name !== 'http-proxy-auth' && (answer.kind === 'json' || answer.kind === 'text'));
	it.each(spoken.map(({name}) => name))('%s is played as it is written', async name => {
		const {url} = await start({play: name, expect: 'bearer', secret});
		const answer = failures.find(failure => failure.name === name)?.answer;
		const got = await post(url, {});
		expect(got.status).toBe(answer !== undefined && 'status' in answer ? answer.status : 0);
		expect(await got.text()).toBe(answer?.kind === 'json' ? JSON.stringify(answer.body) : answer?.kind === 'text' ? answer.text : '');
	});

	it('of the wire is played too', async () => {
		const moved = await start({play: 'redirect'});
		expect((await post(moved.url, {})).headers.get('location')).toBe('http://127.0.0.1:9/moved/v1/messages');
		await moved.close();
		const cut = await start({play: 'unreachable-host'});
		await expect(post(cut.url, {})).rejects.toThrow();
		await cut.close();
		const silent = await start({play: 'timeout'});
		const waiting = post(silent.url, {}).then(
			() => 'answered',
			() => 'cut',
		);
		while (silent.requests.length === 0) await new Promise(resolve => setImmediate(resolve));
		await silent.close();
		expect(await waiting).toBe('cut');
	});
});

function raw(port: number, request: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(request));
		let answer = '';
		socket.on('data', part => {
			answer += part;
		});
		socket.on('end', () => resolve(answer));
		socket.on('error', reject);
	});
}
