import {type ChildProcess, execFile, execFileSync, spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {connect, createServer, type Server} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import type {Gateway} from '../../../source/gateway/gateway.ts';
import {installed} from '../../helpers/needs.ts';

/** One request that reached one of Anthropic's names: no credential is kept, only whether there was one. */
export type Asked = {readonly host: string; readonly path: string; readonly credential: boolean};

export type Ended = {readonly code: number; readonly stdout: string; readonly stderr: string};

/**
 * How this machine lets a test have a network of its own: as root, or in a user namespace in which it is root. A sentence where it
 * does not.
 */
export const namespaces: readonly string[] | string = (() => {
	if (process.platform !== 'linux') return 'a network of its own needs the namespaces of Linux';
	const missing = ['unshare', 'nsenter', 'ip', 'mount', 'openssl', 'bash'].find(program => installed(program) === null);
	if (missing !== undefined) return `a network of its own needs ${missing}, which is not installed`;
	const probe = 'ip link set lo up && mount --bind /etc/hosts /etc/hosts';
	const ways = [
		['--net', '--mount'],
		['--map-root-user', '--net', '--mount'],
	];
	const way = ways.find(flags => spawnSync('unshare', [...flags, 'sh', '-c', probe], {stdio: 'ignore'}).status === 0);
	return way ?? 'this machine allows no network namespace';
})();

/** A network in which Anthropic's hosts and OpenRouter's are the test's gateway, behind TLS by an authority that this test has made. */
export class OwnNetwork {
	/** Everything that was asked of any of the names, oldest first. */
	readonly asked: Asked[] = [];
	/** What a company with an authority of its own sets for every program. */
	readonly variables: Readonly<Record<string, string>>;
	readonly #door: ChildProcess;
	readonly #bridges: Server[];
	readonly #folder: string;
	readonly #reached = new Map<number, () => void>();

	static async open(gateway: Gateway): Promise<OwnNetwork> {
		if (typeof namespaces === 'string') throw new Error(namespaces);
		const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'own-network-')));
		makeCertificates(folder);
		const bridge = await bridgeTo(gateway.port, path.join(folder, 'gateway.socket'));
		const program = path.join(import.meta.dirname, 'own-network-door.mjs');
		const door = spawn('unshare', [...namespaces, process.execPath, program, folder], {stdio: ['pipe', 'pipe', 'inherit']});
		const network = new OwnNetwork(door, bridge, folder);
		await network.#opened();
		return network;
	}

	private constructor(door: ChildProcess, bridge: Server, folder: string) {
		this.#door = door;
		this.#bridges = [bridge];
		this.#folder = folder;
		this.variables = {NODE_EXTRA_CA_CERTS: path.join(folder, 'authority.pem')};
	}

	/** The command that runs a program in here. Entering leaves the folder, so the shell goes back. */
	command(cwd: string, program: string, args: readonly string[]): readonly [string, readonly string[]] {
		const user = namespaces.includes('--map-root-user') ? ['--user', '--preserve-credentials'] : [];
		const enter = ['--target', String(this.#door.pid), ...user, '--net', '--mount'];
		return ['nsenter', [...enter, 'sh', '-c', 'cd "$0" && exec "$@"', cwd, program, ...args]];
	}

	/** A program without a terminal, to its end. */
	run(cwd: string, env: Readonly<Record<string, string>>, program: string, args: readonly string[], stdin = ''): Promise<Ended> {
		const [command, line] = this.command(cwd, program, args);
		return new Promise((resolve, reject) => {
			const options = {env: {...env}, timeout: 120_000, encoding: 'utf8'} as const;
			const child = execFile(command, [...line], options, (error, stdout, stderr) => {
				if (error !== null && typeof error.code !== 'number') reject(new Error(`${program} was ended by ${error.signal ?? error.code}`));
				else resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr});
			});
			child.stdin?.on('error', () => {}).end(stdin);
		});
	}

	/** Brings another gateway in: from then on it is reached in here at its own address. A port comes round again, and its way is there then. */
	async reach({port}: Pick<Gateway, 'port'>): Promise<void> {
		if (this.#reached.has(port)) return;
		this.#bridges.push(await bridgeTo(port, path.join(this.#folder, `${port}.socket`)));
		const reached = new Promise<void>(resolve => this.#reached.set(port, resolve));
		this.#door.stdin?.write(`${port}\n`);
		await reached;
	}

	async close(): Promise<void> {
		const ended = new Promise(resolve => this.#door.once('exit', resolve));
		if (this.#door.exitCode === null) {
			this.#door.stdin?.end();
			await ended;
		}
		for (const bridge of this.#bridges) await new Promise(resolve => bridge.close(resolve));
		rmSync(this.#folder, {recursive: true, force: true});
	}

	#opened(): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#door.once('exit', code => reject(new Error(`the network of its own ended with ${code}`)));
			if (this.#door.stdout === null) return;
			createInterface(this.#door.stdout).on('line', line => {
				const said = JSON.parse(line) as Asked | {readonly open: true} | {readonly port: number};
				if ('open' in said) resolve();
				else if ('port' in said) this.#reached.get(said.port)?.();
				else this.asked.push(said);
			});
		});
	}
}

/** A socket in the file system is reached from every network namespace; the gateway's port from this one alone. */
async function bridgeTo(port: number, socket: string): Promise<Server> {
	const bridge = createServer(inside => {
		const outside = connect(port, '127.0.0.1');
		for (const [from, to] of [
			[inside, outside],
			[outside, inside],
		] as const)
			from.on('error', () => to.destroy()).pipe(to);
	});
	await new Promise<void>(resolve => bridge.listen(socket, resolve));
	return bridge;
}

/** An authority that exists for one test, and a certificate for all of Anthropic's names, and OpenRouter's. */
function makeCertificates(folder: string): void {
	const names = ['*.anthropic.com', '*.claude.com', '*.claude.ai', 'claude.com', 'claude.ai', 'openrouter.ai']
		.map(name => `DNS:${name}`)
		.join(',');
	writeFileSync(path.join(folder, 'names'), `subjectAltName=${names}\n`);
	const openssl = (line: string) => execFileSync('openssl', line.split(' '), {cwd: folder, stdio: 'ignore'});
	const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
	openssl(`req -x509 ${key} -days 1 -subj /CN=test -addext keyUsage=critical,keyCertSign -keyout authority.key -out authority.pem`);
	openssl(`req ${key} -subj /CN=host -keyout host.key -out host.csr`);
	openssl('x509 -req -in host.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 1 -extfile names -out host.pem');
}
