import {expect, it} from 'vitest';
import {listReceipts} from '../../source/plan/journal.ts';
import {typed} from '../helpers/typed.ts';
import {changedMachine, machineWith, sentinel, state} from './changed-home.ts';

const files = {'~/.bashrc': 'export ANTHROPIC_API_KEY=sk-ant-api03-OLDOLDOLDOLDOLDOLDOLD0001\n'};

it('lists what was done, when, to which files, and the backup kept of it; without a secret', async () => {
	let now = Date.UTC(2026, 10, 21, 8);
	const machine = await changedMachine('settings', files, {now: () => now});
	now += 3 * 24 * 3_600_000;
	const id = listReceipts(machine)[0]?.id ?? '';
	const {code, out} = await typed(['history', '--json'], {machine});
	expect(code).toBe(0);
	const {schema, items} = JSON.parse(out);
	expect([schema, items]).toEqual([
		1,
		[
			{
				id,
				at: '2026-11-21T08:00:00.000Z',
				state: 'applied',
				did: expect.arrayContaining(['Set ANTHROPIC_AUTH_TOKEN', 'Remove ANTHROPIC_API_KEY']),
				files: ['~/.claude/settings.json', '~/.claude.json', '~/.bashrc'],
				backup: {bytes: expect.any(Number), days: 3},
			},
		],
	]);
	const text = (await typed(['history'], {machine})).out;
	expect(text).toContain(`${id}  2026-11-21 08:00 UTC`);
	expect(text).toMatch(/Backup {2}\d+ bytes, 3 days old/);
	expect(text).toContain('wizard history --purge all');
	expect(out + text).not.toMatch(new RegExp(`${sentinel}|OLDOLD`));
});

it('says so where nothing was changed yet', async () => {
	expect(await typed(['history'], {machine: machineWith()})).toMatchObject({code: 0, out: 'The wizard has changed nothing here yet.\n'});
	expect(JSON.parse((await typed(['history', '--json'], {machine: machineWith()})).out)).toEqual({schema: 1, items: []});
});

it('names a run that was killed, and a backup without a history', async () => {
	const machine = await changedMachine('settings', files);
	const [receipt] = listReceipts(machine);
	const put = (path: string, text: string) =>
		machine.tree.put(`${state}/${path}`, {
			kind: 'file',
			bytes: new TextEncoder().encode(text),
			mode: 0o600,
			uid: 1000,
			gid: 1000,
			mtime: 0,
		});
	put(`history/${receipt?.id}.json`, JSON.stringify({...receipt, state: 'started'}));
	put('backups/20261120-080000-beef/0.before', 'old');
	const {items} = JSON.parse((await typed(['history', '--json'], {machine})).out);
	expect(items.map(({id, state: is}: {id: string; state: string}) => [id, is])).toEqual([
		[receipt?.id, 'started'],
		['20261120-080000-beef', 'abandoned'],
	]);
	expect((await typed(['history'], {machine})).out).toContain('was cut off; undo takes back what was done');
});

it('purges backups after a yes, with every secret in them; the change stays in the list', async () => {
	const machine = await changedMachine('settings', files);
	const backups = () => Object.keys(machine.tree.snapshot()).filter(path => path.startsWith(`${state}/backups`));
	const id = listReceipts(machine)[0]?.id ?? '';
	const tty = {terminal: {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true}};
	const before = backups();
	expect(before.length).toBeGreaterThan(3);
	expect(await typed(['history', '--purge', 'all'], {machine})).toMatchObject({code: 2});
	expect(await typed(['history', '--purge', 'all'], {machine, ...tty})).toMatchObject({code: 130});
	expect(await typed(['history', '--purge', 'nothing'], {machine})).toMatchObject({code: 2});
	expect(backups()).toEqual(before);
	expect(await typed(['history', '--purge', id], {machine, ...tty, confirm: async () => true})).toMatchObject({
		code: 0,
		out: `Removed: ${id}\n`,
	});
	expect(backups()).toEqual([]);
	expect(await typed(['history', '--purge', 'all', '--yes', '--json'], {machine})).toMatchObject({code: 0});
	expect((await typed(['history'], {machine})).out).toContain('none, so it cannot be undone');
});
