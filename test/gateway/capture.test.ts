import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import {type Capture, type Captured, type CaptureOptions, startCapture} from '../../source/gateway/capture.ts';
import type {Destination} from '../../source/gateway/forward.ts';
import {eventually} from '../helpers/eventually.ts';

const key = 'sk-sentinel-0123456789abcdefghijklmnop';
const prompt = JSON.stringify({model: 'm-1', stream: true, messages: [{role: 'user', content: 'hi'}]});

const open: {close: () => unknown}[] = [];
afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
});

async function listen(options: Partial<CaptureOptions> = {}): Promise<Capture & {readonly all: Captured[]}> {
	const all: Captured[] = [];
	const capture = await startCapture({reply: 'pong', destination: null, seen: one => all.push(one), ...options});
	open.push(capture);
	return {...capture, all};
}

/** An endpoint that answers as told, and what came to it. */
async function endpoint(answer: (request: IncomingMessage, response: ServerResponse) => void) {
	const got: {url: string | undefined; headers: IncomingMessage['headers']; body: string}[] = [];
	const server = createServer((incoming, response) => {
		let body = '';
		incoming.on('data', part => {
			body += part;
		});
		incoming.on('end', () => got.push({url: incoming.url, headers: incoming.headers, body}));
		answer(incoming, response);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	open.push({close: () => new Promise(resolve => server.close(resolve).closeAllConnections())});
	return {base: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`), got};
}
const to = (base: URL, whyNot: Destination['whyNot'] = () => null): Partial<CaptureOptions> => ({destination: {base, whyNot}});

const post = (url: string, headers: Record<string, string> = {}, body = prompt) =>
	fetch(`${url}/v1/messages?beta=true`, {method: 'POST', headers, body, redirect: 'manual'});
const requests = (all: readonly Captured[]) => all.flatMap(one => (one.kind === 'request' ? [one] : []));
const one = async (all: readonly Captured[]) =>
	(
		await eventually(
			() => requests(all),
			seen => seen.length > 0,
		)
	)[0];

describe('the listener', () => {
	it('answers as the API does, and tells what came', async () => {
		const {url, all} = await listen();
		const answer = await post(url, {
			authorization: `Bearer ${key}`,
			'user-agent': 'claude-cli/9.9.9 (external, sdk-cli)',
			'x-app': 'cli',
			'anthropic-version': '2023-06-01',
			'anthropic-beta': 'oauth-2025-04-20, context-1m-2025-08-07',
		});
		expect(await answer.text()).toContain('"text":"pong"');
		expect(await one(all)).toMatchObject({
			arrival: {
				got: {path: '/v1/messages', client: 'claude-code', shape: {model: 'm-1', stream: true}},
				http: '1.1',
				agent: 'claude-cli/9.9.9 (external, sdk-cli)',
				version: '2023-06-01',
				betas: ['oauth-2025-04-20', 'context-1m-2025-08-07'],
				sent: [{header: {name: 'authorization', scheme: 'Bearer'}, nature: {login: true}}],
				whole: true,
			},
			answered: {by: 'us', status: 200},
		});
		expect(JSON.stringify(all)).not.toContain(key);
	});

	it.each(['evil.example', '127.0.0.1.evil.example', '127.0.0.1:1', 'localhost', ''])('does not answer to the name "%s"', async host => {
		const {port, all} = await listen();
		const said = await raw(port, `POST /v1/messages HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`);
		expect(said).toMatch(/^HTTP\/1\.1 421/);
		expect(await one(all)).toMatchObject({answered: {by: 'refusal', status: 421}});
	});

	it('answers to localhost with its port', async () => {
		const {port, all} = await listen();
		expect(await raw(port, `GET /api/hello HTTP/1.1\r\nHost: LOCALHOST:${port}\r\nConnection: close\r\n\r\n`)).toMatch(/ 200 /);
		expect(await one(all)).toMatchObject({answered: {by: 'us', status: 200}});
	});

	it.each([
		['a TLS greeting', Buffer.from('16030100c8010000c40303aabbcc', 'hex'), 'tls'],
		['a tunnel', Buffer.from('CONNECT api.anthropic.com:443 HTTP/1.1\r\nHost: api.anthropic.com:443\r\n\r\n'), 'tunnel'],
		['garbage', Buffer.from('\x00\x01\x02 nothing of sense\r\n\r\n'), 'garbage'],
		['larger headers than are read', Buffer.from(`GET / HTTP/1.1\r\nx-a: ${'a'.repeat(200_000)}\r\n\r\n`), 'headers-too-large'],
	])('tells %s from a request, and lives on', async (_, bytes, what) => {
		const {port, all, url} = await listen();
		await raw(port, bytes);
		expect(
			(
				await eventually(
					() => all,
					seen => seen.length > 0,
				)
			)[0],
		).toEqual({kind: 'strange', what});
		expect((await post(url)).status).toBe(200);
	});

	it('takes headers as long as a helper may print, and HTTP/1.0', async () => {
		const {port, all} = await listen();
		const long = `sk-${'k'.repeat(16_381)}`;
		const said = await raw(
			port,
			`POST /v1/messages HTTP/1.0\r\nHost: 127.0.0.1:${port}\r\nx-api-key: ${long}\r\nauthorization: Bearer ${long}\r\nContent-Length: 2\r\n\r\n{}`,
		);
		expect(said).toMatch(/^HTTP\/1\.\d 400/);
		expect(await one(all)).toMatchObject({arrival: {http: '1.0', sent: [{header: {times: 1}}, {}]}});
	});

	it('reads a body of any size without keeping it', async () => {
		const {url, all} = await listen();
		const answer = await post(url, {}, 'x'.repeat(33 * 1024 * 1024));
		expect(answer.status).toBe(413);
		expect(await one(all)).toMatchObject({arrival: {bytes: 33 * 1024 * 1024, whole: false, got: {shape: {model: null}}}});
	});

	it('lives on when a client leaves in the middle, and ends with connections open', async () => {
		const {port, url, all} = await listen();
		const socket = connect(port, '127.0.0.1', () =>
			socket.write(`POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 99\r\n\r\n{`, () => socket.destroy()),
		);
		expect(await one(all)).toMatchObject({arrival: {whole: false}});
		expect((await post(url)).status).toBe(200);
	});
});

describe('a request that is passed on', () => {
	it('goes to the address with its path, query, body and headers; the answer comes back as it is', async () => {
		const {base, got} = await endpoint((_, response) => {
			response.writeHead(200, {'content-type': 'text/event-stream', 'x-theirs': 'a', 'set-cookie': 'a=b'});
			response.end('event: ping\ndata: {}\n\n');
		});
		const {url, all} = await listen(to(base));
		const answer = await post(url, {'x-api-key': key, 'x-team': 'a', 'accept-encoding': 'gzip', te: 'trailers'});
		expect([answer.status, answer.headers.get('x-theirs'), answer.headers.get('set-cookie')]).toEqual([200, 'a', null]);
		expect(await answer.text()).toBe('event: ping\ndata: {}\n\n');
		expect(got[0]).toMatchObject({url: '/api/v1/messages?beta=true', body: prompt});
		expect(got[0]?.headers).toMatchObject({
			'x-api-key': key,
			'x-team': 'a',
			host: base.host,
			'accept-encoding': 'identity',
			via: expect.stringMatching(/^1\.1 wizard-capture-/),
		});
		expect(got[0]?.headers).not.toHaveProperty('te');
		expect(await one(all)).toMatchObject({
			answered: {by: 'forward', state: 'answered', status: 200, answer: {form: 'stream', failure: null}},
		});
	});

	it('streams: the first part is there before the last is sent', async () => {
		let finish = () => {};
		const {base} = await endpoint((_, response) => {
			response.writeHead(200, {'content-type': 'text/event-stream'});
			response.write('first\n');
			finish = () => response.end('last\n');
		});
		const {url} = await listen(to(base));
		const reader = (await post(url)).body?.getReader();
		expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first\n');
		finish();
		expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('last\n');
	});

	it('goes without what belongs elsewhere, and that is told', async () => {
		const {base, got} = await endpoint((_, response) => response.end('{}'));
		const {url, all} = await listen(to(base, ({header}) => (header.name === 'authorization' ? 'it is not theirs' : null)));
		await post(url, {authorization: `Bearer ${key}`, 'x-api-key': 'sk-theirs'});
		expect(got[0]?.headers).toMatchObject({'x-api-key': 'sk-theirs'});
		expect(got[0]?.headers).not.toHaveProperty('authorization');
		expect(await one(all)).toMatchObject({answered: {dropped: [{name: 'authorization', why: 'it is not theirs'}]}});
	});

	it('is not sent after a redirect, nor does the client learn where it leads', async () => {
		const elsewhere = await endpoint((_, response) => response.end('{}'));
		const {base} = await endpoint((_, response) => response.writeHead(307, {location: `${elsewhere.base}v1/messages`}).end());
		const {url, all} = await listen(to(base));
		const answer = await fetch(`${url}/v1/messages`, {method: 'POST', headers: {'x-api-key': key}, body: prompt});
		expect([answer.status, answer.headers.get('location')]).toEqual([502, null]);
		expect(elsewhere.got).toEqual([]);
		expect(await one(all)).toMatchObject({answered: {state: 'redirected', status: 307, to: `${elsewhere.base}v1/messages`}});
	});

	it.each(['http://[', '\x80\x81', ''])('nor with a redirect to "%s"', async location => {
		const {base} = await endpoint((_, response) => response.writeHead(302, {location}).end());
		const {url, all} = await listen(to(base));
		expect((await post(url)).status).toBe(502);
		expect(await one(all)).toMatchObject({answered: {state: 'redirected', status: 302}});
	});

	it.each(['/v1/messages?a=\x80\xff', '/%00%ff/../..//v1/messages', '*', '//evil.example/v1/messages'])(
		'goes to that host alone whatever its path is: %s',
		async path => {
			const {base, got} = await endpoint((_, response) => response.end('{}'));
			const {port, url, all} = await listen(to(base));
			await raw(port, Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nx-odd: \xe9\r\nConnection: close\r\n\r\n`, 'latin1'));
			for (const {headers} of got) expect(headers.host).toBe(base.host);
			await post(url);
			expect(requests(all).at(-1)).toMatchObject({answered: {state: 'answered', status: 200}});
		},
	);

	it('is told with the words of a failure', async () => {
		const {base} = await endpoint((_, response) =>
			response.writeHead(401, {'content-type': 'application/json'}).end('{"error":"Unauthorized"}'),
		);
		const {url, all} = await listen(to(base));
		const answer = await post(url);
		expect([answer.status, await answer.text()]).toEqual([401, '{"error":"Unauthorized"}']);
		expect(await one(all)).toMatchObject({answered: {status: 401, answer: {form: 'json', failure: '{"error":"Unauthorized"}'}}});
	});

	it('that comes back to us is stopped at once', async () => {
		const first: {url?: string} = {};
		const {base} = await endpoint((incoming, response) => {
			const again = request(`${first.url}${incoming.url}`, {method: 'POST', headers: {via: String(incoming.headers.via)}}, answer => {
				response.writeHead(answer.statusCode ?? 0);
				answer.pipe(response);
			});
			again.end('{}');
		});
		const {url, all} = await listen(to(base));
		first.url = url;
		expect((await post(url)).status).toBe(508);
		expect(requests(all).map(({answered}) => answered.by === 'forward' && answered.state)).toEqual(['loop', 'answered']);
	});

	it('of a web page stays here', async () => {
		const {base, got} = await endpoint((_, response) => response.end('{}'));
		const {url} = await listen(to(base));
		expect((await post(url, {origin: 'https://evil.example'})).status).toBe(403);
		expect((await post(url, {origin: 'null'})).status).toBe(403);
		expect((await post(url, {origin: 'http://localhost:5173'})).status).toBe(200);
		expect(got).toHaveLength(1);
	});

	it('under another name stays here', async () => {
		const {base, got} = await endpoint((_, response) => response.end('{}'));
		const {port} = await listen(to(base));
		expect(await raw(port, 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toMatch(/ 421 /);
		expect(got).toEqual([]);
	});

	it('to nobody is answered with what is so, also where its body is long', async () => {
		const {base} = await endpoint(() => {});
		await open.pop()?.close();
		const {url, all} = await listen(to(base));
		const answer = await post(url, {}, 'x'.repeat(3 * 1024 * 1024)).catch(() => null);
		if (answer !== null) expect(answer.status).toBe(502);
		expect(await one(all)).toMatchObject({answered: {state: 'unreached', code: 'ECONNREFUSED'}});
	});

	it('ends when its client leaves', async () => {
		let ended = false;
		const {base, got} = await endpoint((_, response) => {
			response.on('close', () => {
				ended = true;
			});
		});
		const {url, all} = await listen(to(base));
		const leaving = new AbortController();
		const answer = fetch(`${url}/v1/messages`, {method: 'POST', body: prompt, signal: leaving.signal}).catch(() => 'left');
		await eventually(
			() => got,
			seen => seen.length > 0,
		);
		leaving.abort();
		expect(await answer).toBe('left');
		expect(await one(all)).toMatchObject({answered: {state: 'left'}});
		expect(await eventually(() => ended, Boolean)).toBe(true);
	});

	it('names a whole address where a client takes us for its proxy; only the path is used', async () => {
		const {base, got} = await endpoint((_, response) => response.end('{}'));
		const {port} = await listen(to(base));
		await raw(port, `GET http://elsewhere.example/v1/models HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
		expect(got[0]?.url).toBe('/api/v1/models');
	});
});

function raw(port: number, bytes: string | Buffer): Promise<string> {
	return new Promise(resolve => {
		const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
		let said = '';
		socket.on('data', part => {
			said += part;
		});
		socket.on('error', () => resolve(said));
		socket.on('close', () => resolve(said));
	});
}
