import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {competingVariables} from '../../source/credentials/competing.ts';
import {ownFileText, snippet} from '../../source/shells/snippet.ts';
import type {Printed} from '../../source/shells/wish.ts';
import {installed} from '../helpers/needs.ts';
import {address, sentinel, wishFor} from '../helpers/wishes.ts';
import {freshFolder, mark, printEnvironment, type RealShell, realShells, runLines} from './real-shells.ts';

const stale: Readonly<Record<string, string>> = {
	...Object.fromEntries(competingVariables.map(name => [name, 'stale'])),
	OPENAI_API_KEY: 'kept',
};
const files = {startup: '~/.rc', own: '/nowhere/credential'};
const strict = (real: RealShell) => (['sh', 'bash', 'zsh', 'ksh'].includes(real.shell.name) ? ['set -eu'] : []);

function text(printed: Printed): string {
	if (!printed.ok) throw new Error(`${printed.name}: ${printed.why}`);
	return printed.text;
}

/** Of the variables that matter, what a child has; an empty one counts as none, as it does for claude. */
function seen(environment: Readonly<Record<string, string>> | undefined): Record<string, string> {
	return Object.fromEntries(
		Object.entries(environment ?? {}).filter(
			([name, value]) => (competingVariables.includes(name) || name === 'OPENAI_API_KEY') && value !== '',
		),
	);
}

const wanted = {ANTHROPIC_BASE_URL: address, ANTHROPIC_MODEL: "it's [1m] \\ model", OPENAI_API_KEY: 'kept'};
const bearer = {...wanted, ANTHROPIC_AUTH_TOKEN: sentinel};
const both = {...wanted, ANTHROPIC_AUTH_TOKEN: sentinel, ANTHROPIC_API_KEY: sentinel};

describe.each(realShells.map(real => [mark(real), real] as const))('%s', (_, real) => {
	it.skipIf(real.path === null)('literal: sets what is wished and nothing that competes, twice, under the strictest options', () => {
		for (const [auth, expected] of [
			['bearer', bearer],
			['both', both],
		] as const) {
			const lines = text(snippet(real.shell, 'literal', wishFor('router-key', auth, sentinel), files)).split('\n');
			const {environments, output} = runLines(
				real,
				[...strict(real), ...lines, printEnvironment(real), ...lines, printEnvironment(real)],
				stale,
			);
			expect(output).toBe('');
			expect(environments.map(seen)).toEqual([expected, expected]);
		}
	});

	it.skipIf(real.path === null)('source: loads our file, twice, and is silent where there is none', () => {
		const folder = path.join(freshFolder(), "it's a folder");
		mkdirSync(folder);
		const own = path.join(folder, `credential${real.shell.extension}`);
		writeFileSync(own, `${text(ownFileText(real.shell, wishFor('router-key', 'bearer', sentinel)))}\n`);
		const lines = text(snippet(real.shell, 'source', wishFor('router-key', 'bearer', null), {...files, own})).split('\n');
		expect(lines.join('\n')).not.toContain(sentinel);
		const absent = text(snippet(real.shell, 'source', wishFor('router-key', 'bearer', null), {...files, own: `${own}.absent`})).split('\n');
		const script = [...strict(real), ...absent, printEnvironment(real), ...lines, printEnvironment(real), ...lines, printEnvironment(real)];
		const {environments, output} = runLines(real, script, stale);
		expect(output).toBe('');
		expect(environments[0]).toMatchObject({ANTHROPIC_AUTH_TOKEN: 'stale'});
		expect(environments.slice(1).map(seen)).toEqual([bearer, bearer]);
	});

	const evaluates = real.shell.evaluate('true') !== null;
	if (evaluates)
		it.skipIf(real.path === null)("literal: runs by the shell's own way to run what a command prints", () => {
			const program = path.join(freshFolder(), 'export');
			const output = text(snippet(real.shell, 'literal', wishFor('console-key', 'bearer', sentinel), files));
			writeFileSync(program, `#!/bin/sh\ncat <<'END-OF-SNIPPET'\n${output}\nEND-OF-SNIPPET\n`);
			chmodSync(program, 0o755);
			const {environments, output: said} = runLines(
				real,
				[...strict(real), real.shell.evaluate(program) ?? '', printEnvironment(real)],
				stale,
			);
			expect(said).toBe('');
			expect(seen(environments[0])).toEqual({...wanted, ANTHROPIC_API_KEY: sentinel});
		});

	const checks = ['bash', 'zsh', 'fish', 'dash', 'ksh', 'mksh', 'yash'].includes(real.program);
	if (checks)
		it.skipIf(real.path === null)('the snippet parses', () => {
			const file = path.join(freshFolder(), `snippet${real.shell.extension}`);
			for (const form of ['ask', 'source', 'literal'] as const) {
				writeFileSync(file, text(snippet(real.shell, form, wishFor('router-key', 'both', sentinel), files)));
				const {status, stderr} = spawnSync(real.path ?? '', ['-n', file], {
					encoding: 'utf8',
					env: {PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8'},
				});
				expect([status, stderr]).toEqual([0, '']);
			}
		});
});

const fish = realShells.find(real => real.program === 'fish');
// --no-config leaves the universal variables out as well.
const configured = (real: RealShell): RealShell => ({...real, options: []});

describe(fish === undefined ? 'fish' : `${mark(fish)}: universal variables`, () => {
	it.skipIf(fish?.path == null)('are covered for this session, and never erased', () => {
		if (fish === undefined) return;
		const lines = text(snippet(fish.shell, 'literal', wishFor('router-key', 'bearer', sentinel), files)).split('\n');
		const script = [
			'set -Ux ANTHROPIC_API_KEY from-universal',
			...lines,
			printEnvironment(fish),
			...lines,
			printEnvironment(fish),
			'set --show ANTHROPIC_API_KEY',
		];
		const {environments, output} = runLines(configured(fish), script, stale);
		expect(environments.map(seen)).toEqual([bearer, bearer]);
		expect(output).toContain('from-universal');
	});
});

const shellcheck = installed('shellcheck');
const dialects = {sh: 'sh', bash: 'bash', ksh: 'ksh'} as const;

describe(shellcheck === null ? 'shellcheck (not run: not installed here)' : 'shellcheck', () => {
	it.skipIf(shellcheck === null).each(Object.keys(dialects) as (keyof typeof dialects)[])(
		'finds nothing to say about what is written for %s',
		name => {
			const shell = realShells.find(real => real.shell.name === name)?.shell;
			if (shell === undefined) throw new Error(name);
			const texts = (['ask', 'source', 'literal'] as const).map(form =>
				text(snippet(shell, form, wishFor('router-key', 'both', sentinel), files)),
			);
			for (const input of [...texts, text(ownFileText(shell, wishFor('console-key', 'bearer', sentinel)))]) {
				// SC1090/1091: the sourced file is not there to be followed. SC2016: that nothing expands is what is wanted.
				const {stdout, status} = spawnSync(shellcheck ?? '', ['-s', dialects[name], '-e', 'SC1090,SC1091,SC2016', '-'], {
					input,
					encoding: 'utf8',
				});
				expect([status, stdout]).toEqual([0, '']);
			}
		},
	);
});
