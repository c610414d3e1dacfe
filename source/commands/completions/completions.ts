import type {Command, Run} from '../command.ts';
import {nearest} from '../nearest.ts';
import {storedProfiles} from '../profiles/stored-profiles.ts';

/** `wizard completions SHELL`: a script for that shell, made from the lists of commands and options; nothing is written. */
export function completions(commands: readonly Command[]): Run {
	return async ({operands: [name = '']}, {machine, out, fail}) => {
		// What the scripts ask at a TAB, so nothing else is loaded for it.
		if (name === 'profiles') {
			for (const profile of (await storedProfiles(machine)).profiles) out(profile.name);
			return 0;
		}
		const {completers} = await import('./index.ts');
		const completer = completers.find(one => one.name === (shortNames[name] ?? name));
		if (completer === undefined) {
			const names = completers.map(one => one.name);
			const near = nearest(name, names);
			const hint = near === null ? `It knows ${names.join(', ')}.` : `Did you mean: wizard completions ${near}`;
			return fail(2, 'There are no completions for that shell.', hint);
		}
		const {tableOf} = await import('./table.ts');
		const {knownWords} = await import('./known-words.ts');
		out(completer.script(tableOf(commands, knownWords(machine))));
		return 0;
	};
}

/** What the programs are called. */
const shortNames: Readonly<Record<string, string>> = {nu: 'nushell', pwsh: 'powershell'};
