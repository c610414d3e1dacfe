import {expect, test} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import type {Fact} from '../../source/places/fact.ts';
import {findRoots} from '../../source/places/roots.ts';
import {startupFiles} from '../../source/places/startup-files.ts';

const script = (text: string, mode = 0o755): NonNullable<PretendOptions['files']> => ({'~/bin/claude': {text, mode}});

async function seen(files: NonNullable<PretendOptions['files']>): Promise<readonly string[]> {
	const machine = pretend({files, variables: {PATH: '/usr/bin'}});
	return (await startupFiles.look(machine, findRoots(machine))).map(line);
}

function line(fact: Fact): string {
	const form = fact.kind === 'variable' && fact.origin.from === 'startup-file' ? ` (${fact.origin.form})` : '';
	return `${fact.file}:${fact.line} ${fact.variable} ${fact.value?.reveal() ?? '-'}${form}`;
}

test.each([
	['#!/bin/sh\nexport ANTHROPIC_API_KEY=k\nexec /usr/bin/claude "$@"\n', 'export'],
	['#!/usr/bin/env bash\nANTHROPIC_API_KEY=k exec ~/.local/bin/claude "$@"\n', 'for claude'],
	['#!/usr/bin/env -S zsh -f\nexec env ANTHROPIC_API_KEY=k claude "$@"\n', 'for claude'],
	['#!/usr/bin/fish\nset -gx ANTHROPIC_API_KEY k\n', 'set -gx'],
])('what a script named claude gives the real one: %j', async (text, form) => {
	expect(await seen(script(text))).toEqual([`/home/ada/bin/claude:2 ANTHROPIC_API_KEY k (${form})`]);
});

test('what it sources counts too, once', async () => {
	const keys = {'~/.keys': 'export ANTHROPIC_API_KEY=k\n'};
	const found = ['/home/ada/.keys:1 ANTHROPIC_API_KEY k (export)'];
	const sourcing = script('#!/bin/sh\n. ~/.keys\nexec claude\n');
	expect(await seen({...sourcing, ...keys})).toEqual(found);
	expect(await seen({...sourcing, ...keys, '~/.profile': '. ~/.keys\n'})).toEqual(found);
});

test('in another language, and by --settings, it is seen that a variable is set, not what it holds', async () => {
	const node = `#!/usr/bin/env node
// ANTHROPIC_MODEL = 1
process.env.ANTHROPIC_API_KEY = "k";
if (process.env.ANTHROPIC_AUTH_TOKEN == 1) run({env: {ANTHROPIC_BASE_URL: "u"}});
`;
	expect(await seen(script(node))).toEqual([
		'/home/ada/bin/claude:3 ANTHROPIC_API_KEY - (by a program)',
		'/home/ada/bin/claude:4 ANTHROPIC_BASE_URL - (by a program)',
	]);
	const flag = `#!/bin/sh\nexec /usr/bin/claude --settings '{"env": {"ANTHROPIC_API_KEY": "k"}}' "$@"\n`;
	expect(await seen(script(flag))).toContain('/home/ada/bin/claude:2 ANTHROPIC_API_KEY - (claude --settings)');
});

const npm = {'~/lib/node_modules/c/cli.js': {text: '#!/usr/bin/env node\nx = {ANTHROPIC_API_KEY: 1}\n', mode: 0o755}};

test.each([
	['one that may not be run', script('#!/bin/sh\nexport ANTHROPIC_API_KEY=k\n', 0o644)],
	['a program', script('\u007FELF ANTHROPIC_API_KEY=k')],
	['the launcher of npm', {'~/bin/claude': {link: '../lib/node_modules/c/cli.js'}, ...npm}],
	['one of the system', {'/usr/bin/claude': {text: '#!/bin/sh\nexport ANTHROPIC_API_KEY=k\n', mode: 0o755}}],
])('%s says nothing', async (_, files) => {
	expect(await seen(files)).toEqual([]);
});
