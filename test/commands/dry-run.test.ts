import {expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const setup = ['--credential', 'router-key', '--base-url', 'http://127.0.0.1:7', '--secret-stdin', '--dry-run'];
const input = 'sk-or-v1-0123456789abcdef0123456789abcdef\n';
const said = 'Nothing was written: this only shows it.\n';

it.each([[setup], [['--repair', '--yes', ...setup]]])('%j says that nothing was written, and writes nothing', async argv => {
	const machine = pretend({cwd: '/work', files: {'~/.claude/settings.json': '{"env": {"ANTHROPIC_API_KEY": "sk-old-0123456789"},}\n'}});
	const before = machine.tree.snapshot();
	const {out, err} = await typed(argv, {machine, input});
	if (argv.includes('--repair')) expect(out).toContain(said);
	else expect(err).toContain('What cannot be read is not written over here; wizard --repair shows how it would be mended.');
	expect(machine.tree.snapshot()).toEqual(before);
});

it('a setup that would change something says so too, and one that stands does not', async () => {
	const machine = pretend({cwd: '/work', files: {'~/.claude/settings.json': '{}\n'}});
	expect((await typed(setup, {machine, input})).out).toContain(said);
	await typed([...setup.slice(0, -1), '--yes', '--no-live'], {machine, input});
	expect((await typed(setup, {machine, input})).out).not.toContain(said);
});
