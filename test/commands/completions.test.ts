import {describe, expect, it} from 'vitest';
import {completers} from '../../source/commands/completions/index.ts';
import {commands} from '../../source/commands/index.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const script = async (shell: string, machine = pretend({})) => typed(['completions', shell], {machine});

describe('wizard completions', () => {
	it.each(completers.map(({name}) => name))('%s: every command, every option, every provider of this user', async name => {
		const own = {id: 'my-gateway', label: 'Mine', kind: 'gateway', baseUrls: [{url: 'https://gw.example'}], auth: 'bearer'};
		const machine = pretend({files: {'~/.config/claude-auth-wizard/providers.json': JSON.stringify([own])}});
		const {code, out, err} = await script(name, machine);
		expect([code, err]).toEqual([0, '']);
		for (const command of commands)
			for (const word of [command.name, ...command.options.map(option => `--${option}`)]) expect(out).toContain(word);
		for (const word of ['openrouter', 'github-actions', 'both-set', 'at-login', 'import']) expect(out).toContain(word);
		expect(out.split('\n').slice(0, 2).join()).toMatch(/wizard/);
	});

	it('gives the names of profiles, one a line, and looks at nothing else for that', async () => {
		const machine = pretend({});
		await typed(['profiles', 'add', 'gw', '--base-url', 'https://gw.example', '--secret-stdin'], {
			machine,
			input: 'gw-0123456789abcdef01234567',
		});
		const blind = {...machine, files: new Proxy(machine.files, {get: () => () => expect.fail('a file was looked at')})};
		expect(await typed(['completions', 'profiles'], {machine: blind})).toEqual({code: 0, out: 'gw\n', err: ''});
	});

	it('knows the short names, and refuses others', async () => {
		expect((await script('nu')).out).toBe((await script('nushell')).out);
		expect((await script('pwsh')).code).toBe(0);
		expect(await script('bsh')).toMatchObject({code: 2, err: expect.stringContaining('Did you mean: wizard completions bash')});
	});
});
