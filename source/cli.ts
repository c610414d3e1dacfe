#!/usr/bin/env node
import {fstatSync, statSync, writeSync} from 'node:fs';
import process from 'node:process';
import {isatty} from 'node:tty';
import type {Terminal} from './commands/command.ts';
import type {Conversation} from './commands/conversation.ts';
import {version} from './commands/version.ts';

// `--version` alone is the one answer that needs nothing else, and scripts ask for it often.
if (process.argv.length === 3 && process.argv[2] === '--version') process.stdout.write(`${version}\n`);
else void answer();

async function answer(): Promise<void> {
	// Loaded here and not above: what is not needed for the one answer above is not even started.
	const {dispatch} = await import('./commands/dispatch.ts');
	const {describeCrash} = await import('./commands/describe-crash.ts');
	const {describeTerminal} = await import('./commands/terminal.ts');
	const {commands} = await import('./commands/index.ts');
	const {realMachine} = await import('./machine/real.ts');

	const machine = realMachine(version);
	// Looking at files makes many errors that nobody reads; without their stacks they cost a tenth.
	if (!machine.environment.variables['WIZARD_DEBUG']) Error.stackTraceLimit = 0;
	settleForScreens();
	process.on('uncaughtException', error => {
		const {message, hint} = describeCrash(error, machine.environment.variables);
		err(`wizard: ${message}\n        ${hint}`);
		process.exit(1);
	});

	// Asked only when somebody wants to know: `process.stdin` and isatty each cost milliseconds of Node's network and terminal code.
	const streams = {
		stdinIsTTY: () => isatty(0),
		stdoutIsTTY: () => process.stdout.isTTY === true,
		stderrIsTTY: () => isatty(2),
		columns: () => process.stdout.columns ?? null,
	};
	const {variables, platform} = machine.environment;
	const terminal = describeTerminal(streams, variables, platform);
	const takeInterrupt = listenForInterrupt();
	process.exitCode = await dispatch(
		process.argv.slice(2),
		{
			version,
			machine,
			out,
			err,
			input,
			pieces,
			confirm,
			ask,
			converse: how => converse(how, terminal, takeInterrupt),
			takeInterrupt,
			terminal,
		},
		commands,
	);
}

async function converse(how: 'screens' | 'plain', {unicode, columns}: Terminal, takeInterrupt: () => AbortSignal): Promise<Conversation> {
	const {stdin, stdout} = process;
	if (how === 'plain') {
		const forward = process.env['TERM'] === 'dumb' ? (await import('./machine/teletype.ts')).teletype : null;
		const output = () => (forward === null ? stdout : forward(stdout));
		const write = (text: string) => stdout.write(text);
		return (await import('./screens/plain.ts')).plainConversation({
			input: stdin,
			output,
			write,
			columns: () => columns,
			unicode,
			takeInterrupt,
		});
	}
	// Ink takes a tenth of a second to load, and what is typed meanwhile must not be echoed: it may be a secret.
	stdin.setRawMode(true);
	return (await import('./screens/conversation.tsx')).inkConversation({
		stdin,
		stdout,
		unicode,
		letGo: async () => (await import('./machine/let-go.ts')).letGo(stdin),
		stop: async () => (await import('./machine/stop-for-now.ts')).stopForNow(),
		end: () => process.exit(130),
	});
}

const out = lineWriter(1, () => process.stdout);
const err = lineWriter(2, () => process.stderr);

/**
 * A reader that has left (`wizard doctor | head -1`) is no error, and no reason to stop in the middle of a change. Files and pipes are
 * written directly: Node's streams take a tenth of a whole start to set up, and write to them with the same blocking calls.
 */
function lineWriter(fd: 1 | 2, stream: () => NodeJS.WriteStream): (text: string) => void {
	let way: 'unknown' | 'directly' | 'stream' | 'nobody' = 'unknown';
	const toStream = (bytes: Buffer) => {
		if (way !== 'stream') {
			way = 'stream';
			stream().on('error', error => {
				if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
				way = 'nobody';
			});
		}
		stream().write(bytes);
	};
	return text => {
		if (way === 'unknown' && isFileOrPipe(fd)) way = 'directly';
		let rest = Buffer.from(`${text}\n`);
		try {
			while (way === 'directly' && rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
		} catch (error) {
			const {code} = error as NodeJS.ErrnoException;
			if (code === 'EPIPE') way = 'nobody';
			else if (code !== 'EAGAIN') throw error;
			// Somebody made the pipe non-blocking: the stream knows how to wait.
			else toStream(rest);
			return;
		}
		if (way !== 'directly' && way !== 'nobody') toStream(rest);
	};
}

function isFileOrPipe(fd: number): boolean {
	try {
		const stat = fstatSync(fd);
		return stat.isFile() || stat.isFIFO() || (stat.isCharacterDevice() && stat.rdev === statSync('/dev/null').rdev);
	} catch {
		return false;
	}
}

/** Files are written with blocking calls, so an interrupt comes before or after a write, never within. */
function listenForInterrupt(): () => AbortSignal {
	let taken: AbortController | null = null;
	process.on('SIGINT', () => {
		// Behind the ^C that the terminal shows.
		if (isatty(2)) process.stderr.write('\n');
		if (taken === null || taken.signal.aborted) process.exit(130);
		taken.abort();
	});
	return () => {
		taken ??= new AbortController();
		return taken.signal;
	};
}

async function confirm(question: string): Promise<boolean> {
	return /^\s*y(?:es)?\s*$/i.test((await ask(`${question} [y/N]`)) ?? '');
}

async function ask(question: string): Promise<string | null> {
	if (!isatty(0)) return null;
	process.stderr.write(`${question} `);
	const {stdin} = process;
	const line = await new Promise<string>(resolve => {
		stdin.once('data', chunk => resolve(String(chunk)));
		stdin.once('end', () => resolve(''));
		// A paused stream stays so when somebody listens, and the second question would end the program.
		stdin.resume();
	});
	// Paused, a terminal keeps neither the program alive nor what is typed for the next question.
	stdin.pause();
	return line.replace(/[\r\n]+$/, '');
}

async function input(what?: 'secret'): Promise<string> {
	if (what === 'secret' && isatty(0)) return secretTyped();
	let text = '';
	for await (const piece of pieces()) text += piece;
	return text;
}

/** A terminal would show what is typed at it, and keep it in its scrollback. */
async function secretTyped(): Promise<string> {
	process.stderr.write('Paste the secret; it is not shown. Enter ends it: ');
	const line = await (await import('./machine/read-hidden.ts')).readHidden(process.stdin);
	process.stderr.write('\n');
	return line ?? process.exit(130);
}

/** Decoded here, where a piece may end in the middle of a sign. */
async function* pieces(): AsyncGenerator<string> {
	process.stdin.setEncoding('utf8');
	for await (const piece of process.stdin) yield piece as string;
}

/**
 * Only for the libraries that draw: the machine holds a copy of the environment made before, and children get that.
 * Ink's chalk ignores NO_COLOR; with DEV set, ink looks for its developer tools and prints a stack trace.
 */
function settleForScreens(): void {
	delete process.env['DEV'];
	if (!process.env['NO_COLOR']) return;
	delete process.env['NO_COLOR'];
	process.env['FORCE_COLOR'] = '0';
}
