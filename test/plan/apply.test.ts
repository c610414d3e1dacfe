import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import type {Machine, Programs, Writing} from '../../source/machine/machine.ts';
import {overlay} from '../../source/machine/overlay.ts';
import {type PretendFile, pretend} from '../../source/machine/pretend.ts';
import {type Applied, apply} from '../../source/plan/apply.ts';
import {listBackups, purgeBackups} from '../../source/plan/backups.ts';
import type {FileChange} from '../../source/plan/change.ts';
import {listReceipts} from '../../source/plan/journal.ts';
import type {Plan} from '../../source/plan/plan.ts';
import {undo} from '../../source/plan/undo.ts';

const sentinel = 'sk-ant-api03-SENTINEL-SENTINEL-SENTINEL-0001';
const bytes = (text: string | null) => (text === null ? null : new TextEncoder().encode(text));

function change(path: string, before: string | null, after: string | null, more: Partial<FileChange> = {}): FileChange {
	const entries = [{kind: 'lines'}] as const;
	return {path, named: path, kind: 'startup', before: bytes(before), after: bytes(after), mode: null, secret: false, entries, ...more};
}

function planOf(files: readonly FileChange[], more: Partial<Plan> = {}): Plan {
	return {files, steps: [], keeps: [], tells: [], masked: [], notes: [], ...more};
}

const home = '/home/ada';
const files: Record<string, PretendFile> = {
	'~/.zshrc': {text: 'alias a=b\nexport KEY=old\n', mode: 0o644},
	'~/dotfiles/settings.json': {text: '{"a": 1}', mode: 0o640},
	'~/.claude/settings.json': {link: '../dotfiles/settings.json'},
	'~/.ours': {text: 'gone soon', mode: 0o600},
};
const plan = planOf([
	change(`${home}/.claude/settings.json`, '{"a": 1}', `{"a": 1, "env": {"KEY": "${sentinel}"}}`, {
		kind: 'settings',
		secret: true,
		entries: [{kind: 'key', path: ['env', 'KEY']}],
	}),
	change(`${home}/.config/fish/conf.d/key.fish`, null, 'set -gx KEY 1\n'),
	change(`${home}/.zshrc`, 'alias a=b\nexport KEY=old\n', 'alias a=b\n'),
	change(`${home}/.ours`, 'gone soon', null, {kind: 'own', entries: [{kind: 'whole-file'}]}),
]);

function idOf(applied: Applied): string {
	if (applied.state !== 'applied') throw new Error(JSON.stringify(applied));
	return applied.receipt.id;
}

function users(machine: {tree: {snapshot(): object}}): string {
	const nodes = Object.entries(machine.tree.snapshot()).filter(([path]) => !path.startsWith(`${home}/.local/state`));
	return JSON.stringify(nodes.map(([path, node]) => [path, {...node, mtime: 0}]));
}

/** The same machine, but writing the file at this path fails in the given way. */
function failing(
	machine: Machine,
	path: string,
	how: (wish: Parameters<Writing['replace']>[0]) => ReturnType<Writing['replace']>,
): Machine {
	return {...machine, writing: {...machine.writing, replace: wish => (wish.path === path ? how(wish) : machine.writing.replace(wish))}};
}

