import {describe, expect, it} from 'vitest';
import {shownCommand} from '../../source/commands/shown-command.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {gitIndex} from '../helpers/git-index.ts';
import {typed} from '../helpers/typed.ts';

describe('a command that is shown', () => {
	it.each([
		['git -C /home/ada/work rm --cached .env', 'git -C ~/work rm --cached .env'],
		["git -C '/home/ada/my work' rm --cached .env", "git -C ~/'my work' rm --cached .env"],
		["git -C '/home/adam/my work' rm --cached .env", "git -C '/home/adam/my work' rm --cached .env"],
	])('%s', (command, shown) => {
		expect(shownCommand(command, '/home/ada')).toBe(shown);
	});

	const work = '/home/ada/some\u001B[2Jthing in a folder with a name that is too long for one line of text';
	const machine = () =>
		pretend({
			cwd: work,
			files: {
				[`${work}/.env`]: 'ANTHROPIC_API_KEY=sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
				[`${work}/.git/index`]: gitIndex('.env'),
			},
		});
	const wanted = "git -C ~/'some�[2Jthing in a folder with a name that is too long for one line of text' rm --cached .env";

	it('steers no terminal, tells no home, and comes in one piece', async () => {
		const {out} = await typed(['doctor'], {machine: machine()});
		expect(out).not.toContain('\u001B');
		expect(out).toContain(wanted);
	});

	it('is the same in JSON', async () => {
		const {out} = await typed(['doctor', '--json'], {machine: machine()});
		const found = JSON.parse(out).findings.find(({id}: {id: string}) => id === 'key-in-git');
		expect(found.fix.command).toBe(wanted);
		expect(out).not.toContain('/home/ada');
	});
});
