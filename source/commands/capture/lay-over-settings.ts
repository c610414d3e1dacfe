import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';

export type LaidOver =
	| {
			readonly state: 'laid-over';
			/** The words for claude without the settings it was given. */
			readonly args: readonly string[];
			/** Are there any of the user's in it? They may hold a secret. */
			readonly holds: 'ours' | 'theirs';
			/** Those settings, with these variables on top. */
			readonly text: (variables: Readonly<Record<string, string>>) => string;
	  }
	| {readonly state: 'refused'; readonly message: string};

/** claude takes one --settings only, so that of the user and ours become one. */
export function layOverSettings(args: readonly string[], {environment, files}: Machine): LaidOver {
	const at = args.findIndex(word => word === '--settings' || word.startsWith('--settings='));
	if (at === -1) return laidOver(args, {}, 'ours');
	const word = args[at] ?? '';
	const given = word === '--settings' ? args[at + 1] : word.slice('--settings='.length);
	if (given === undefined) return laidOver(args, {}, 'ours');
	const rest = args.toSpliced(at, word === '--settings' ? 2 : 1);
	if (given.trim().startsWith('{')) return read(given, rest);
	const reading = files.read(pathOf(environment).resolve(environment.cwd, given));
	if (reading.state !== 'bytes') return {state: 'refused', message: 'The file given by --settings cannot be read.'};
	return read(new TextDecoder().decode(reading.bytes), rest);
}

function read(text: string, args: readonly string[]): LaidOver {
	try {
		const settings: unknown = JSON.parse(text);
		if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) return laidOver(args, settings, 'theirs');
	} catch {
		// The message would quote what stands there.
	}
	return {state: 'refused', message: 'The settings given by --settings are no JSON object.'};
}

function laidOver(args: readonly string[], settings: {readonly env?: unknown}, holds: 'ours' | 'theirs'): LaidOver {
	const {env} = settings;
	const own = typeof env === 'object' && env !== null ? env : {};
	return {state: 'laid-over', args, holds, text: variables => JSON.stringify({...settings, env: {...own, ...variables}})};
}