describe('apply and undo', () => {
	it('does all of the plan, says which modes became narrower, and changes nothing the second time', async () => {
		const machine = pretend({files});
		const applied = await apply(plan, machine);
		expect(applied).toMatchObject({state: 'applied', notes: [{path: `${home}/.claude/settings.json`, note: 'narrowed'}]});
		expect(machine.tree.text(`${home}/dotfiles/settings.json`)).toContain(sentinel);
		expect(machine.files.stat(`${home}/dotfiles/settings.json`)?.mode).toBe(0o600);
		expect(machine.files.linkTarget(`${home}/.claude/settings.json`)).toBe('../dotfiles/settings.json');
		expect(machine.tree.text(`${home}/.zshrc`)).toBe('alias a=b\n');
		expect(machine.files.stat(`${home}/.ours`)).toBe(null);
		const after = JSON.stringify(machine.tree.snapshot());
		expect(await apply(plan, machine)).toEqual({state: 'nothing'});
		expect(JSON.stringify(machine.tree.snapshot())).toBe(after);
	});

	it('gives back bytes, modes, absence, links and folders', async () => {
		const machine = pretend({files});
		const before = users(machine);
		const id = idOf(await apply(plan, machine));
		expect(users(machine)).not.toBe(before);
		expect(await undo(id, machine)).toMatchObject({state: 'undone', theirs: [], left: []});
		expect(users(machine)).toBe(before);
		expect(machine.files.stat(`${home}/.config`)).toBe(null);
		expect(await undo(id, machine)).toMatchObject({state: 'already'});
		expect(await undo(null, machine)).toEqual({state: 'unknown', id: null});
	});

	it('takes back the last change first', async () => {
		const machine = pretend({files: {'~/a': 'one\n'}});
		const path = `${home}/a`;
		await apply(planOf([change(path, 'one\n', 'one\ntwo\n')]), machine);
		await apply(planOf([change(path, 'one\ntwo\n', 'one\ntwo\nthree\n')]), machine);
		await undo(null, machine);
		expect(machine.tree.text(path)).toBe('one\ntwo\n');
		await undo(null, machine);
		expect(machine.tree.text(path)).toBe('one\n');
	});

	it('keeps no secret in the history, and closes what it keeps to others', async () => {
		const machine = pretend({files});
		await apply(plan, machine);
		const own = Object.entries(machine.tree.snapshot()).filter(([path]) => path.startsWith(`${home}/.local/state/claude-auth-wizard`));
		expect(own.length).toBeGreaterThan(5);
		for (const [path, node] of own) {
			expect([path, node.mode]).toEqual([path, 0o600]);
			if (path.includes('/history/')) expect(machine.tree.text(path)).not.toMatch(/SENTINEL|KEY=|set -gx|gone soon/);
		}
		expect(machine.files.stat(machine.environment.state)?.mode).toBe(0o700);
	});
});

