import type {Plan} from '../plan/plan.ts';
import type {Resolution} from '../request/request.ts';
import {askerAt} from './asker.ts';
import {plannedJson} from './carried-out-json.ts';
import {carriedOutText, nothingToChange} from './carried-out-text.ts';
import type {Context} from './command.ts';
import type {Planned} from './errand.ts';
import type {GivenOptions} from './options.ts';

export const onlyShown = 'Nothing was written: this only shows it.';

/** Shows what a dry run or `--check` would have done, and gives the exit code. */
export function sayPlanned(done: Planned, resolution: Resolution, options: GivenOptions, context: Context): number {
	const {out, machine} = context;
	const {home} = machine.environment;
	const planned = plannedJson(done, resolution, home);
	if (options.json) out(JSON.stringify(planned, null, 2));
	else {
		if (holdsNothing(done.plan)) out(nothingToChange);
		else {
			askerAt(context, options).show(done.plan);
			out(onlyShown);
		}
		for (const text of carriedOutText(done, home)) out(text);
	}
	return options.check && (planned.changed || planned.cannot.length > 0) ? 1 : 0;
}

function holdsNothing({files, keeps, tells, notes}: Plan): boolean {
	return files.length + keeps.length + tells.length + notes.length === 0;
}
