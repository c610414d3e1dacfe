import {execFile} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {leaks} from '../../helpers/leaks.ts';
import {needing} from '../../helpers/needing.ts';
import {makeHome, names, old, secretsIn, sentinel, setUp, snapshot, write} from './home.ts';
import {cli, Person} from './person.ts';

/** The built program in a real terminal, on real files: what the wizard did is listed, taken back, and taken out. */
describe('take it back', () => {
	needing(process.platform !== 'win32', 'Windows has no modes and no pseudo terminal of this kind');

	let home = '';
	const people: Person[] = [];
	const person = (...args: readonly string[]) => {
		const one = new Person(home, args);
		people.push(one);
		return one;
	};
	beforeEach(() => {
		home = makeHome();
	});
	afterEach(() => {
		for (const {screen} of people.splice(0)) expect(leaks(screen, [sentinel, old])).toEqual([]);
		rmSync(home, {recursive: true, force: true});
	});

	it('history, undo with a yes: the same bytes, modes and links', async () => {
		const before = snapshot(home);
		const id = await setUp(home, 'settings');
		expect(secretsIn(home)).toEqual({files: ['dotfiles/settings.json'], openBackups: []});
		const list = person('history');
		expect(await list.ends()).toBe(0);
		expect(list.screen).toContain(id);
		expect(list.screen).toContain('~/.claude/settings.json');

		const undo = person('undo');
		await undo.sees('Take this change back? [y/N]');
		expect(undo.screen).toContain('+export ANTHROPIC_API_KEY=sk-ant-api03-…');
		expect(undo.screen).toContain('mode 0644');
		expect(snapshot(home)).not.toEqual(before);
		undo.type('y\r');
		expect(await undo.ends()).toBe(0);
		expect(undo.screen).toContain(`${id} is undone`);
		expect(snapshot(home)).toEqual(before);
		expect(secretsIn(home)).toEqual({files: ['.bashrc'], openBackups: []});
		const again = person('undo');
		expect(await again.ends()).toBe(0);
		expect(again.screen).toContain('There is nothing to undo.');
	});

	it.each([
		['Ctrl-C', '\u0003'],
		['Ctrl-D', '\u0004'],
		['Enter', '\r'],
		['n', 'n\r'],
		['something else', 'yeah why not\r'],
	])('%s at the question changes nothing', async (_, keys) => {
		await setUp(home, 'settings');
		const after = snapshot(home);
		for (const [command, question] of [
			['undo', 'Take this change back?'],
			['uninstall', 'Take all of this out?'],
		] as const) {
			const one = person(command);
			await one.sees(question);
			one.type(keys);
			expect(await one.ends()).toBe(130);
			expect(snapshot(home)).toEqual(after);
		}
		expect(names(home).filter(name => /\.tmp$|\.lock$/.test(name))).toEqual([]);
	});

	it('uninstall takes everything out after two questions, and a second one finds nothing', async () => {
		write(home, '.bashrc', 'alias a=b', 0o644);
		const before = snapshot(home);
		await setUp(home, 'shell');
		expect(secretsIn(home).files).toEqual(['.config/claude-auth-wizard/credential.sh']);
		const one = person('uninstall');
		await one.sees('Take all of this out?');
		one.type('y\r');
		await one.sees('Also remove the history and the backups');
		one.type('y\r');
		expect(await one.ends()).toBe(0);
		expect(snapshot(home)).toEqual(before);
		expect(names(home).filter(name => name.includes('claude-auth-wizard'))).toEqual([]);
		expect(secretsIn(home).files).toEqual([]);
		const again = person('uninstall');
		expect(await again.ends()).toBe(0);
		expect(again.screen).toContain('Nothing of the wizard is left here.');
	});

	it('purging the backups removes the last copy of the old key', async () => {
		await setUp(home, 'settings');
		const one = person('history', '--purge', 'all');
		await one.sees('Remove this backup?');
		one.type('y\r');
		expect(await one.ends()).toBe(0);
		expect(names(home).filter(name => name.includes('/backups/'))).toEqual([]);
		const undo = person('undo');
		expect(await undo.ends()).toBe(3);
		expect(undo.screen).toContain('is gone or damaged');
	});

	it('scripts: --yes --json prints one object and needs no terminal; without it nothing is done', async () => {
		const before = snapshot(home);
		const id = await setUp(home, 'settings');
		const after = snapshot(home);
		expect(await run('undo')).toMatchObject({code: 2, stdout: ''});
		const dry = await run('undo', '--dry-run', '--json');
		expect([dry.code, JSON.parse(dry.stdout).changed, snapshot(home)]).toEqual([0, true, after]);
		const undone = await run('undo', '--yes', '--json');
		expect([undone.code, JSON.parse(undone.stdout)]).toMatchObject([0, {schema: 1, changed: true, undone: id}]);
		expect(snapshot(home)).toEqual(before);
		await setUp(home, 'settings');
		const out = await run('uninstall', '--yes', '--json');
		expect([out.code, JSON.parse(out.stdout)]).toMatchObject([0, {schema: 1, changed: true, undo: null, kept: [], left: []}]);
		expect(secretsIn(home)).toEqual({files: [], openBackups: []});
		expect(names(home).filter(name => name.includes('claude-auth-wizard'))).toEqual([]);
		for (const {stdout, stderr} of [dry, undone, out]) expect(leaks(stdout + stderr, [sentinel, old])).toEqual([]);
	});

	it('a file that others changed since keeps their change; one that cannot be written is refused whole', async () => {
		const was = readFileSync(path.join(home, '.bashrc'), 'utf8');
		await setUp(home, 'settings');
		write(home, '.bashrc', `# added since\n${readFileSync(path.join(home, '.bashrc'), 'utf8')}`, 0o640);
		const one = person('undo', '--yes');
		expect(await one.ends()).toBe(0);
		expect(one.screen).toContain('~/.bashrc was changed by others since; their changes were kept.');
		expect(snapshot(home)['.bashrc']).toEqual([0o100640, `# added since\n${was}`]);
		await setUp(home, 'settings');
		rmSync(path.join(home, '.bashrc'));
		mkdirSync(path.join(home, '.bashrc'));
		const after = snapshot(home);
		const refused = person('undo', '--yes');
		expect(await refused.ends()).toBe(3);
		expect(refused.screen).toContain('~/.bashrc');
		expect(snapshot(home)).toEqual(after);
	});

	function run(...args: readonly string[]): Promise<{readonly code: number; readonly stdout: string; readonly stderr: string}> {
		const env = {HOME: home, PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8'};
		return new Promise(resolve => {
			const child = execFile(process.execPath, [cli, ...args], {env, cwd: home}, (error, stdout, stderr) =>
				resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr}),
			);
			child.stdin?.end();
		});
	}
});
