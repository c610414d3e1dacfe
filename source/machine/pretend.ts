import type {Environment, Machine, Memory, Network, Notes, Platform, Programs, Scratch} from './machine.ts';
import {pretendFiles} from './pretend-files.ts';
import {pretendFolders} from './pretend-folders.ts';
import {pretendStream} from './pretend-stream.ts';
import {PretendTree, type TreeNode} from './pretend-tree.ts';
import {pretendWriting} from './pretend-writing.ts';
import {stateFolder} from './state-folder.ts';

/** A machine in memory: for tests, and for previews of what a plan would do. */
export type Pretend = Machine & {readonly tree: PretendTree};

export type PretendOptions = {
	/** By absolute path, or `~/…`; folders above are made. */
	readonly files?: Readonly<Record<string, PretendFile>>;
	readonly variables?: Readonly<Record<string, string>>;
	readonly platform?: Platform;
	readonly home?: string;
	readonly cwd?: string;
	readonly uid?: number;
	readonly run?: Programs['run'];
	readonly handOver?: Programs['handOver'];
	readonly leave?: Programs['leave'];
	readonly call?: Network['call'];
	/** Milliseconds since 1970, or a clock. */
	readonly now?: number | (() => number);
};

export type PretendFile =
	| string
	| Uint8Array
	| (Partial<Pick<TreeNode, 'mode' | 'uid' | 'gid' | 'mtime'>> &
			({text: string} | {bytes: Uint8Array} | {link: string} | {folder: true} | {device: true}));

export function pretend(options: PretendOptions = {}): Pretend {
	const platform = options.platform ?? 'linux';
	const home = options.home ?? homes[platform];
	const uid = options.uid ?? (platform === 'win32' ? -1 : 1000);
	const now = typeof options.now === 'function' ? options.now : clockAt(options.now ?? Date.UTC(2026, 10, 21, 8));
	const tree = new PretendTree(platform, uid);
	const variables = options.variables ?? {};
	const owner = {uid, gid: uid, mtime: now()};
	tree.put(home, {kind: 'folder', mode: 0o755, ...owner});
	for (const [path, file] of Object.entries(options.files ?? {}))
		tree.put(
			path.replace(/^~(?=[/\\])/, () => home),
			nodeOf(file, owner),
		);
	let folders = 0;
	const scratch: Scratch = {
		make(files = {}) {
			folders += 1;
			const folder = tree.rules.join(platform === 'win32' ? 'C:\\Temp' : '/tmp', `wizard-${folders}`);
			tree.put(folder, {kind: 'folder', mode: 0o700, ...owner});
			for (const [name, text] of Object.entries(files)) tree.put(tree.rules.join(folder, name), nodeOf({text, mode: 0o600}, owner));
			return folder;
		},
		makeSecret: files => scratch.make(files),
		remove: folder => tree.takeAll(folder),
	};
	const at = (environment: Pick<Environment, 'home' | 'variables' | 'cwd'>): Pretend => ({
		environment: {...environment, platform, state: stateFolder(platform, environment.home, environment.variables), uid, pid: 4242},
		files: pretendFiles(tree),
		folders: pretendFolders(tree),
		writing: pretendWriting(tree, owner),
		programs: {
			stream: (file, args, given) => pretendStream(options.run, file, args, given),
			run: options.run ?? (async () => ({state: 'missing'})),
			handOver: options.handOver ?? (async () => null),
			leave: options.leave ?? (async () => null),
			end: () => false,
		},
		network: {
			call: options.call ?? (async () => ({state: 'failed', code: 'ECONNREFUSED', message: 'this machine is pretended', ms: 0})),
		},
		clock: {now, pause: async () => {}},
		memory: pretendMemory(),
		notes: pretendNotes(),
		scratch,
		at: (elsewhere, others) => at({home: elsewhere, variables: others, cwd: elsewhere}),
		tree,
	});
	return at({home, variables, cwd: options.cwd ?? home});
}

function pretendMemory(): Memory {
	const kept = new Map<string, string>();
	return {recall: name => kept.get(name) ?? null, remember: (name, text) => void kept.set(name, text)};
}

/** Notes in memory, over those of another machine where one is given. */
export function pretendNotes(base?: Notes): Notes {
	const kept = new Map<string, unknown>();
	return {
		read: async name => structuredClone(kept.has(name) ? kept.get(name) : await base?.read(name)),
		write: async (name, value) => void kept.set(name, structuredClone(value)),
	};
}

const homes: Readonly<Record<Platform, string>> = {linux: '/home/ada', darwin: '/Users/ada', win32: 'C:\\Users\\ada'};

function clockAt(time: number): () => number {
	return () => time;
}

function nodeOf(file: PretendFile, owner: Pick<TreeNode, 'uid' | 'gid' | 'mtime'>): TreeNode {
	if (typeof file === 'string') return nodeOf({text: file}, owner);
	if (file instanceof Uint8Array) return nodeOf({bytes: file}, owner);
	const {mode, uid = owner.uid, gid = owner.gid, mtime = owner.mtime} = file;
	const of = {uid, gid, mtime};
	if ('text' in file) return {kind: 'file', bytes: new TextEncoder().encode(file.text), mode: mode ?? 0o644, ...of};
	if ('bytes' in file) return {kind: 'file', bytes: file.bytes, mode: mode ?? 0o644, ...of};
	if ('link' in file) return {kind: 'link', target: file.link, mode: mode ?? 0o777, ...of};
	if ('folder' in file) return {kind: 'folder', mode: mode ?? 0o755, ...of};
	return {kind: 'device', mode: mode ?? 0o666, ...of};
}
