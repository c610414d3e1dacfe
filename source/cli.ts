#!/usr/bin/env node
import process from 'node:process';
import {version} from './commands/version.ts';

// `--version` alone is the one answer that needs nothing else, and scripts ask for it often.
if (process.argv.length === 3 && process.argv[2] === '--version') process.stdout.write(`${version}\n`);
else await answer();

async function answer(): Promise<void> {
	const [{dispatch}, {commands}, {describeTerminal}, {realMachine}] = await Promise.all([
		import('./commands/dispatch.ts'),
		import('./commands/index.ts'),
		import('./commands/terminal.ts'),
		import('./machine/real.ts'),
	]);
	const {stdin, stdout, stderr} = process;
	// A reader that has left (`wizard doctor | head -1`) is no error, and no reason to stop in the middle of a change.
	for (const stream of [stdout, stderr])
		stream.on('error', error => void ((error as NodeJS.ErrnoException).code === 'EPIPE' || fail(error)));
	// Files are written with blocking calls, so this comes before or after a write, never within.
	process.once('SIGINT', () => process.exit(130));

	const machine = realMachine(version);
	settleColours();
	const streams = {
		stdinIsTTY: stdin.isTTY === true,
		stdoutIsTTY: stdout.isTTY === true,
		stderrIsTTY: stderr.isTTY === true,
		columns: stdout.columns ?? null,
	};
	process.exitCode = await dispatch(
		process.argv.slice(2),
		{
			version,
			machine,
			out: text => void stdout.write(`${text}\n`),
			err: text => void stderr.write(`${text}\n`),
			input: readInput,
			terminal: describeTerminal(streams, machine.environment.variables, machine.environment.platform),
		},
		commands,
	);
}

async function readInput(): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

/**
 * Only for the libraries that draw: the machine holds a copy of the environment made before, and children get that.
 * Ink's chalk ignores NO_COLOR; with DEV set, ink looks for its developer tools and prints a stack trace.
 */
function settleColours(): void {
	delete process.env['DEV'];
	if (!process.env['NO_COLOR']) return;
	delete process.env['NO_COLOR'];
	process.env['FORCE_COLOR'] = '0';
}

function fail(error: unknown): never {
	throw error;
}
