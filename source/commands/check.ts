import {checkJson} from './check-json.ts';
import {checkText} from './check-text.ts';
import type {Run} from './command.ts';
import {examine} from './examine.ts';
import {live} from './live.ts';
import {finish, pageFor} from './page.ts';
import {labelled} from './paragraph.ts';
import {chainFix} from './translator/chain-fix.ts';

/** `wizard check`: one live prompt and what its answer means. Nothing of the user's is changed, and nothing is sent before it was shown. */
export const check: Run = async ({options}, context) => {
	const {machine, out, fail, terminal} = context;
	const situation = await examine(machine);
	const result = await live(situation, context, {seconds: options.timeout, named: options['base-url'] ?? null});
	if (result.state === 'refused') return fail(result.code, result.message, result.hint);
	const {trial, form} = result;
	// Where a translator on this computer was asked, what is wrong behind it comes first.
	const here = await chainFix(trial, situation.headless.request.url, machine);
	const page = pageFor(terminal);
	if (options.json) {
		const json = checkJson(trial, situation.interactive, form);
		out(JSON.stringify({...json, fix: [...here, ...json.fix]}, null, 2));
	} else {
		out(checkText(trial, situation.interactive, page, form));
		for (const step of here) out(finish(labelled('Here', step, page.columns), page));
	}
	return trial.ok ? 0 : 1;
};
