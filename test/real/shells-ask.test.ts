import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {snippet} from '../../source/shells/snippet.ts';
import {address, wishFor} from '../helpers/wishes.ts';
import {mark, printEnvironment, type RealShell, realShells, runLines} from './real-shells.ts';
import {Terminal} from './terminal.ts';

const secret = `sk-Tq4"9'$HOME\`id\`!x\\n~#Z&|;*`;
const asked = (real: RealShell): string => {
	const printed = snippet(real.shell, 'ask', wishFor('router-key', 'both', null), {startup: '~/.rc', own: '/nowhere'});
	if (!printed.ok) throw new Error(printed.why);
	return printed.text;
};
const expected = {
	ANTHROPIC_AUTH_TOKEN: secret,
	ANTHROPIC_API_KEY: secret,
	ANTHROPIC_BASE_URL: address,
	ANTHROPIC_MODEL: "it's [1m] \\ model",
};

/** The question, with nothing behind it. */
const question = /ANTHROPIC_AUTH_TOKEN \([^)]*\):\s*$/;

/** The question stands at the end of the screen; in the echo of the line that asks it, a quote follows. */
async function answer(terminal: Terminal, start: () => void): Promise<void> {
	await terminal.prompt();
	const from = terminal.screen.length;
	start();
	await terminal.until(() => question.test(terminal.text(from)), 'the question');
	// Echo is turned off beside the question, not before it.
	await terminal.prompt();
	terminal.type(`${secret}\r`);
	await terminal.prompt();
}

/** Those that terminal.ts knows how to start at a prompt. */
const started = realShells.filter(real => real.program !== 'pwsh');

describe.each(started.map(real => [mark(real), real] as const))('%s', (_, real) => {
	it.skipIf(real.path === null)(
		'asks for the secret when the snippet is pasted; it is on no screen and in no history',
		{timeout: 90_000},
		async () => {
			const terminal = new Terminal(real);
			for (const time of ['first', 'second']) {
				await answer(terminal, () => terminal.paste(asked(real)));
				expect(await terminal.environment(real, time)).toMatchObject(expected);
			}
			await terminal.leave();
			expect(terminal.screen).not.toContain('sk-Tq4');
			expect(terminal.filesWith('sk-Tq4')).toEqual([]);
		},
	);

	const evaluates = real.shell.evaluate('true') !== null;
	if (evaluates)
		it.skipIf(real.path === null)("asks when the command is run by the shell's own way", {timeout: 90_000}, async () => {
			const terminal = new Terminal(real);
			const program = path.join(terminal.home, 'export');
			writeFileSync(program, `#!/bin/sh\ncat <<'END-OF-SNIPPET'\n${asked(real)}\nEND-OF-SNIPPET\n`);
			chmodSync(program, 0o755);
			await answer(terminal, () => terminal.type(`${real.shell.evaluate(program)}\r`));
			expect(await terminal.environment(real, 'once')).toMatchObject(expected);
			await terminal.leave();
			expect(terminal.screen).not.toContain('sk-Tq4');
			expect(terminal.filesWith('sk-Tq4')).toEqual([]);
		});

	// The read of yash is not interrupted: there Ctrl-C takes effect with the next Enter.
	if (real.program !== 'yash')
		it.skipIf(real.path === null)(
			'Ctrl-C at the question leaves nothing set, and the terminal showing what is typed',
			{timeout: 90_000},
			async () => {
				const terminal = new Terminal(real);
				await terminal.prompt();
				const from = terminal.screen.length;
				terminal.paste(asked(real));
				await terminal.until(() => question.test(terminal.text(from)), 'the question');
				await terminal.prompt();
				terminal.type('\x03');
				await terminal.prompt();
				const script = path.join(terminal.home, 'modes.sh');
				writeFileSync(script, `stty -a > ${terminal.home}/modes~; mv ${terminal.home}/modes~ ${terminal.home}/modes\n`);
				terminal.type(`sh ${script}\r`);
				await terminal.until(() => existsSync(path.join(terminal.home, 'modes')), 'the modes of the terminal');
				expect(readFileSync(path.join(terminal.home, 'modes'), 'utf8')).toMatch(/(?<!-)\becho\b/);
				const environment = await terminal.environment(real, 'after');
				expect([environment['ANTHROPIC_AUTH_TOKEN'] ?? '', environment['ANTHROPIC_API_KEY'] ?? '']).toEqual(['', '']);
				await terminal.leave();
			},
		);

	const posix = ['sh', 'bash', 'zsh', 'ksh'].includes(real.shell.name);
	if (posix)
		it.skipIf(real.path === null)('under set -eu, without a terminal, takes the secret from stdin, and an end of input for none', () => {
			const lines = ['set -eu', ...asked(real).split('\n'), printEnvironment(real)];
			expect(runLines(real, lines, {ANTHROPIC_API_KEY: 'stale'}, `${secret}\n`).environments[0]).toMatchObject(expected);
			const none = runLines(real, lines, {ANTHROPIC_API_KEY: 'stale'}, '');
			expect(none.environments[0]).not.toHaveProperty('ANTHROPIC_AUTH_TOKEN');
			expect(none.environments[0]?.['ANTHROPIC_API_KEY'] ?? '').toBe('');
			expect(none.output).toContain('Nothing was entered.');
		});
});
