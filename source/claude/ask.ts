import path from 'node:path';
import type {Machine, Outcome} from '../machine/machine.ts';
import {lastWords, readAskAnswer} from './ask-answer.ts';
import {askCommand} from './ask-command.ts';
import type {Copy} from './installed.ts';

/** How the live prompt through the real program ended. Texts are as they came: showable() makes them fit to show. */
export type Asked =
	| {readonly state: 'answered'; readonly text: string; readonly model: string | null; readonly ms: number}
	/** claude reports a failure of its own or of the server's. */
	| {readonly state: 'refused'; readonly status: number | null; readonly text: string; readonly ms: number}
	| {readonly state: 'timeout'; readonly text: string; readonly ms: number}
	| {readonly state: 'cancelled'; readonly ms: number}
	/** It could not be started, or what runs is no Claude Code. */
	| {readonly state: 'not-started'; readonly why: string; readonly ms: number};

export type AskOptions = {
	/** Null: an empty folder, where no project has a say. Otherwise the folder whose settings are to be proved. */
	readonly folder: string | null;
	/** Milliseconds. */
	readonly timeout: number;
	readonly signal?: AbortSignal;
};

/** A file and not an argument: older versions write the argument into a file of the temp folder and leave it there. */
const settingsName = 'settings.json';

/** Asks one short prompt through the installed program, with the environment and the settings the user has. */
export async function ask(machine: Machine, {path: program, version}: Pick<Copy, 'path' | 'version'>, options: AskOptions): Promise<Asked> {
	const {environment, scratch, clock, programs} = machine;
	const {join} = environment.platform === 'win32' ? path.win32 : path.posix;
	const {args, variables, settings} = askCommand(version);
	const ours = scratch.make(settings === null ? {} : {[settingsName]: JSON.stringify(settings)});
	const folder = options.folder ?? scratch.make();
	const started = clock.now();
	try {
		const outcome = await programs.run(program, settings === null ? args : [...args, '--settings', join(ours, settingsName)], {
			env: {...environment.variables, ...variables},
			cwd: folder,
			timeout: options.timeout,
			...(options.signal === undefined ? {} : {signal: options.signal}),
		});
		return read(outcome, clock.now() - started, options.signal?.aborted === true);
	} finally {
		scratch.remove(ours);
		if (options.folder === null) scratch.remove(folder);
	}
}

function read(outcome: Outcome, ms: number, cancelled: boolean): Asked {
	switch (outcome.state) {
		case 'missing':
			return {state: 'not-started', why: 'it cannot be found when it is started', ms};
		case 'not-runnable':
			return {state: 'not-started', why: outcome.message, ms};
		case 'timeout':
			return {state: 'timeout', text: lastWords(outcome.stdout, outcome.stderr), ms};
		case 'killed':
			if (cancelled) return {state: 'cancelled', ms};
			return {state: 'refused', status: null, text: `claude was ended by ${outcome.signal}`, ms};
		case 'ended': {
			const told = readAskAnswer(outcome.stdout);
			if (told !== null) return {...told, ...reasonOf(told, outcome.stderr), ms};
			const text = lastWords(outcome.stdout, outcome.stderr);
			return {
				state: 'refused',
				status: null,
				text: text === '' ? `claude ended with exit code ${outcome.code} and said nothing` : text,
				ms,
			};
		}
	}
}

/** Why a helper failed stands on stderr alone (2.1.329): "Your apiKeyHelper script is failing" is all the answer says. */
function reasonOf(told: NonNullable<ReturnType<typeof readAskAnswer>>, stderr: string): {readonly text: string} {
	const more = told.state === 'refused' && /apiKeyHelper/.test(told.text) ? lastWords('', stderr) : '';
	return {text: more === '' ? told.text : `${told.text} ${more}`};
}