describe('all or nothing', () => {
	it('brings the first files back when a later one is refused, and leaves no trace', async () => {
		const machine = pretend({files});
		const before = JSON.stringify(Object.values(machine.tree.snapshot()).map(node => ({...node, mtime: 0})));
		const broken = failing(machine, `${home}/.zshrc`, () => ({state: 'refused', why: 'read-only', message: 'no', touched: false}));
		expect(await apply(plan, broken)).toEqual({state: 'refused', path: `${home}/.zshrc`, why: 'read-only', message: 'no', left: []});
		expect(JSON.stringify(Object.values(machine.tree.snapshot()).map(node => ({...node, mtime: 0})))).toBe(before);
		expect(listReceipts(machine)).toEqual([]);
	});

	it('brings also that file back when it failed after it was exchanged', async () => {
		const machine = pretend({files});
		const before = users(machine);
		let failed = false;
		const broken = failing(machine, `${home}/.claude/settings.json`, wish => {
			const written = machine.writing.replace(wish);
			if (failed) return written;
			failed = true;
			return {state: 'refused', why: 'failed', message: 'the disk reports an error', touched: true};
		});
		expect(await apply(plan, broken)).toMatchObject({state: 'refused', left: []});
		expect(users(machine)).toBe(before);
	});

	it('names what it cannot bring back, and keeps that in the history', async () => {
		const machine = pretend({files});
		let writes = 0;
		const broken = failing(machine, `${home}/.claude/settings.json`, wish => {
			writes += 1;
			return writes === 1 ? machine.writing.replace(wish) : {state: 'refused', why: 'full', message: 'the disk is full', touched: false};
		});
		const twice = failing(broken, `${home}/.zshrc`, () => ({state: 'refused', why: 'full', message: 'the disk is full', touched: false}));
		expect(await apply(plan, twice)).toMatchObject({left: [{path: `${home}/.claude/settings.json`, message: 'the disk is full'}]});
		expect(listReceipts(machine)).toMatchObject([{state: 'started'}]);
		expect(await undo(null, machine)).toMatchObject({state: 'undone'});
		expect(machine.tree.text(`${home}/dotfiles/settings.json`)).toBe('{"a": 1}');
	});

	it('refuses a file that was changed since the plan was made', async () => {
		const machine = pretend({files: {...files, '~/.zshrc': 'somebody was here\n'}});
		const before = users(machine);
		expect(await apply(plan, machine)).toMatchObject({state: 'refused', path: `${home}/.zshrc`, why: 'conflict', left: []});
		expect(users(machine)).toBe(before);
	});

	it.each([0, 1, 2, 3, 4])('is cancelled between two edits (%i are done) and brings those back', async count => {
		const machine = pretend({files});
		const before = users(machine);
		const stop = new AbortController();
		let writes = 0;
		const counting: Machine = {
			...machine,
			writing: {
				...machine.writing,
				replace(wish) {
					if (!wish.path.startsWith(machine.environment.state)) writes += 1;
					if (writes === count) stop.abort();
					return machine.writing.replace(wish);
				},
			},
		};
		if (count === 0) stop.abort();
		const applied = await apply(plan, counting, {signal: stop.signal});
		// After the last file there is nothing left to stop.
		expect(applied.state).toBe(count === 4 ? 'applied' : 'cancelled');
		if (count < 4) expect(users(machine)).toBe(before);
		if (count < 4) expect(listReceipts(machine)).toEqual([]);
	});

	it('does nothing where contents cannot be kept first', async () => {
		const machine = pretend({files: {...files, '/locked': {folder: true, mode: 0o555, uid: 0}}, variables: {XDG_STATE_HOME: '/locked'}});
		const before = users(machine);
		expect(await apply(plan, machine)).toMatchObject({state: 'refused', why: 'state-folder', path: '/locked/claude-auth-wizard'});
		expect(users(machine)).toBe(before);
	});
});

describe('a run that was killed half way', () => {
	it.each([1, 2, 3])('is undone from what it wrote down first (%i files were changed)', async count => {
		const machine = pretend({files});
		const before = users(machine);
		let writes = 0;
		const killed: Machine = {
			...machine,
			writing: {
				...machine.writing,
				replace(wish) {
					if (!wish.path.startsWith(machine.environment.state) && ++writes > count) throw new Error('killed');
					return machine.writing.replace(wish);
				},
			},
		};
		await expect(apply(plan, killed)).rejects.toThrow('killed');
		expect(users(machine)).not.toBe(before);
		expect(listReceipts(machine)).toMatchObject([{state: 'started'}]);
		expect(await undo(null, machine)).toMatchObject({state: 'undone'});
		expect(JSON.parse(users(machine))).toEqual(JSON.parse(before));
	});
});

describe('a dry run', () => {
	it('goes all the way on an overlay and touches nothing', async () => {
		const machine = pretend({files});
		const before = JSON.stringify(machine.tree.snapshot());
		const above = overlay(machine);
		const id = idOf(await apply(plan, above));
		expect(above.files.read(`${home}/.ours`).state).toBe('absent');
		expect(await undo(id, above)).toMatchObject({state: 'undone'});
		expect(above.files.read(`${home}/.ours`).state).toBe('bytes');
		expect(JSON.stringify(machine.tree.snapshot())).toBe(before);
	});
});

