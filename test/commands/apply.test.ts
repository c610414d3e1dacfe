import {describe, expect, it} from 'vitest';
import {contentHash} from '../../source/commands/trusted-file.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {listReceipts} from '../../source/plan/journal.ts';
import {leaks} from '../helpers/leaks.ts';
import {typed} from '../helpers/typed.ts';

const key = 'gw-0123456789abcdef0123456789abcdef';
const old = 'gw-0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0l';
const setup = 'credential: router-key\nbaseUrl: https://gw.example\nheaders: {X-Team: a}\nsecret: {env: GW_KEY}\n';
const home = (text = setup, files: Readonly<Record<string, string>> = {}) =>
	pretend({
		cwd: '/work',
		files: {'~/.bashrc': `alias a=b\nexport ANTHROPIC_API_KEY=${old}\n`, '/work/setup.yaml': text, ...files},
		variables: {GW_KEY: key, ANTHROPIC_API_KEY: old, SHELL: '/bin/bash'},
	});

function read(machine: ReturnType<typeof pretend>, file: string): string {
	const reading = machine.files.read(file);
	return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : reading.state;
}

const apply = async (machine: ReturnType<typeof pretend>, ...more: string[]) => {
	const said = await typed(['apply', 'setup.yaml', '--no-live', '--json', ...more], {machine});
	expect(leaks(said.out + said.err, [key, old]).length).toBe(0);
	return {...said, json: JSON.parse(said.out)};
};

describe('wizard apply', () => {
	it('brings the machine to the setup, and the second time changes nothing', async () => {
		const machine = home();
		const first = await apply(machine);
		expect([first.code, first.json.changed, first.json.live]).toEqual([0, true, null]);
		expect(JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env).toEqual({
			ANTHROPIC_BASE_URL: 'https://gw.example',
			ANTHROPIC_AUTH_TOKEN: key,
			ANTHROPIC_CUSTOM_HEADERS: 'X-Team: a',
			ANTHROPIC_API_KEY: '',
		});
		expect(read(machine, '/home/ada/.bashrc')).toBe('alias a=b\n');
		// It asks nothing anyway; --yes is what one types elsewhere.
		const second = await apply(machine, '--yes');
		expect([second.code, second.json.changed, second.json.undo]).toEqual([0, false, null]);
		expect(listReceipts(machine)).toHaveLength(1);
	});

	it('only tells with --check: 1 while something would change, 0 in the wished state', async () => {
		const machine = home();
		const before = await apply(machine, '--check');
		expect([before.code, before.json.changed]).toEqual([1, true]);
		expect(before.json.plan.length).toBeGreaterThan(1);
		expect([read(machine, '/home/ada/.claude/settings.json'), listReceipts(machine)]).toEqual(['absent', []]);
		await apply(machine);
		const after = await apply(machine, '--check');
		expect([after.code, after.json]).toMatchObject([0, {changed: false, plan: [], cannot: []}]);
		expect((await apply(home(), '--dry-run')).code).toBe(0);
		const said = await typed(['apply', 'setup.yaml', '--dry-run'], {machine});
		expect([said.code, said.out]).toEqual([0, 'Nothing to change: everything is as wished already.\n']);
	});

	it.each(['settings', 'shell', 'project'])('changes nothing the second time where it is kept in %s', async store => {
		const machine = home(`${setup}store: ${store}\n`);
		expect((await apply(machine)).json.changed).toBe(true);
		expect((await apply(machine)).json.changed).toBe(false);
	});

	it('only masks what other programs may read, with remove: mask-only', async () => {
		const machine = home(`${setup}remove: mask-only\n`);
		await apply(machine);
		expect(read(machine, '/home/ada/.bashrc')).toContain(old);
		expect(JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env.ANTHROPIC_API_KEY).toBe('');
	});

	it('edits nothing outside of the home folder, also where its path begins alike', async () => {
		const shared = `export ANTHROPIC_API_KEY=${old}\n`;
		const machine = home(setup, {'~/.bashrc': '. /home/ada-shared/env.sh\n', '/home/ada-shared/env.sh': shared});
		const {code, json} = await apply(machine);
		expect(read(machine, '/home/ada-shared/env.sh')).toBe(shared);
		expect([code, json.masked]).toMatchObject([0, [{variable: 'ANTHROPIC_API_KEY'}]]);
	});

	it('takes the secret from a file beside the setup', async () => {
		const machine = home(setup.replace('{env: GW_KEY}', '{file: gw.key}'), {'/work/gw.key': `${key}\n`});
		expect((await apply(machine)).code).toBe(0);
		expect(read(machine, '/home/ada/.claude/settings.json')).toContain(key);
	});

	it('takes a secret that is given instead of the one the file names, and then runs nothing of the file', async () => {
		const machine = home(setup.replace('{env: GW_KEY}', '{command: print-key}'));
		const {code, out} = await typed(['apply', 'setup.yaml', '--no-live', '--json', '--secret-stdin'], {machine, input: `${key}\n`});
		expect([code, JSON.parse(out).changed]).toEqual([0, true]);
		expect(read(machine, '/home/ada/.claude/settings.json')).toContain(key);
		expect((await typed(['apply', '-', '--secret-stdin'], {machine, input: setup})).code).toBe(2);
		expect((await typed(['apply', '-', '--no-live'], {machine, input: setup})).code).toBe(0);
		const without = await typed(['apply', '-', '--no-live'], {machine, input: setup.replace(/secret.*\n/, '')});
		expect([without.code, without.err]).toEqual([2, expect.stringContaining('no secret yet')]);
	});

	it('runs no command of a file that nobody agreed to, and none of a file that was changed since', async () => {
		const text = setup.replace('{env: GW_KEY}', '{command: print-key}');
		const machine = home(text);
		const refused = await apply(machine);
		expect([refused.code, refused.json.error.message]).toEqual([3, expect.stringContaining('print-key')]);
		const hash = contentHash(new TextEncoder().encode(text));
		expect(refused.json.error.hint).toContain(hash);
		expect((await apply(machine, '--trust', hash.replace(/^./, 'x'))).code).toBe(3);
		// Agreed to: now it is tried, and there is no such program on this machine.
		expect((await apply(machine, '--trust', hash)).code).toBe(2);
		expect(read(machine, '/home/ada/.claude/settings.json')).toBe('absent');
	});

	it('asks once at a terminal, and remembers the answer for these very bytes', async () => {
		const machine = home(setup.replace('{env: GW_KEY}', '{command: print-key}'));
		const asked: string[] = [];
		const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
		const confirm = async (question: string) => asked.push(question) > 0;
		for (const _ of [1, 2]) await typed(['apply', 'setup.yaml', '--no-live'], {machine, confirm, terminal});
		expect(asked).toEqual([expect.stringContaining('print-key')]);
	});

	it.each([
		['no such file', ['apply', 'none.yaml'], /There is no file none\.yaml/],
		['no file at all', ['apply'], /Which file\?/],
		['a setup that is none', ['apply', '/home/ada/.bashrc'], /the file must hold names and values/],
		['an empty variable', ['apply', 'setup.yaml'], /The variable GW_KEY holds nothing/],
	])('%s is an error of the input', async (_, argv, why) => {
		const {code, err} = await typed(argv, {machine: {...home(), environment: {...home().environment, variables: {}}}});
		expect([code, err]).toEqual([2, expect.stringMatching(why)]);
	});

	it('prints its schema', async () => {
		const {code, out} = await typed(['apply', '--schema'], {machine: home()});
		expect([code, JSON.parse(out).required]).toEqual([0, ['credential']]);
	});
});
