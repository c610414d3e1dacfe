import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import {type AddressInfo, createServer as createSocketServer} from 'node:net';
import process from 'node:process';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Call} from '../../source/machine/machine.ts';
import {realNetwork} from '../../source/machine/real-network.ts';
import {certificate, key} from './self-signed.ts';

const network = realNetwork('9.8.7');
const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
	vi.restoreAllMocks();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
	const server = createServer(answer).listen(0, '127.0.0.1');
	await new Promise(resolve => server.once('listening', resolve));
	closing.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const call = (url: string, more: Partial<Call> = {}) => network.call({method: 'POST', url, headers: {}, timeout: 10_000, ...more});

describe('a call', () => {
	it('sends what was named, as ourselves, and nothing of the user info', async () => {
		let seen: {readonly headers: unknown; readonly url: unknown; readonly body: string} | null = null;
		const url = await serve(async (request, response) => {
			let body = '';
			for await (const part of request) body += part;
			seen = {headers: request.headers, url: request.url, body};
			response.setHeader('x-seen', ['a', 'b']).writeHead(401).end('{"error":"ä"}');
		});
		const reply = await call(`${url.replace('//', '//user:pass@')}/v1/messages?beta=true`, {
			headers: {'X-API-Key': 'k', 'User-Agent': 'somebody-else'},
			body: '{"ä":1}',
		});
		expect(reply).toMatchObject({state: 'answered', status: 401, body: '{"error":"ä"}', headers: {'x-seen': 'a, b'}});
		expect(seen).toMatchObject({
			url: '/v1/messages?beta=true',
			body: '{"ä":1}',
			headers: {'x-api-key': 'k', 'user-agent': 'claude-auth-wizard/9.8.7'},
		});
		expect(JSON.stringify(seen)).not.toContain('authorization');
	});

	it('never follows a redirect', async () => {
		let visits = 0;
		const url = await serve((_, response) => {
			visits += 1;
			response.writeHead(307, {location: '/elsewhere'}).end();
		});
		expect(await call(url, {headers: {'x-api-key': 'k'}, body: '{}'})).toMatchObject({status: 307, headers: {location: '/elsewhere'}});
		expect(visits).toBe(1);
	});

	it('keeps the first 64 KiB of an endless answer', async () => {
		const url = await serve((_, response) => {
			const more = () => response.write('x'.repeat(10_000), error => error ?? more());
			more();
		});
		const reply = await call(url);
		expect(reply.state === 'answered' && reply.body.length).toBe(64 * 1024);
	});

	it('gives what came when an answer stalls, and fails where none began', async () => {
		const stalls = await serve((_, response) => response.writeHead(200).write('half'));
		expect(await call(stalls, {timeout: 300})).toMatchObject({state: 'answered', status: 200, body: 'half'});
		const silent = await serve(() => {});
		expect(await call(silent, {timeout: 100})).toMatchObject({state: 'failed', code: 'ETIMEDOUT'});
		expect(await call(silent, {signal: AbortSignal.abort()})).toMatchObject({state: 'failed', code: 'ABORT_ERR'});
	});
});

describe('a failure has the code of the system', () => {
	it('for a closed port, an unknown host and a reset', async () => {
		const server = createSocketServer(socket => socket.destroy()).listen(0, '127.0.0.1');
		await new Promise(resolve => server.once('listening', resolve));
		const {port} = server.address() as AddressInfo;
		expect(await call(`http://127.0.0.1:${port}`)).toMatchObject({state: 'failed', code: 'ECONNRESET'});
		await new Promise(resolve => server.close(resolve));
		expect(await call(`http://127.0.0.1:${port}`)).toMatchObject({state: 'failed', code: 'ECONNREFUSED'});
		expect(await call(`http://[::1]:${port}`)).toMatchObject({
			state: 'failed',
			code: expect.stringMatching(/ECONNREFUSED|EADDRNOTAVAIL|EAFNOSUPPORT/),
		});
		const unknown = await call('http://no-such-host.invalid');
		expect(unknown).toMatchObject({state: 'failed', code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/)});
	});

	it('for a certificate nobody vouches for, even when the environment says not to look', async () => {
		const server = createSecureServer({key, cert: certificate}, (_, response) => response.end('reached')).listen(0, '127.0.0.1');
		await new Promise(resolve => server.once('listening', resolve));
		closing.push(() => server.close());
		// Node warns about it, which is right, but not in the output of these tests.
		vi.spyOn(process, 'emitWarning').mockReturnValue();
		process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
		const reply = await call(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
		delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
		expect(reply).toMatchObject({state: 'failed', code: 'DEPTH_ZERO_SELF_SIGNED_CERT'});
	});

	it('for what is no address, and for a header that cannot be sent, without its value', async () => {
		for (const url of ['nonsense', 'ftp://example.com', 'file:///etc/passwd'])
			expect(await call(url)).toMatchObject({code: 'ERR_INVALID_URL'});
		const reply = await call('http://127.0.0.1:1', {headers: {authorization: 'Bearer sentinel\nsecret'}});
		expect(reply).toMatchObject({state: 'failed', code: 'ERR_INVALID_CHAR'});
		expect(JSON.stringify(reply)).not.toContain('sentinel');
	});
});
