import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {createServer as createHttp, request} from 'node:http';
import {type AddressInfo, connect, type Server, type Socket} from 'node:net';
import path from 'node:path';
import {createServer as createTls} from 'node:tls';

export type Opened = {readonly port: number; readonly close: () => Promise<void>};

/** An authority that nobody knows, as a company has that re-signs connections, and its certificate for 127.0.0.1. Needs openssl. */
export function makeAuthority(folder: string): {readonly authority: string; readonly key: string; readonly certificate: string} {
	const openssl = (line: string) => execFileSync('openssl', line.split(' '), {cwd: folder, stdio: 'ignore'});
	const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
	writeFileSync(path.join(folder, 'names'), 'subjectAltName=IP:127.0.0.1\n');
	openssl(`req -x509 ${key} -days 1 -subj /CN=company -addext keyUsage=critical,keyCertSign -keyout authority.key -out authority.pem`);
	openssl(`req ${key} -subj /CN=host -keyout host.key -out host.csr`);
	openssl('x509 -req -in host.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 1 -extfile names -out host.pem');
	const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
	return {authority: path.join(folder, 'authority.pem'), key: read('host.key'), certificate: read('host.pem')};
}

/** TLS in front of a server that speaks none. */
export function behindTls(port: number, {key, certificate}: {readonly key: string; readonly certificate: string}): Promise<Opened> {
	const server = createTls({key, cert: certificate}, outside => join(outside, connect(port, '127.0.0.1')));
	server.on('tlsClientError', () => {});
	return opened(server);
}

/** A proxy that lets through who signs in as this user; `turnedAway` counts the others. */
export async function proxyWithLogin(login: string): Promise<Opened & {readonly seen: {let: number; turnedAway: number}}> {
	const seen = {let: 0, turnedAway: 0};
	const wanted = `Basic ${Buffer.from(login).toString('base64')}`;
	const may = (given: string | undefined) => {
		const is = given === wanted;
		seen[is ? 'let' : 'turnedAway'] += 1;
		return is;
	};
	const refusal = 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="company"\r\nContent-Length: 0\r\n\r\n';
	const server = createHttp((incoming, response) => {
		if (!may(incoming.headers['proxy-authorization']))
			return void response.writeHead(407, {'proxy-authenticate': 'Basic realm="company"'}).end();
		const onward = request(incoming.url ?? '', {method: incoming.method, headers: incoming.headers}, answer => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		onward.on('error', () => response.destroy());
		incoming.pipe(onward);
	});
	server.on('connect', (incoming, client: Socket) => {
		client.on('error', () => {});
		if (!may(incoming.headers['proxy-authorization'])) return void client.end(refusal);
		const [host = '', port = '443'] = (incoming.url ?? '').split(':');
		const there = connect(Number(port), host, () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			join(client, there);
		});
		there.on('error', () => client.destroy());
	});
	return {...(await opened(server)), seen};
}

function join(one: Socket, other: Socket): void {
	for (const [from, to] of [
		[one, other],
		[other, one],
	] as const)
		from.on('error', () => to.destroy()).pipe(to);
}

async function opened(server: Server): Promise<Opened> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => sockets.add(socket.on('close', () => sockets.delete(socket))));
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			}),
	};
}
