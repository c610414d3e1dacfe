import {describe, expect, it} from 'vitest';
import type {Context} from '../../source/commands/command.ts';
import type {Pretend} from '../../source/machine/pretend.ts';
import {listReceipts} from '../../source/plan/journal.ts';
import {typed} from '../helpers/typed.ts';
import {changedMachine, machineWith, sentinel, users} from './changed-home.ts';

const old = 'sk-ant-api03-OLDOLDOLDOLDOLDOLDOLDOLDOLD0001';
const files = {
	'~/.bashrc': `alias a=b\nexport ANTHROPIC_API_KEY=${old}\n`,
	'~/.claude/settings.json': {text: '{\r\n  "model": "opus"\r\n}', mode: 0o644},
	'~/.claude.json': {text: '{"numStartups": 3}', mode: 0o600},
};
const tty: Pick<Context, 'terminal'> = {
	terminal: {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: true, unicode: true},
};

async function changed(): Promise<{readonly machine: Pretend; readonly before: unknown; readonly id: string}> {
	const before = users(machineWith(files));
	const machine = await changedMachine('settings', files);
	return {machine, before, id: listReceipts(machine)[0]?.id ?? ''};
}

describe('wizard undo', () => {
	it('brings everything back with --yes, shows the diff without a secret, and a second time has nothing to do', async () => {
		const {machine, before, id} = await changed();
		expect(users(machine)).not.toEqual(before);
		const {code, out, err} = await typed(['undo', '--yes'], {machine});
		expect([code, err]).toEqual([0, '']);
		expect(users(machine)).toEqual(before);
		expect(out).toContain('-    "ANTHROPIC_AUTH_TOKEN": "sk-or-v1-…1331"');
		expect(out).toContain('+export ANTHROPIC_API_KEY=sk-ant-api03-…0001');
		expect(out).toContain(`${id} is undone: 3 files are as before.`);
		expect(out).not.toMatch(new RegExp(`${sentinel}|${old}`));
		expect(await typed(['undo', '--yes'], {machine})).toMatchObject({code: 0, out: 'There is nothing to undo.\n'});
		expect(await typed(['undo', id, '--yes'], {machine})).toMatchObject({code: 0, out: `${id} was undone already.\n`});
	});

	it('masks also a secret that has no shape, wherever it stands in what is shown', async () => {
		const shapeless = 'Tr0ub4dor battery horse';
		const bashrc = `# was ${shapeless}\nexport ANTHROPIC_AUTH_TOKEN='${shapeless}'\n`;
		const machine = await changedMachine('settings', {'~/.bashrc': bashrc});
		const {out} = await typed(['undo', '--dry-run'], {machine});
		expect(out).toContain('# was ');
		expect(out + (await typed(['undo', '--dry-run', '--json'], {machine})).out).not.toContain(shapeless);
	});

	it('only shows with --dry-run, in JSON as every dry run', async () => {
		const {machine} = await changed();
		const before = JSON.stringify(machine.tree.snapshot());
		const {code, out} = await typed(['undo', '--dry-run', '--json'], {machine});
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({schema: 1, changed: true, cannot: []});
		expect(JSON.parse(out).plan.map(({kind, file, line}: Record<string, unknown>) => [kind, file, line])).toEqual([
			['undo', '~/.claude/settings.json', null],
			['undo', '~/.claude.json', null],
			['undo', '~/.bashrc', null],
		]);
		expect(JSON.parse(out).plan[0].diff).toContain('mode 0644');
		expect(out).not.toMatch(new RegExp(`${sentinel}|${old}`));
		expect((await typed(['undo', '--dry-run'], {machine})).out).toContain('--- ~/.bashrc');
		expect(JSON.stringify(machine.tree.snapshot())).toBe(before);
	});

	it('asks in a terminal, and writes nothing without a yes', async () => {
		const {machine, before} = await changed();
		const after = users(machine);
		expect(await typed(['undo'], {machine, ...tty, confirm: async () => false})).toMatchObject({code: 130, err: /Cancelled/});
		expect(users(machine)).toEqual(after);
		const asked: string[] = [];
		const agree = async (question: string) => asked.push(question) > 0;
		expect(await typed(['undo'], {machine, ...tty, confirm: agree})).toMatchObject({code: 0});
		expect([asked, users(machine)]).toEqual([['Take this change back?'], before]);
	});

	it('needs a terminal or --yes', async () => {
		const {machine} = await changed();
		const after = users(machine);
		expect(await typed(['undo'], {machine})).toMatchObject({code: 2, out: ''});
		expect(JSON.parse((await typed(['undo', '--json'], {machine})).out)).toMatchObject({schema: 1, error: {code: 2}});
		expect(users(machine)).toEqual(after);
	});

	it('says what it did as one object', async () => {
		const {machine, id} = await changed();
		const {code, out} = await typed(['undo', '--yes', '--json'], {machine});
		expect([code, JSON.parse(out)]).toEqual([
			0,
			{
				schema: 1,
				changed: true,
				edits: ['~/.claude/settings.json', '~/.claude.json', '~/.bashrc'].map(file => ({file, summary: 'Put it back as it was'})),
				undone: id,
				undoneEarlier: [],
				kept: [],
				left: [],
			},
		]);
		expect(JSON.parse((await typed(['undo', '--yes', '--json'], {machine})).out)).toMatchObject({schema: 1, changed: false, undone: null});
	});

	it('keeps what others changed since, and says so; refuses where our entries were changed', async () => {
		const {machine, id} = await changed();
		const put = (path: string, text: string) =>
			machine.tree.put(path, {kind: 'file', bytes: new TextEncoder().encode(text), mode: 0o600, uid: 1000, gid: 1000, mtime: 0});
		put('/home/ada/.claude.json', '{"numStartups": 4, "hasCompletedOnboarding": true}');
		const settings = machine.tree.text('/home/ada/.claude/settings.json') ?? '';
		put('/home/ada/.claude/settings.json', settings.replace(sentinel, 'sk-or-v1-another-key-that-somebody-put-there'));
		const after = users(machine);
		const refused = await typed(['undo', '--yes'], {machine});
		expect(refused.code).toBe(3);
		expect(refused.err).toContain('~/.claude/settings.json: env.ANTHROPIC_AUTH_TOKEN was changed since');
		expect(users(machine)).toEqual(after);
		put('/home/ada/.claude/settings.json', settings);
		const {code, out} = await typed(['undo', id, '--yes'], {machine});
		expect(code).toBe(0);
		expect(out).toContain('~/.claude.json was changed by others since; their changes were kept.');
		expect(machine.tree.text('/home/ada/.claude.json')).toBe('{"numStartups": 4}');
	});

	it('refuses what has no backup any more, an unknown ID, and the home of another user', async () => {
		const {machine, id} = await changed();
		expect(await typed(['undo', 'nothing-like-it', '--yes'], {machine})).toMatchObject({code: 2});
		const root = {...machine, environment: {...machine.environment, uid: 0}};
		const borrowed = await typed(['undo', '--yes'], {machine: root});
		expect([borrowed.code, borrowed.err]).toEqual([3, expect.stringContaining("that one's home is /root")]);
		await typed(['history', '--purge', id, '--yes'], {machine});
		const gone = await typed(['undo', '--yes'], {machine});
		expect([gone.code, gone.err]).toEqual([3, expect.stringContaining('is gone or damaged')]);
	});

	it('is stopped by Ctrl-C between two files, and then all is as it was', async () => {
		const {machine} = await changed();
		const after = users(machine);
		const stop = new AbortController();
		const writing: Pretend['writing'] = {
			...machine.writing,
			replace(wish) {
				if (!wish.path.includes('.local/state')) stop.abort();
				return machine.writing.replace(wish);
			},
		};
		const run = await typed(['undo', '--yes'], {machine: {...machine, writing}, takeInterrupt: () => stop.signal});
		expect([run.code, run.err]).toEqual([130, 'wizard: Cancelled; everything is as it was.\n']);
		expect(users(machine)).toEqual(after);
	});
});
