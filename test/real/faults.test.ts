import {spawn, spawnSync} from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {buildSync} from 'esbuild';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {apply} from '../../source/plan/apply.ts';
import {undo} from '../../source/plan/undo.ts';
import {needing} from '../helpers/needing.ts';
import {realDisk} from '../helpers/real-disk.ts';
import {makeHome, modesOf, planFor, sentinel, stateOf, tried} from './fault-plan.ts';

// It may be there and yet not be allowed to trace, as in some containers.
const strace = process.platform === 'linux' && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
const mounts: string[] = [];
const mountable = mayMount();

let folder = '';
let program = '';
let faults = 0;
let torn = 0;
const homes: string[] = [];

beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'wizard-faults-'));
	chmodSync(folder, 0o755);
	program = path.join(folder, 'program.mjs');
	const entry = path.resolve('test/real/fault-program.ts');
	buildSync({entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: program, logLevel: 'error'});
});
afterEach(() => {
	for (const mount of mounts.splice(0).toReversed()) spawnSync('umount', ['-l', mount]);
	for (const home of homes.splice(0)) {
		spawnSync('chattr', ['-R', '-i', home]);
		rmSync(home, {recursive: true, force: true});
	}
});
afterAll(() => {
	rmSync(folder, {recursive: true, force: true});
	console.log(`faults: ${faults} tried, ${torn} files torn or lost`);
});

/** The state of the files after a fault; what is torn is counted. */
function seenIn(home: string): ReturnType<typeof stateOf> {
	const state = stateOf(home);
	torn += state.filter(one => one === 'TORN').length;
	return state;
}

function mayMount(): boolean {
	if (process.platform !== 'linux') return false;
	const place = mkdtempSync(path.join(tmpdir(), 'wizard-mount-'));
	const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', place]).status === 0;
	if (mounted) spawnSync('umount', [place]);
	rmSync(place, {recursive: true});
	return mounted;
}

/** In memory where the system has that: a kill does not wait for the disk. What depends on the disk asks for it. */
function freshHome(where = existsSync('/dev/shm') ? '/dev/shm' : folder): string {
	const home = mkdtempSync(path.join(where, 'wizard-home-'));
	homes.push(home);
	makeHome(home);
	return home;
}

/** Runs the program on the home, under strace with these options where there are any. */
function run(what: string, home: string, options: readonly string[] = [], before: readonly string[] = []) {
	const traced = options.length === 0 ? [] : ['strace', '-f', '-qq', '-o', path.join(folder, 'trace'), ...options];
	const [file = '', ...args] = [...before, ...traced, process.execPath, program, what, home];
	return spawnSync(file, args, {env: {PATH: process.env['PATH'] ?? '', HOME: home}, encoding: 'utf8', timeout: 60_000});
}

/** How often the program calls it in one run that is not disturbed, in the thread that calls it most: strace counts for each. */
function callsOf(call: string, what: string, home: string): number {
	run(what, home, ['-e', `trace=${call}`]);
	const counts = new Map<string, number>();
	for (const line of readFileSync(path.join(folder, 'trace'), 'utf8').split('\n')) {
		const pid = new RegExp(`^(\\d+) +${call}\\(`).exec(line)?.[1];
		if (pid !== undefined) counts.set(pid, (counts.get(pid) ?? 0) + 1);
	}
	return Math.max(0, ...counts.values());
}

function everything(home: string): readonly string[] {
	return readdirSync(home, {recursive: true, encoding: 'utf8'}).map(name => path.join(home, name));
}

const temps = (home: string) => everything(home).filter(file => file.endsWith('.tmp'));

/** Files with the secret in them that others may read. */
function exposed(home: string): readonly string[] {
	return everything(home).filter(file => {
		const stat = lstatSync(file);
		return stat.isFile() && (stat.mode & 0o077) !== 0 && readFileSync(file, 'utf8').includes(sentinel);
	});
}

/** What a killed program leaves locked is free after ten seconds; nobody wants to wait that long here. */
function ageLocks(home: string): void {
	for (const file of everything(home)) if (/[/]locks[/][\da-f]+$|\.lock$/.test(file)) utimesSync(file, 1, 1);
}

const linkIsKept = (home: string) => lstatSync(path.join(home, '.claude/settings.json')).isSymbolicLink();
const allBefore = tried.map(() => 'before');
const allAfter = tried.map(() => 'after');

const calls = ['write', 'fsync', 'rename', 'mkdir', 'rmdir', 'unlink', 'fchmod'] as const;

