import type {Situation} from '../problems/problem.ts';
import {writtenJson} from './carried-out-json.ts';
import {carriedOutText} from './carried-out-text.ts';
import {checkJson} from './check-json.ts';
import {checkText} from './check-text.ts';
import type {Context} from './command.ts';
import type {Written} from './errand.ts';
import type {Live} from './live.ts';
import type {GivenOptions} from './options.ts';
import {pageFor} from './page.ts';
import {sayNotProved} from './say-not-proved.ts';

type Told = {
	readonly done: Written;
	/** Null where nothing was to be proved. */
	readonly tried: Live | null;
	/** As it is after all that. */
	readonly situation: Situation;
	/** What this command's object holds besides. */
	readonly json: () => Readonly<Record<string, unknown>>;
};

/** Says what was done and how the live prompt went, and gives the exit code. */
export function sayWritten({done, tried, situation, json}: Told, options: GivenOptions, context: Context): number {
	const {out, machine, terminal} = context;
	const {home} = machine.environment;
	const {headless, interactive} = situation;
	const trial = tried?.state === 'tried' ? tried.trial : null;
	if (options.json) {
		const said = trial === null ? null : checkJson(trial, interactive);
		out(JSON.stringify({...writtenJson(done, headless, home), ...json(), live: said}, null, 2));
	} else {
		for (const text of carriedOutText(done, home)) out(text);
		if (trial !== null) out(checkText(trial, interactive, pageFor(terminal)));
	}
	sayNotProved(tried, context);
	if (tried?.state === 'refused') return tried.code;
	return trial?.ok === false || done.plan.tells.length > 0 ? 1 : 0;
}
