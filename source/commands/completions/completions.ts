import {translators} from '../../providers/translators/index.ts';
import {shells} from '../../shells/index.ts';
import {printers} from '../../shells/printers/index.ts';
import type {Command, Run} from '../command.ts';
import {problemNames} from '../help-problem.ts';
import {knownProviders} from '../known-providers.ts';
import {nearest} from '../nearest.ts';
import {storedProfiles} from '../profiles/stored-profiles.ts';
import {completers} from './index.ts';
import {tableOf} from './table.ts';

/** `wizard completions SHELL`: a script for that shell, made from the lists of commands and options; nothing is written. */
export function completions(commands: readonly Command[]): Run {
	return async ({operands: [name = '']}, {machine, out, fail}) => {
		// What the scripts ask at a TAB.
		if (name === 'profiles') {
			for (const profile of (await storedProfiles(machine)).profiles) out(profile.name);
			return 0;
		}
		const names = completers.map(completer => completer.name);
		const completer = completers.find(one => one.name === (name === 'nu' ? 'nushell' : name === 'pwsh' ? 'powershell' : name));
		if (completer === undefined) {
			const near = nearest(name, names);
			const hint = near === null ? `It knows ${names.join(', ')}.` : `Did you mean: wizard completions ${near}`;
			return fail(2, 'There are no completions for that shell.', hint);
		}
		const known = {
			shells: shells.map(shell => shell.name),
			engines: printers.map(printer => printer.name),
			completed: names,
			providers: knownProviders(machine).directory.all.map(({id}) => id),
			translators: translators.map(({id}) => id),
			problems: problemNames,
		};
		out(completer.script(tableOf(commands, known)));
		return 0;
	};
}
