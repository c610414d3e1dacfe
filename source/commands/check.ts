import {checkJson} from './check-json.ts';
import {checkText} from './check-text.ts';
import type {Run} from './command.ts';
import {examine} from './examine.ts';
import {live} from './live.ts';
import {pageFor} from './page.ts';

/** `wizard check`: one live prompt and what its answer means. Nothing of the user's is changed, and nothing is sent before it was shown. */
export const check: Run = async ({options}, context) => {
	const {machine, out, fail, terminal} = context;
	const situation = await examine(machine);
	const result = await live(situation, context, {seconds: options.timeout, named: options['base-url'] ?? null});
	if (result.state === 'refused') return fail(result.code, result.message, result.hint);
	const {trial, form} = result;
	out(
		options.json
			? JSON.stringify(checkJson(trial, situation.interactive, form), null, 2)
			: checkText(trial, situation.interactive, pageFor(terminal), form),
	);
	return trial.ok ? 0 : 1;
};
