import {describe, expect, it} from 'vitest';
import {where} from '../../source/commands/where.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {look} from '../../source/places/look.ts';

const files = {
	'~/.bashrc': 'export ANTHROPIC_MODEL=opus\n',
	'~/.zshrc': 'export ANTHROPIC_MODEL=opus\n',
	'~/.config/fish/config.fish': 'set -gx ANTHROPIC_MODEL opus\n',
};

describe('where a value of this terminal was written', () => {
	it.each([
		['/bin/bash', '~/.bashrc'],
		['/usr/bin/zsh', '~/.zshrc'],
		['/usr/bin/fish', '~/.config/fish/config.fish'],
	])('is, in %s, %s', async (shell, file) => {
		const facts = await look(pretend({variables: {SHELL: shell, ANTHROPIC_MODEL: 'opus'}, files}));
		const here = facts.find(({place, variable}) => place === 'shell' && variable === 'ANTHROPIC_MODEL');
		expect(here && where(here, '/home/ada', facts)).toBe(`this shell, by ${file}:1`);
	});
});
