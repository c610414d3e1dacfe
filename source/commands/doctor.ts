import {diagnose} from '../problems/diagnose.ts';
import {basisFor} from '../request/versions.ts';
import type {Run} from './command.ts';
import {type DoctorReport, exitCodeOf} from './doctor-report.ts';
import {examine, situate} from './examine.ts';
import {type Page, pageFor} from './page.ts';

/** `wizard doctor`: says what claude will send and what is wrong, and changes nothing. */
export const doctor: Run = async ({options}, context) => {
	const {machine, out, err, fail, confirm, terminal} = context;
	const wantsHelpers = options['run-helpers'] === true;
	if (wantsHelpers && !options.yes && !terminal.stdinIsTTY)
		return fail(
			2,
			'--run-helpers asks before each command, and there is no terminal to ask on.',
			'Add --yes to run the helpers of your own settings.',
		);

	let situation = await examine(machine);
	if (wantsHelpers) {
		const consent = {given: options.yes === true, ask: confirm, say: err};
		const {runKeyHelpers} = await import('./run-key-helper.ts');
		const outputs = await runKeyHelpers(machine, [situation.headless, situation.interactive], consent);
		situation = situate(machine, [...situation.facts, ...outputs], situation.claude);
	}
	// Loaded here and not above: without --live nothing is asked.
	const proved = options.live ? await (await import('./live.ts')).live(situation, context, {seconds: options.timeout}) : null;
	if (proved?.state === 'refused') {
		if (proved.code === 2 || proved.code === 130) return fail(proved.code, proved.message, proved.hint);
		err(`The live prompt was not sent: ${proved.message}`);
	}
	if (proved?.state === 'tried') situation = (await import('./with-answer.ts')).withAnswer(situation, proved);
	const report: DoctorReport = {
		situation,
		findings: diagnose(situation),
		basis: basisFor(situation.claude.chosen?.version ?? null),
		witness: options.witness ? await (await import('./compare-witness.ts')).witnessOf(machine, situation) : null,
		live: proved?.state === 'tried' ? proved : null,
		home: machine.environment.home,
	};
	// Two faces, and only one of them is ever shown.
	if (options.json) out(JSON.stringify((await import('./doctor-json.ts')).doctorJson(report, await liveJson(report)), null, 2));
	else {
		const page = pageFor(terminal);
		out((await import('./doctor-text.ts')).doctorText(report, page, await liveText(report, page), options.all === true));
	}
	return exitCodeOf(report);
};

async function liveJson({live, situation}: DoctorReport) {
	return live === null ? null : (await import('./check-json.ts')).checkJson(live.trial, situation.interactive, live.form);
}

async function liveText({live}: DoctorReport, page: Page): Promise<readonly string[]> {
	return live === null ? [] : (await import('./check-text.ts')).answerText(live.trial, page);
}