describe('secrets for the store', () => {
	const keep = {
		kind: 'keep-secret',
		secret: new Secret(sentinel),
		program: 'secret-tool',
		args: ['store', '--label=x'],
		back: {program: 'secret-tool', args: ['clear']},
		summary: 'Keep the key in the keyring',
		answers: {to: 'wish'},
	} as const;
	type Call = {readonly args: readonly string[]; readonly input: string | undefined; readonly env: Readonly<Record<string, string>>};

	function withStore(code: number): {machine: ReturnType<typeof pretend>; calls: Call[]} {
		const calls: Call[] = [];
		const run: Programs['run'] = async (_, args, {input, env}) => {
			calls.push({args, input, env});
			return {state: 'ended', code: args[0] === 'store' ? code : 0, stdout: '', stderr: `bad secret ${sentinel}`};
		};
		return {calls, machine: pretend({files, run, variables: {PATH: '/bin', ANTHROPIC_API_KEY: sentinel}})};
	}

	it('go in on stdin, and out again with an undo', async () => {
		const {machine, calls} = withStore(0);
		const id = idOf(await apply(planOf([], {keeps: [keep]}), machine));
		expect(calls).toEqual([{args: ['store', '--label=x'], input: sentinel, env: {PATH: '/bin'}}]);
		await undo(id, machine);
		expect(calls[1]).toMatchObject({args: ['clear'], input: undefined});
	});

	it('stop everything where the store refuses, without its words', async () => {
		const {machine} = withStore(1);
		const before = users(machine);
		const applied = await apply(planOf(plan.files, {keeps: [keep]}), machine);
		expect(applied).toMatchObject({state: 'refused', why: 'store', path: 'secret-tool'});
		expect(JSON.stringify(applied)).not.toContain('SENTINEL');
		expect(users(machine)).toBe(before);
	});

	it('come out again where a file is refused', async () => {
		const {machine, calls} = withStore(0);
		await apply(planOf([change(`${home}/.zshrc`, 'not so', 'x')], {keeps: [keep]}), machine);
		expect(calls.map(({args}) => args[0])).toEqual(['store', 'clear']);
	});
});

describe('backups', () => {
	it('expire after 30 days, and beyond the last 20', async () => {
		let now = Date.UTC(2026, 0, 1);
		const machine = pretend({files: {'~/a': '0\n'}, now: () => now});
		const ids: string[] = [];
		for (let count = 0; count < 23; count++) {
			ids.push(idOf(await apply(planOf([change(`${home}/a`, `${count}\n`, `${count + 1}\n`)]), machine)));
			now += 1000;
		}
		expect(new Set(ids).size).toBe(23);
		expect(listBackups(machine).map(({id}) => id)).toEqual(ids.slice(-20).reverse());
		expect(await undo(ids[0] ?? '', machine)).toMatchObject({state: 'gone'});
		now += 30 * 24 * 3_600_000;
		await apply(planOf([change(`${home}/a`, '23\n', '24\n')]), machine);
		expect(listBackups(machine)).toHaveLength(1);
		expect(listReceipts(machine)).toHaveLength(24);
	});

	it('can be purged, with every secret in them', async () => {
		const machine = pretend({files});
		const id = idOf(await apply(plan, machine));
		expect(listBackups(machine)).toMatchObject([{id, files: plan.files.map(file => file.named)}]);
		expect(purgeBackups(machine, 'all')).toEqual([id]);
		const left = Object.keys(machine.tree.snapshot()).filter(path => machine.tree.text(path)?.includes('SENTINEL'));
		expect(left).toEqual([`${home}/dotfiles/settings.json`]);
		expect(await undo(null, machine)).toMatchObject({state: 'gone'});
	});

	it('are not used where somebody changed them', async () => {
		const machine = pretend({files});
		const id = idOf(await apply(plan, machine));
		const kept = `${machine.environment.state}/backups/${id}/0.before`;
		const node = machine.tree.snapshot()[kept];
		if (node?.kind !== 'file') throw new Error('no backup');
		machine.tree.put(kept, {...node, bytes: new TextEncoder().encode('tampered')});
		expect(await undo(id, machine)).toMatchObject({state: 'gone'});
	});
});