describe('a kill', () => {
	needing(strace, 'strace cannot run');

	it.each(calls)('at any %s of an apply leaves every file old or new, and all of it can be undone', async call => {
		const count = callsOf(call, 'apply', freshHome());
		expect(count).toBeGreaterThan(0);
		for (let nth = 1; nth <= count; nth++) {
			const home = freshHome();
			const modes = modesOf(home);
			const {signal} = run('apply', home, ['-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${nth}`]);
			faults += 1;
			expect([call, nth, signal]).toEqual([call, nth, 'SIGKILL']);
			expect([call, nth, ...seenIn(home)]).not.toContain('TORN');
			expect([call, nth, exposed(home), linkIsKept(home)]).toEqual([call, nth, [], true]);
			ageLocks(home);
			const undone = await undo(null, realDisk(home));
			// Unknown where it was killed before anything was changed.
			expect(['undone', 'unknown']).toContain(undone.state);
			expect([call, nth, stateOf(home), modesOf(home)]).toEqual([call, nth, allBefore, modes]);
			ageLocks(home);
			expect((await apply(planFor(home), realDisk(home))).state).toBe('applied');
			expect([call, nth, temps(home).filter(file => !file.includes('/.local/state/'))]).toEqual([call, nth, []]);
			rmSync(home, {recursive: true});
		}
	});

	it.each(calls)('at any %s of an undo leaves every file old or new, and the undo can be finished', async call => {
		const sample = freshHome();
		await apply(planFor(sample), realDisk(sample));
		const count = callsOf(call, 'undo', sample);
		for (let nth = 1; nth <= count; nth++) {
			const home = freshHome();
			await apply(planFor(home), realDisk(home));
			const {signal} = run('undo', home, ['-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${nth}`]);
			faults += 1;
			expect([call, nth, signal]).toEqual([call, nth, 'SIGKILL']);
			expect([call, nth, ...seenIn(home)]).not.toContain('TORN');
			expect([call, nth, exposed(home), linkIsKept(home)]).toEqual([call, nth, [], true]);
			ageLocks(home);
			await undo(null, realDisk(home));
			expect([call, nth, stateOf(home)]).toEqual([call, nth, allBefore]);
			rmSync(home, {recursive: true});
		}
	});

	it('tears files of a program that writes in place: these tests can fail', () => {
		const count = callsOf('write', 'naive', freshHome());
		const seen: boolean[] = [];
		for (let nth = 1; nth <= count; nth++) {
			const home = freshHome();
			run('naive', home, ['-e', 'trace=write', '-e', `inject=write:signal=SIGKILL:when=${nth}`]);
			seen.push(stateOf(home).includes('TORN'));
		}
		expect(seen).toContain(true);
	});
});

describe('an error of the system', () => {
	needing(strace, 'strace cannot run');

	const errors = [
		['write', 'ENOSPC'],
		['fsync', 'EIO'],
		['rename', 'EXDEV'],
		['mkdir', 'EACCES'],
		['unlink', 'EIO'],
		['fchmod', 'EPERM'],
	] as const;

	it.each(errors)('at any %s (%s) leaves all files old or all new, and no temp', (call, error) => {
		const count = callsOf(call, 'apply', freshHome());
		for (let nth = 1; nth <= count; nth++) {
			const home = freshHome();
			const modes = modesOf(home);
			const {status} = run('apply', home, ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${nth}`]);
			faults += 1;
			const state = seenIn(home);
			if (state.includes('before')) expect([call, error, nth, state, modesOf(home)]).toEqual([call, error, nth, allBefore, modes]);
			else expect([call, error, nth, state]).toEqual([call, error, nth, allAfter]);
			// Node itself may die of a write that failed, which is not ours; then it is as with a kill.
			expect([call, error, nth, status]).toEqual([call, error, nth, state.includes('before') ? expect.not.stringMatching('^0$') : status]);
			const left = call === 'unlink' ? [] : temps(home);
			expect([call, error, nth, left, exposed(home), linkIsKept(home)]).toEqual([call, error, nth, [], [], true]);
			rmSync(home, {recursive: true});
		}
	});

	it('is not got round by writing in place: a rename that never works changes nothing', () => {
		for (const error of ['EXDEV', 'EPERM', 'EBUSY', 'EACCES']) {
			const home = freshHome();
			faults += 1;
			expect(run('apply', home, ['-e', 'trace=rename', '-e', `inject=rename:error=${error}`]).status).toBe(3);
			expect(stateOf(home)).toEqual(allBefore);
			expect(temps(home)).toEqual([]);
		}
	});
});

describe('Ctrl-C', () => {
	needing(strace, 'strace cannot run');

	it('at any rename brings back what was done, or comes too late', () => {
		const count = callsOf('rename', 'apply', freshHome());
		const seen = new Set<number | null>();
		for (let nth = 1; nth <= count; nth++) {
			const home = freshHome();
			const {status} = run('apply', home, ['-e', 'trace=rename', '-e', `inject=rename:signal=SIGINT:when=${nth}`]);
			faults += 1;
			seen.add(status);
			expect([nth, seenIn(home)]).toEqual([nth, status === 0 ? allAfter : allBefore]);
			expect([nth, temps(home)]).toEqual([nth, []]);
		}
		expect([...seen].sort()).toEqual([0, 4]);
	});
});

describe('the order of the calls', () => {
	needing(strace, 'strace cannot run');

	it('is write, fsync, rename, fsync of the folder, for every file', () => {
		const home = freshHome();
		run('apply', home, ['-y', '-e', 'trace=openat,write,fsync,rename,fchmod']);
		const lines = readFileSync(path.join(folder, 'trace'), 'utf8').split('\n');
		const renames = lines.flatMap((line, index) => {
			const [, temp, target] = /rename\("([^"]+\.tmp)", "([^"]+)"\)/.exec(line) ?? [];
			return temp === undefined || target === undefined ? [] : [{index, temp, target}];
		});
		expect(renames.map(({target}) => target)).toEqual(
			expect.arrayContaining([path.join(home, 'dotfiles/settings.json'), path.join(home, '.zshrc'), path.join(home, '.claude.json')]),
		);
		for (const {index, temp, target} of renames) {
			const find = (call: string, file: string, from = 0) =>
				lines.findIndex((line, at) => at >= from && line.includes(` ${call}(`) && line.includes(`<${file}>`));
			const made = lines.findIndex(line => line.includes(`"${temp}", O_WRONLY|O_CREAT|O_EXCL`) && line.includes('0600'));
			const order = [
				made,
				find('write', temp),
				find('fchmod', temp),
				find('fsync', temp),
				index,
				find('fsync', path.dirname(target), index),
			];
			expect([target, order.includes(-1), order]).toEqual([target, false, [...order].sort((one, other) => one - other)]);
		}
		// No file of the user is ever opened for writing.
		for (const {name} of tried)
			expect(lines.filter(line => line.includes(`${name}", O_WRONLY`) || line.includes(`${name}", O_RDWR`))).toEqual([]);
	});
});

describe('a disk that does not take it', () => {
	needing(mountable, 'nothing can be mounted (needs root on Linux)');

	function refused(home: string, before: readonly string[] = []): void {
		const modes = modesOf(home);
		faults += 1;
		const {status, stderr} = run('apply', home, [], before);
		expect([status, stderr]).toEqual([3, '']);
		expect([seenIn(home), modesOf(home), temps(home)]).toEqual([allBefore, modes, []]);
	}

	function mount(...args: readonly string[]): void {
		expect(spawnSync('mount', args, {encoding: 'utf8'}).stderr).toBe('');
		mounts.push(args.at(-1) ?? '');
	}

	it('is full: a tmpfs with less and less room', () => {
		const seen = new Set<number | null>();
		for (let kilobytes = 40; kilobytes <= 220; kilobytes += 12) {
			const home = mkdtempSync(path.join(folder, 'home-'));
			homes.push(home);
			mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', home);
			makeHome(home);
			const {status} = run('apply', home);
			faults += 1;
			seen.add(status);
			expect([kilobytes, status, seenIn(home)]).toEqual([kilobytes, status, status === 0 ? allAfter : allBefore]);
			expect([kilobytes, temps(home)]).toEqual([kilobytes, []]);
		}
		expect([...seen].sort()).toEqual([0, 3]);
	});

	it('is read-only', () => {
		const home = freshHome(folder);
		mount('--bind', path.join(home, 'dotfiles'), path.join(home, 'dotfiles'));
		mount('-o', 'remount,ro,bind', path.join(home, 'dotfiles'));
		refused(home);
	});

	it('has a file, or a folder, that is immutable', () => {
		for (const name of ['.zshrc', 'dotfiles/settings.json', 'dotfiles', '.ours']) {
			const home = freshHome(folder);
			const done = spawnSync('chattr', ['+i', path.join(home, name)], {encoding: 'utf8'});
			expect(done.stderr).toBe('');
			refused(home);
			spawnSync('chattr', ['-i', path.join(home, name)]);
		}
	});

	it('has a single file mounted over one of ours, as containers do', () => {
		for (const name of ['.zshrc', '.claude.json']) {
			const home = freshHome(folder);
			const outside = path.join(folder, 'outside');
			cpSync(path.join(home, name), outside);
			mount('--bind', outside, path.join(home, name));
			refused(home);
		}
	});

	it('belongs to somebody else: a folder that may not be written, a file owned by root', () => {
		const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
		for (const spoil of [
			(home: string) => chmodSync(path.join(home, 'dotfiles'), 0o555),
			(home: string) => chmodSync(home, 0o555),
			(home: string) => chownSync(path.join(home, '.zshrc'), 0, 0),
			(home: string) => chmodSync(path.join(home, '.zshrc'), 0o000),
		]) {
			const home = freshHome(folder);
			for (const file of [home, ...everything(home)]) if (!lstatSync(file).isSymbolicLink()) chownSync(file, 65534, 65534);
			spoil(home);
			refused(home, nobody);
		}
	});

	it('is written by root for its owner: what is new belongs to them', () => {
		const home = freshHome(folder);
		for (const file of [home, ...everything(home)]) if (!lstatSync(file).isSymbolicLink()) chownSync(file, 65534, 65534);
		faults += 1;
		expect(run('apply', home).status).toBe(0);
		for (const file of everything(home))
			expect([file, lstatSync(file).isSymbolicLink() || statSync(file).uid === 65534]).toEqual([file, true]);
	});
});

describe('others at the same time', () => {
	it('two wizards lose nothing of each other', async () => {
		const home = freshHome();
		const before = readFileSync(path.join(home, '.zshrc'), 'utf8').split('\n').length;
		const env = {PATH: process.env['PATH'] ?? '', HOME: home};
		const children = [1, 2].map(() => spawn(process.execPath, [program, 'count', home], {env, stdio: 'inherit'}));
		const codes = await Promise.all(children.map(child => new Promise(resolve => child.once('exit', resolve))));
		faults += 80;
		expect(codes).toEqual([0, 0]);
		const lines = readFileSync(path.join(home, '.zshrc'), 'utf8').split('\n');
		expect(lines.length - before).toBe(80);
		expect(new Set(lines.slice(-81)).size).toBe(81);
		expect(temps(home)).toEqual([]);
	});

	const claude = process.env['WIZARD_TEST_CLAUDE'];
	it('claude saves .claude.json while it is changed and changed back, and nothing is lost', async ({skip}) => {
		skip(claude === undefined, 'the real claude is not installed');
		const home = freshHome();
		const file = path.join(home, '.claude.json');
		writeFileSync(file, '{"hasCompletedOnboarding": true, "numStartups": 1, "primaryApiKey": "old"}');
		const env = {
			HOME: home,
			PATH: process.env['PATH'] ?? '',
			TERM: 'xterm',
			ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
			ANTHROPIC_API_KEY: 'none',
			DISABLE_AUTOUPDATER: '1',
			CLAUDE_CODE_MAX_RETRIES: '0',
			CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
		};
		mkdirSync(path.join(home, 'work'));
		const starts = 8;
		let running = true;
		const done = (async () => {
			for (let count = 0; count < starts; count++) {
				const child = spawn(claude ?? '', ['-p', 'hi'], {env, cwd: path.join(home, 'work'), stdio: 'ignore'});
				await new Promise(resolve => child.once('exit', resolve));
			}
			running = false;
		})();
		const machine = realDisk(home);
		const read = () => JSON.parse(readFileSync(file, 'utf8')) as {primaryApiKey?: string; numStartups: number};
		let rounds = 0;
		while (running) {
			const before = readFileSync(file);
			const after = Buffer.from(JSON.stringify({...JSON.parse(before.toString()), primaryApiKey: undefined}));
			const change = {
				path: file,
				named: file,
				kind: 'global-config',
				before,
				after,
				mode: null,
				secret: false,
				entries: [{kind: 'key', path: ['primaryApiKey']}],
			} as const;
			const applied = await apply({files: [change], steps: [], keeps: [], tells: [], masked: [], notes: []}, machine);
			expect(applied.state).toBe('applied');
			expect(read().primaryApiKey).toBe(undefined);
			const undone = await undo(null, machine);
			expect(undone.state).toBe('undone');
			expect(read().primaryApiKey).toBe('old');
			rounds += 1;
			faults += 1;
			await new Promise(resolve => setImmediate(resolve));
		}
		await done;
		expect(rounds).toBeGreaterThan(10);
		expect(read()).toMatchObject({primaryApiKey: 'old', numStartups: expect.any(Number)});
		expect(readdirSync(home).filter(name => name.endsWith('.lock'))).toEqual([]);
	});
});
