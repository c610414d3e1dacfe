import {expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';
import {scriptedRepair} from './scripted-repair.ts';

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
const broken = '{\n  // mine\n  "env": {"ANTHROPIC_API_KEY": "sk-ant-old-0123456789"},\n}\n';

it('one undo takes back all rounds of a repair, and each of them is undone then', async () => {
	for (const named of [true, false]) {
		const machine = pretend({
			cwd: '/work',
			files: {'~/.claude/settings.json': broken, '~/.bashrc': 'export ANTHROPIC_API_KEY=sk-old-0123456789\n'},
		});
		const {undo, undoEarlier} = JSON.parse((await typed(scriptedRepair, {machine, input: `${key}\n`})).out);
		expect(undoEarlier).toHaveLength(1);
		const planned = await typed(['undo', ...(named ? [undo] : []), '--dry-run', '--json'], {machine});
		expect(JSON.parse(planned.out).plan.map(({file}: {file: string}) => file)).toContain('~/.claude/settings.json');
		const back = await typed(['undo', ...(named ? [undo] : []), '--yes', '--json'], {machine});
		expect([back.code, JSON.parse(back.out)]).toEqual([0, expect.objectContaining({undone: undo, undoneEarlier: undoEarlier})]);
		expect(machine.tree.text('/home/ada/.claude/settings.json')).toBe(broken);
		expect(machine.tree.text('/home/ada/.bashrc')).toBe('export ANTHROPIC_API_KEY=sk-old-0123456789\n');
		expect((await typed(['undo', undoEarlier[0], '--yes'], {machine})).code).toBe(0);
	}
});

it('a repair is no part of the one before it', async () => {
	const machine = pretend({cwd: '/work', files: {'~/.claude/settings.json': broken, '~/.bashrc': 'alias a=b\n'}});
	await typed(scriptedRepair, {machine, input: `${key}\n`});
	const {undo} = JSON.parse((await typed(scriptedRepair, {machine, input: 'sk-or-v1-9999456789abcdef0123456789abcdef\n'})).out);
	const last = JSON.parse((await typed(['undo', undo, '--yes', '--json'], {machine})).out);
	expect([last.undone, last.undoneEarlier]).toEqual([undo, []]);
	expect(machine.tree.text('/home/ada/.claude/settings.json')).toContain(key);
});

const twice = () =>
	pretend({cwd: '/work', files: {'~/.claude/settings.json': broken, '~/.claude.json': '<html>', '~/.bashrc': 'alias a=b\n'}});
const meanwhile = (machine: ReturnType<typeof pretend>, at: string, text: string) =>
	machine.tree.put(at, {kind: 'file', bytes: new TextEncoder().encode(text), mode: 0o600, uid: 1000, gid: 1000, mtime: 0});

it('an earlier round that cannot be taken back stays, and is named', async () => {
	const machine = twice();
	await typed(scriptedRepair, {machine, input: `${key}\n`});
	meanwhile(machine, '/home/ada/.local/state/claude-auth-wizard/comments/.claude-settings.json.txt', 'mine by now');
	const {code, out} = await typed(['undo', '--yes', '--json'], {machine});
	expect([code, JSON.parse(out)]).toEqual([
		1,
		expect.objectContaining({undoneEarlier: [], left: [expect.objectContaining({what: expect.stringContaining('/comments/')})]}),
	]);
	expect(machine.tree.text('/home/ada/.claude/settings.json')).not.toContain(key);
});

it('a .claude.json that was begun anew keeps what claude wrote into it since, and all the rest goes back', async () => {
	const machine = twice();
	await typed(scriptedRepair, {machine, input: `${key}\n`});
	meanwhile(machine, '/home/ada/.claude.json', '{"numStartups": 1, "hasCompletedOnboarding": true}');
	expect((await typed(['undo', '--yes'], {machine})).code).toBe(0);
	expect(machine.tree.text('/home/ada/.claude.json')).toBe('{"numStartups": 1}');
	expect(machine.tree.text('/home/ada/.claude/settings.json')).toBe(broken);
});
