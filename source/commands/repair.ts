import {diagnose} from '../problems/diagnose.ts';
import type {Finding} from '../problems/finding.ts';
import type {Situation} from '../problems/problem.ts';
import {askerAt} from './asker.ts';
import {plannedJson} from './carried-out-json.ts';
import {carriedOutText, sayNotDone} from './carried-out-text.ts';
import {carryOut} from './carry-out.ts';
import type {Context, Run} from './command.ts';
import type {CarriedOut, Errand, NotDone, Round} from './errand.ts';
import {examine} from './examine.ts';
import {type Live, live} from './live.ts';
import type {GivenOptions} from './options.ts';
import {repairJson, repairText} from './repair-report.ts';

/** Mending one thing can bring another to light: a settings file that parses again says more. */
const mostRounds = 3;

/**
 * `wizard --repair`: mends every finding that has one way to be mended, as one plan a round, and proves the result. Where the user has
 * to choose between two credentials it says so; with a credential given it moves the machine to that one.
 */
export const repair: Run = async ({options}, context) => {
	if ([options.credential, options.provider, options['base-url']].some(Boolean)) {
		return (await import('./onboard-scripted.ts')).onboardScripted(options, context);
	}
	const {machine, err, fail} = context;
	const done: Round[] = [];
	let situation = await examine(machine);
	while (done.length < mostRounds) {
		const errand = errandFor(diagnose(situation));
		if (errand.edits.length === 0) break;
		const round = await carryOut(errand, options['dry-run'] ? 'dry-run' : 'write', askerAt(context, options), machine);
		if (round.state === 'planned') return sayPlanned(round, situation, context, options);
		if (round.state === 'refused' || round.state === 'cancelled') {
			for (const {receipt} of done) err(`wizard: what was changed before stays; wizard undo ${receipt.id} takes it back.`);
			return sayNotDone(round, context);
		}
		if (round.state === 'nothing') break;
		done.push(round);
		situation = await examine(machine);
	}
	const left = diagnose(situation);
	const choice = left.find(needsChoice);
	if (done.length === 0 && choice !== undefined && options.yes) {
		return fail(
			3,
			`${choice.title}, and only you know which to keep.`,
			'wizard --repair --credential KIND … says which; wizard doctor shows both.',
		);
	}
	const proved = await proof(situation, left, context, options);
	sayDone(done, situation, left, proved, context, options);
	if (left.some(({severity}) => severity === 'error') || (proved?.state === 'tried' && !proved.trial.ok)) return 1;
	return proved?.state === 'refused' ? proved.code : 0;
};

function errandFor(findings: readonly Finding[]): Errand {
	return {edits: findings.flatMap(({fix}) => fix.edits), wish: null, unplannable: 'tell'};
}

/** No edit can be right for everybody: one of two credentials has to go. */
function needsChoice({severity, fix, id}: Finding): boolean {
	return severity === 'error' && fix.edits.length === 0 && (id === 'both-set' || id === 'login-env-conflict');
}

/** Not sent where it is known to fail, nor where it is not wished for. */
async function proof(situation: Situation, left: readonly Finding[], context: Context, options: GivenOptions): Promise<Live | null> {
	if (options['no-live'] || left.some(({severity}) => severity === 'error')) return null;
	return live(situation, context, {seconds: options.timeout, named: null});
}

function sayPlanned(
	round: Exclude<CarriedOut, NotDone> & {state: 'planned'},
	{headless}: Situation,
	context: Context,
	options: GivenOptions,
): number {
	const {out, machine} = context;
	const {home} = machine.environment;
	if (options.json) out(JSON.stringify(plannedJson(round, headless, home), null, 2));
	else {
		askerAt(context, options).show(round.plan);
		for (const text of carriedOutText(round, home)) out(text);
	}
	return 0;
}

function sayDone(
	done: readonly Round[],
	situation: Situation,
	left: readonly Finding[],
	proved: Live | null,
	{out, err, machine, terminal}: Context,
	options: GivenOptions,
): void {
	const {home} = machine.environment;
	if (options.json) out(JSON.stringify(repairJson(done, situation, left, proved, home), null, 2));
	else for (const text of repairText(done, situation, left, proved, terminal, home)) out(text);
	if (proved?.state === 'refused') err(`wizard: not proved: ${proved.message}${proved.hint ? `\n        ${proved.hint}` : ''}`);
}
