import {execFileSync} from 'node:child_process';
import {
	cpSync,
	createReadStream,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';

const scope = '@anthropic-ai';

/**
 * A registry on 127.0.0.1 that holds the claude that was installed for the tests, so that the real npm can install the real package
 * without another network. Packed again from what was installed: only the stub that stands in bin/ until then is made anew.
 */
export class LocalRegistry {
	readonly url: string;
	/** The packages that were handed out. */
	readonly given: string[] = [];
	readonly #server: Server;
	readonly #folder: string;

	static async open(claude: string): Promise<LocalRegistry> {
		const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'registry-')));
		const packages = path.join(path.dirname(claude), '..', scope);
		for (const name of readdirSync(packages)) pack(path.join(packages, name), path.join(folder, `${name}.tar`), folder);
		const server = createServer();
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		return new LocalRegistry(server, folder, packages);
	}

	private constructor(server: Server, folder: string, packages: string) {
		this.#server = server;
		this.#folder = folder;
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
		server.on('request', (request, response) => {
			const name = path.basename(decodeURIComponent(request.url ?? ''));
			const file = path.join(folder, name);
			if (name.endsWith('.tar') && readdirSync(folder).includes(name)) {
				this.given.push(name.replace(/\.tar$/, ''));
				response.writeHead(200, {'content-length': statSync(file).size});
				createReadStream(file).pipe(response);
			} else if (readdirSync(packages).includes(name)) {
				const manifest = JSON.parse(readFileSync(path.join(packages, name, 'package.json'), 'utf8'));
				const dist = {tarball: `${this.url}${name}.tar`};
				const hasInstallScript = manifest.scripts?.postinstall !== undefined;
				const versions = {[manifest.version]: {...manifest, hasInstallScript, dist}};
				response.writeHead(200, {'content-type': 'application/json'});
				response.end(JSON.stringify({name: manifest.name, 'dist-tags': {latest: manifest.version}, versions}));
			} else response.writeHead(404).end('{}');
		});
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise(resolve => this.#server.close(resolve));
		rmSync(this.#folder, {recursive: true, force: true});
	}
}

/** Its installed program is a link to the platform's package; what is published is a stub that says how to install. */
function pack(from: string, to: string, folder: string): void {
	if (path.basename(from) !== 'claude-code') {
		execFileSync('tar', ['-cf', to, '--transform=s,^\\.,package,', '-C', from, '.']);
		return;
	}
	const copy = path.join(folder, 'unpacked');
	cpSync(from, copy, {recursive: true, filter: file => path.basename(file) !== 'claude.exe'});
	mkdirSync(path.join(copy, 'bin'), {recursive: true});
	writeFileSync(path.join(copy, 'bin', 'claude.exe'), '#!/bin/sh\necho not installed yet >&2\nexit 1\n', {mode: 0o755});
	execFileSync('tar', ['-cf', to, '--transform=s,^\\.,package,', '-C', copy, '.']);
}
