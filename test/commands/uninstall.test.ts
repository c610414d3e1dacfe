import {describe, expect, it} from 'vitest';
import type {Pretend} from '../../source/machine/pretend.ts';
import {findRoots} from '../../source/places/roots.ts';
import {apply} from '../../source/plan/apply.ts';
import {makePlan} from '../../source/plan/make-plan.ts';
import {setupEdits} from '../../source/setups/setup-edits.ts';
import {shells} from '../../source/shells/index.ts';
import {storeNamed} from '../../source/stores/index.ts';
import {secretTool} from '../../source/stores/secret-programs.ts';
import {typed} from '../helpers/typed.ts';
import {carryOut, storeRoots} from '../setups/carry-out.ts';
import {changedMachine, machineWith, sentinel, setup, state, users} from './changed-home.ts';

const plain = {
	'~/.bashrc': {text: 'alias a=b', mode: 0o644},
	'~/.claude/settings.json': {text: '{\r\n\t"model": "opus"\r\n}', mode: 0o600},
	'~/.claude.json': {text: '{"numStartups": 3}', mode: 0o600},
};
const ours = (machine: Pretend) => Object.keys(machine.tree.snapshot()).filter(path => /claude-auth-wizard/.test(path));

describe('where nothing of the user competed, all is as it was before the wizard', () => {
	it.each(['settings', 'shell', 'project'] as const)('%s, with files of the user', async store => {
		const before = users(machineWith(plain));
		const machine = await changedMachine(store, plain);
		const {code, out, err} = await typed(['uninstall', '--yes'], {machine});
		expect([code, err]).toEqual([0, '']);
		expect(out).toContain('Everything the wizard wrote is taken out.');
		expect(out).not.toContain(sentinel);
		expect(users(machine)).toEqual(before);
		expect(ours(machine)).toEqual([]);
		expect(machine.files.stat(state)).toBe(null);
	});

	it('speaks of undo only where there is something to undo', async () => {
		const machine = await changedMachine('settings', plain);
		expect((await typed(['uninstall', '--dry-run'], {machine})).out).toContain('for that, first: wizard undo');
		expect((await typed(['undo', '--yes'], {machine})).code).toBe(0);
		const {out} = await typed(['uninstall', '--dry-run'], {machine});
		expect(out).toContain('Remove our own folder');
		expect(out).not.toContain('wizard undo');
	});

	it.each(['settings', 'shell', 'project'] as const)('%s, in an empty home', async store => {
		const machine = await changedMachine(store);
		await typed(['uninstall', '--yes'], {machine});
		expect(users(machine)).toEqual(users(machineWith()));
		expect(machine.files.stat('/home/ada/.config/claude-auth-wizard')).toBe(null);
	});

	it.each(['settings', 'shell', 'project'] as const)(
		'%s, after several changes, and where claude has saved its file since',
		async store => {
			const machine = await changedMachine(store, plain);
			await carryOut(machine, {...setup, baseUrl: 'https://other.example', model: 'm'}, store);
			put(machine, '/home/ada/.claude.json', JSON.stringify({numStartups: 9, hasCompletedOnboarding: true, tips: {a: 1}}));
			await typed(['uninstall', '--yes'], {machine});
			expect(machine.tree.text('/home/ada/.claude.json')).toBe('{"numStartups":9,"tips":{"a":1}}');
			const same = ({'/home/ada/.claude.json': _, ...rest}: Readonly<Record<string, object>>) => rest;
			expect(same(users(machine))).toEqual(same(users(machineWith(plain))));
		},
	);
});

it.each(shells.map(({name}) => name))('takes our line out of the startup file of %s, and our file with it', async name => {
	const empty = machineWith();
	const startup = shells.find(one => one.name === name)?.writes(storeRoots(empty, null, name).shellRoots) ?? null;
	// cmd reads no startup file.
	if (startup === null) return;
	const files = {[startup]: {bytes: new Uint8Array(Buffer.from('# mine \xe4', 'latin1')), mode: 0o640}};
	const machine = machineWith(files);
	const stores = storeRoots(machine, null, name);
	const made = setupEdits(setup, storeNamed('shell'), {facts: [], roots: findRoots(machine), stores, maskOnly: false});
	const planned = makePlan(made.state === 'made' ? made.edits : [], machine);
	if (planned.state === 'refused') throw new Error(planned.refusals[0]?.why);
	expect((await apply(planned.plan, machine)).state).toBe('applied');
	expect((await typed(['uninstall', '--yes'], {machine})).code).toBe(0);
	expect(users(machine)).toEqual(users(machineWith(files)));
});

