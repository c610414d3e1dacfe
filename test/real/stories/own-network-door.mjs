/**
 * `node own-network-door.mjs FOLDER`, in network and mount namespaces of its own: here Anthropic's hosts and OpenRouter's are 127.0.0.1, and what is
 * asked of the two that answer prompts goes through the socket in FOLDER to the test's gateway, which is outside. There is no other way out.
 */
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import {connect, createServer} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';

const answering = ['api.anthropic.com', 'openrouter.ai'];
const others = [
	'platform.claude.com',
	'console.anthropic.com',
	'claude.ai',
	'claude.com',
	'mcp-proxy.anthropic.com',
	'statsig.anthropic.com',
	'downloads.claude.ai',
];
const folder = process.argv[2] ?? '';

const hosts = path.join(folder, 'hosts');
writeFileSync(hosts, ['localhost', ...answering, ...others].map(name => `127.0.0.1 ${name}\n`).join(''));
execFileSync('ip', ['link', 'set', 'lo', 'up']);
execFileSync('mount', ['--bind', hosts, '/etc/hosts']);

const keys = {key: readFileSync(path.join(folder, 'host.key')), cert: readFileSync(path.join(folder, 'host.pem'))};
const server = https.createServer(keys, (request, response) => {
	const host = (request.headers.host ?? '').replace(/:\d+$/, '');
	// Which host was asked, at which path, and whether with a credential: never the credential.
	const credential = request.headers.authorization !== undefined || request.headers['x-api-key'] !== undefined;
	say({host, path: (request.url ?? '').replace(/[?#].*$/, ''), credential});
	if (!answering.includes(host)) {
		response.writeHead(404).end();
		return;
	}
	// The gateway answers to no name but its own.
	const {method, url, headers} = request;
	const onward = http.request({
		socketPath: path.join(folder, 'gateway.socket'),
		method,
		path: url,
		headers: {...headers, host: '127.0.0.1'},
	});
	onward.on('response', answer => {
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(response);
	});
	onward.on('error', () => response.destroy());
	request.pipe(onward);
});
server.listen(443, '127.0.0.1', () => say({open: true}));
createInterface(process.stdin)
	.on('line', port => {
		const inside = createServer(client => {
			const server = connect(path.join(folder, `${port}.socket`));
			client.on('error', () => server.destroy()).pipe(server);
			server.on('error', () => client.destroy()).pipe(client);
		});
		inside.listen(Number(port), '127.0.0.1', () => say({port: Number(port)}));
	})
	.on('close', () => process.exit());

/** @param {object} what */
function say(what) {
	process.stdout.write(`${JSON.stringify(what)}\n`);
}
