import {spawn} from 'node:child_process';
import {closeSync, openSync} from 'node:fs';
import {constants} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {gather} from './gather.ts';
import type {Outcome, ProgramOptions, Programs} from './machine.ts';
import {makeFolders} from './make-folders.ts';
import {realFiles} from './real-files.ts';
import {watch} from './watch.ts';

/** execa costs a third of a start, so it is loaded when the first program runs. */
async function load() {
	return (await import('execa')).execa;
}

const kept = 1024 * 1024;

type Start = Omit<ProgramOptions, 'input'> & {readonly input?: string | Uint8Array};

const carriesNull: Outcome = {state: 'not-runnable', message: 'a null character cannot be passed to a program'};

function settingsOf(options: Start) {
	return {
		reject: false,
		extendEnv: false,
		env: options.env,
		...(options.cwd === undefined ? {} : {cwd: options.cwd}),
		...(options.input === undefined ? {stdin: 'ignore' as const} : {input: options.input}),
		// A session of its own: no terminal to ask on or to stop at, and one group to end with all that it started.
		detached: process.platform !== 'win32',
		buffer: false,
		windowsHide: true,
	} as const;
}

export const realPrograms: Programs = {
	stream(file, args, options) {
		const left = new AbortController();
		const signal = options.signal === undefined ? left.signal : AbortSignal.any([options.signal, left.signal]);
		let end: (outcome: Outcome) => void = () => {};
		const ended = new Promise<Outcome>(resolve => {
			end = resolve;
		});
		return {pieces: piecesOf(file, args, {...options, signal}, left, end), ended};
	},

	async run(file, args, options) {
		if ([file, ...args].some(text => text.includes('\0'))) return carriesNull;
		const execa = await load();
		const child = execa(file, args, settingsOf(options));
		const stdout = gather(child.stdout, kept);
		const stderr = gather(child.stderr, kept);
		const ending = watch(child, options);
		const result = await child;
		return outcomeOf(file, options, result, ending.over(), {stdout: stdout(), stderr: stderr()});
	},

	async leave(file, args, {log, ...options}) {
		makeFolders(path.dirname(log));
		const output = openSync(log, 'a', 0o600);
		try {
			const child = spawn(file, [...args], {...options, detached: true, windowsHide: true, stdio: ['ignore', output, output]});
			return await new Promise(resolve => {
				child.once('error', () => resolve(null));
				child.once('spawn', () => {
					child.unref();
					resolve(child.pid ?? null);
				});
			});
		} finally {
			closeSync(output);
		}
	},

	end(pid) {
		try {
			return process.kill(pid, 'SIGTERM');
		} catch {
			return false;
		}
	},

	async handOver(file, args, options) {
		const execa = await load();
		const {output, interrupts, ...rest} = options;
		const stdio = ['inherit', output === 'stderr' ? 2 : 'inherit', 'inherit'] as const;
		const child = execa(file, args, {reject: false, extendEnv: false, stdio, ...rest});
		const resume = ignoreInterrupts(() => interrupts === 'passed-on' && child.kill('SIGINT'));
		try {
			const {exitCode, signal} = await child;
			return exitCode ?? (signal === undefined ? null : 128 + constants.signals[signal]);
		} finally {
			resume();
		}
	},
};

/** The program starts when its first piece is asked for, and is ended where somebody stops asking before the last. */
async function* piecesOf(
	file: string,
	args: readonly string[],
	options: Start,
	left: AbortController,
	end: (outcome: Outcome) => void,
): AsyncGenerator<Uint8Array> {
	if ([file, ...args].some(text => text.includes('\0'))) return end(carriesNull);
	const execa = await load();
	const child = execa(file, args, settingsOf(options));
	const stderr = gather(child.stderr, kept);
	const ending = watch(child, options);
	try {
		for await (const piece of child.stdout) yield piece as Uint8Array;
	} catch {
		// Its pipe was taken away because its time is over.
	} finally {
		if (child.exitCode === null && child.signalCode === null && !child.stdout.readableEnded) left.abort();
		const result = await child;
		end(outcomeOf(file, options, result, ending.over(), {stdout: '', stderr: stderr()}));
	}
}

/** Ctrl-C goes to the whole foreground group; while a program has the terminal it is the program's to answer, not ours. */
function ignoreInterrupts(ignore: () => unknown): () => void {
	const listeners = process.rawListeners('SIGINT') as NodeJS.SignalsListener[];
	process.on('SIGINT', ignore);
	for (const listener of listeners) process.off('SIGINT', listener);
	return () => {
		for (const listener of listeners) process.on('SIGINT', listener);
		process.off('SIGINT', ignore);
	};
}

type Ended = {readonly signal?: string | undefined; readonly exitCode?: number | undefined; readonly code?: string | undefined};
type Printed = {readonly stdout: string; readonly stderr: string};

function outcomeOf(file: string, {cwd}: Start, result: Ended, ended: 'timeout' | 'unwanted' | null, text: Printed): Outcome {
	if (ended !== null) return ended === 'timeout' ? {state: 'timeout', ...text} : {state: 'killed', signal: 'SIGTERM', ...text};
	if (result.signal !== undefined) return {state: 'killed', signal: result.signal, ...text};
	if (result.exitCode !== undefined) return {state: 'ended', code: result.exitCode, ...text};
	return notStarted(file, result.code, cwd);
}

/** The system says ENOENT for a missing program, a missing folder to start in and a missing interpreter alike. */
function notStarted(file: string, code: string | undefined, cwd: string | undefined): Outcome {
	if (code !== 'ENOENT') return {state: 'not-runnable', message: `it could not be started (${code ?? 'no reason given'})`};
	if (cwd !== undefined && realFiles.stat(cwd, 'follow')?.kind !== 'folder')
		return {state: 'not-runnable', message: 'the folder to start it in does not exist'};
	if (/[/\\]/.test(file) && realFiles.stat(file, 'follow') !== null)
		return {state: 'not-runnable', message: 'the interpreter named in its first line does not exist'};
	return {state: 'missing'};
}