describe('wizard uninstall', () => {
	const old = 'sk-ant-api03-OLDOLDOLDOLDOLDOLDOLDOLDOLD0001';
	const crowded = {
		'~/.bashrc': `alias a=b\nexport ANTHROPIC_API_KEY=${old}\n`,
		'~/.claude/settings.json': `{"env": {"ANTHROPIC_BASE_URL": "https://old.example", "MINE": "1"}, "apiKeyHelper": "echo k"}`,
	};
	const shell = {variables: {ANTHROPIC_API_KEY: old}};

	it('takes masks and values of ours out, does not bring back what was removed, and leaves the rest', async () => {
		const machine = await changedMachine('settings', crowded, shell);
		expect(machine.tree.text('/home/ada/.claude/settings.json')).toContain('"ANTHROPIC_API_KEY": ""');
		await typed(['uninstall', '--yes'], {machine});
		expect(JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '')).toEqual({env: {MINE: '1'}});
		expect(machine.tree.text('/home/ada/.bashrc')).toBe('alias a=b\n');
		expect(Object.keys(machine.tree.snapshot()).filter(path => machine.tree.text(path)?.includes(old))).toEqual([]);
	});

	it("does not bring back the user's value that ours stood in place of, also where nothing else was done", async () => {
		const file = '/home/ada/.claude/settings.json';
		const machine = await changedMachine('settings', {
			...plain,
			'~/.claude/settings.json': '{"env": {"ANTHROPIC_AUTH_TOKEN": "sk-or-v1-the-one-before-0123456789", "MINE": "1"}}',
		});
		await typed(['uninstall', '--yes'], {machine});
		expect(machine.tree.text(file)).toBe('{"env": {"MINE": "1"}}');
	});

	it('leaves a value that the user has put in since, and says so', async () => {
		const machine = await changedMachine('settings', plain);
		const file = '/home/ada/.claude/settings.json';
		put(machine, file, (machine.tree.text(file) ?? '').replace(sentinel, 'sk-or-v1-somebody-put-another-one-there'));
		const {out} = await typed(['uninstall', '--yes'], {machine});
		expect(out).toContain('~/.claude/settings.json: env.ANTHROPIC_AUTH_TOKEN was changed since the wizard wrote it, and stays.');
		expect(JSON.parse(machine.tree.text(file) ?? '').env).toEqual({ANTHROPIC_AUTH_TOKEN: 'sk-or-v1-somebody-put-another-one-there'});
	});

	it('knows blocks and files of ours without a history, and masks without a backup', async () => {
		const machine = await changedMachine('shell', plain);
		machine.tree.takeAll(state);
		await typed(['uninstall', '--yes'], {machine});
		expect(users(machine)['/home/ada/.bashrc']).toEqual(users(machineWith(plain))['/home/ada/.bashrc']);
		expect(ours(machine)).toEqual([]);
		const masked = await changedMachine('settings', crowded, shell);
		await typed(['history', '--purge', 'all', '--yes'], {machine: masked});
		await typed(['uninstall', '--yes'], {machine: masked});
		expect(JSON.parse(masked.tree.text('/home/ada/.claude/settings.json') ?? '').env).not.toHaveProperty('ANTHROPIC_API_KEY');
	});

	it('does nothing the second time, and nothing where the wizard never was', async () => {
		const machine = await changedMachine('settings', crowded);
		await typed(['uninstall', '--yes'], {machine});
		const after = JSON.stringify(machine.tree.snapshot());
		expect(await typed(['uninstall', '--yes'], {machine})).toMatchObject({code: 0, out: 'Nothing of the wizard is left here.\n'});
		expect(JSON.parse((await typed(['uninstall', '--yes', '--json'], {machine})).out)).toMatchObject({changed: false, edits: []});
		expect(JSON.stringify(machine.tree.snapshot())).toBe(after);
	});

	it('only shows with --dry-run, and asks twice in a terminal: for the files, and for the backups', async () => {
		const machine = await changedMachine('settings', crowded);
		const before = JSON.stringify(machine.tree.snapshot());
		const dry = JSON.parse((await typed(['uninstall', '--dry-run', '--json'], {machine})).out);
		expect(dry).toMatchObject({schema: 1, changed: true, cannot: []});
		expect(dry.plan.map(({kind, file}: Record<string, string>) => [kind, file])).toEqual([
			['take-out', '~/.claude/settings.json'],
			['take-out', '~/.claude.json'],
			['remove-folder', '~/.local/state/claude-auth-wizard'],
		]);
		expect(JSON.stringify(dry)).not.toMatch(new RegExp(`${sentinel}|${old}`));
		expect((await typed(['uninstall'], {machine})).code).toBe(2);
		expect(JSON.stringify(machine.tree.snapshot())).toBe(before);
		const asked: string[] = [];
		const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
		const run = await typed(['uninstall'], {machine, terminal, confirm: async question => asked.push(question) === 1});
		expect([run.code, asked.length]).toEqual([0, 2]);
		const id = /wizard undo (\S+)\)/.exec(run.out)?.[1] ?? '';
		expect(await typed(['undo', id, '--yes'], {machine})).toMatchObject({code: 0});
		expect(machine.tree.text('/home/ada/.claude/settings.json')).toContain(sentinel);
	});

	it('takes a secret out of the store, and keeps the history where the store does not let it go', async () => {
		const calls: (readonly string[])[] = [];
		let broken = true;
		const run: Pretend['programs']['run'] = async (_, args) => {
			calls.push(args);
			return {state: 'ended', code: args[0] === 'clear' && broken ? 1 : 0, stdout: '', stderr: ''};
		};
		const machine = machineWith(plain, {run});
		await carryOut(machine, setup, 'helper', secretTool('router.example'));
		const stuck = await typed(['uninstall', '--yes', '--json'], {machine});
		expect([stuck.code, JSON.parse(stuck.out).left]).toEqual([1, [{what: 'secret-tool', why: 'it ended with code 1'}]]);
		broken = false;
		expect((await typed(['uninstall', '--yes'], {machine})).code).toBe(0);
		expect(calls.filter(([word]) => word === 'clear')).toHaveLength(2);
		expect(ours(machine)).toEqual([]);
		expect(JSON.stringify(calls)).not.toContain(sentinel);
	});
});

function put(machine: Pretend, path: string, text: string): void {
	machine.tree.put(path, {kind: 'file', bytes: new TextEncoder().encode(text), mode: 0o600, uid: 1000, gid: 1000, mtime: 0});
}
