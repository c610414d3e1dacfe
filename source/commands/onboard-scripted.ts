import {diagnose} from '../problems/diagnose.ts';
import type {Situation} from '../problems/problem.ts';
import {askerAt} from './asker.ts';
import {plannedJson, writtenJson} from './carried-out-json.ts';
import {carriedOutText, sayNotDone} from './carried-out-text.ts';
import {carryOut} from './carry-out.ts';
import {checkJson} from './check-json.ts';
import {checkText} from './check-text.ts';
import type {Context} from './command.ts';
import {findingJson} from './doctor-json.ts';
import type {CarriedOut, NotDone} from './errand.ts';
import {examine} from './examine.ts';
import {givenSecret} from './given-secret.ts';
import {knownProviders} from './known-providers.ts';
import {type Live, live} from './live.ts';
import {answersFrom} from './onboard/answers-from-options.ts';
import {inNewTerminal} from './onboard/prove-setup.ts';
import {setupErrand} from './onboard/setup-errand.ts';
import type {GivenOptions} from './options.ts';
import {pageFor} from './page.ts';
import {tilde} from './tilde.ts';

/** The same setup without questions: everything comes by options, and what would be asked is agreed to by --yes. */
export async function onboardScripted(options: GivenOptions, context: Context): Promise<number> {
	const {machine, fail, err} = context;
	const given = await givenSecret(options, context);
	if (given.state === 'wrong') return fail(2, given.message, given.hint);
	if (given.state === 'secret' && given.trimmed) err('wizard: white space around the secret was removed.');
	const {directory, mistakes} = knownProviders(machine);
	for (const mistake of mistakes) err(`wizard: ${mistake}`);
	const understood = answersFrom(options, given.state === 'secret' ? given.secret : null, machine.environment.variables, directory);
	if (!understood.ok) return fail(2, understood.message, understood.hint);
	for (const note of understood.notes) err(`wizard: ${note}`);

	const before = await examine(machine);
	const errand = await setupErrand(understood.answers, before.facts, machine, options);
	if (errand.state === 'refused') return fail(3, errand.message, errand.hint ?? undefined);
	const done = await carryOut(errand, options['dry-run'] ? 'dry-run' : 'write', askerAt(context, options), machine);
	if (done.state === 'refused' || done.state === 'cancelled') return sayNotDone(done, context);
	if (done.state === 'planned') return sayPlanned(done, before, context, options);

	const after = inNewTerminal(machine, errand.wish, understood.answers.store);
	return sayDone(done, await proof(after, context, options), context, options, await examine(after));
}

/** Null where it is not wished for. */
async function proof(machine: Context['machine'], context: Context, options: GivenOptions): Promise<Live | null> {
	if (options['no-live'] || options.store === 'none') return null;
	return live(await examine(machine), {...context, machine}, {seconds: options.timeout, named: options['base-url'] ?? null});
}

function sayPlanned(done: Extract<CarriedOut, {state: 'planned'}>, {headless}: Situation, context: Context, options: GivenOptions): number {
	const {out, machine, terminal} = context;
	const {home} = machine.environment;
	if (options.json) out(JSON.stringify(plannedJson(done, headless, home), null, 2));
	else {
		askerAt({...context, terminal}, options).show(done.plan);
		for (const text of carriedOutText(done, home)) out(text);
	}
	return 0;
}

function sayDone(
	done: Exclude<CarriedOut, NotDone | {state: 'planned'}>,
	tried: Live | null,
	{out, err, machine, terminal}: Context,
	options: GivenOptions,
	situation: Situation,
): number {
	const {home} = machine.environment;
	const {headless, interactive} = situation;
	const trial = tried?.state === 'tried' ? tried.trial : null;
	if (options.json) {
		const written = writtenJson(done, headless, home);
		const findings = diagnose(situation).map(finding => findingJson(finding, headless, home));
		out(JSON.stringify({...written, findings, live: trial === null ? null : checkJson(trial, interactive)}, null, 2));
	} else {
		for (const text of carriedOutText(done, home)) out(text);
		if (trial !== null) out(checkText(trial, interactive, pageFor(terminal)));
	}
	if (tried?.state === 'refused') err(`wizard: not proved: ${tilde(tried.message, home)}${tried.hint ? `\n        ${tried.hint}` : ''}`);
	return codeOf(done, tried);
}

function codeOf({plan}: Exclude<CarriedOut, NotDone>, tried: Live | null): number {
	if (tried?.state === 'tried' && !tried.trial.ok) return 1;
	if (tried?.state === 'refused') return tried.code;
	return plan.tells.length > 0 ? 1 : 0;
}
