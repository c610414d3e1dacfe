import type {Secret} from '../credentials/secret.ts';
import {diagnose} from '../problems/diagnose.ts';
import type {Described} from '../setups/described.ts';
import {askerAt} from './asker.ts';
import {plannedJson, writtenJson} from './carried-out-json.ts';
import {carriedOutText, sayNotDone} from './carried-out-text.ts';
import {carryOut} from './carry-out.ts';
import {checkJson} from './check-json.ts';
import {checkText} from './check-text.ts';
import type {Context} from './command.ts';
import {asOptions, secretsOf} from './described-options.ts';
import {findingJson} from './doctor-json.ts';
import type {CarriedOut, NotDone} from './errand.ts';
import {examine} from './examine.ts';
import {knownProviders} from './known-providers.ts';
import {type Live, live} from './live.ts';
import {answersFrom} from './onboard/answers-from-options.ts';
import {inNewTerminal} from './onboard/prove-setup.ts';
import {setupErrand} from './onboard/setup-errand.ts';
import type {GivenOptions} from './options.ts';
import {pageFor} from './page.ts';
import {tilde} from './tilde.ts';

/** Brings this machine to a described setup, as one plan that can be undone. With `--yes` it is not asked about; a secret that is given counts instead of the one it names. */
export async function applySetup(
	described: Described,
	folder: string,
	options: GivenOptions,
	context: Context,
	given: Secret | null = null,
): Promise<number> {
	const {machine, fail, err, out} = context;
	const secrets = await secretsOf(described, folder, context, given);
	if (!secrets.ok) return fail(2, secrets.message, secrets.hint);
	const understood = answersFrom(
		asOptions(described),
		secrets.secret,
		{...machine.environment.variables, ...secrets.variables},
		knownProviders(machine).directory,
	);
	if (!understood.ok) return fail(2, understood.message, understood.hint);
	for (const note of understood.notes) err(`wizard: ${note}`);

	const answers = {...understood.answers, maskOnly: described.remove === 'mask-only'};
	const before = await examine(machine);
	const errand = await setupErrand(answers, before.facts, machine, asOptions(described));
	if (errand.state === 'refused') return fail(3, errand.message, errand.hint ?? undefined);
	const mode = options.check || options['dry-run'] ? 'dry-run' : 'write';
	const done = await carryOut(errand, mode, askerAt(context, options), machine);
	if (done.state === 'refused' || done.state === 'cancelled') return sayNotDone(done, context);

	const {home} = machine.environment;
	if (done.state === 'planned') {
		const planned = plannedJson(done, before.headless, home);
		if (options.json) out(JSON.stringify(planned, null, 2));
		else {
			if (planned.changed) askerAt(context, options).show(done.plan);
			for (const text of carriedOutText(done, home)) out(text);
		}
		return options.check && (planned.changed || planned.cannot.length > 0) ? 1 : 0;
	}
	const there = inNewTerminal(machine, errand.wish, answers.store);
	const tried = await proof(done.state === 'applied', there, described, options, context);
	await sayDone(done, tried, there, options, context);
	if (tried?.state === 'tried' && !tried.trial.ok) return 1;
	if (tried?.state === 'refused') return tried.code;
	return done.plan.tells.length > 0 ? 1 : 0;
}

/** Sent once, after a change: an engine that comes by every half hour must not spend the user's money. `--live` sends it all the same. */
async function proof(
	changed: boolean,
	machine: Context['machine'],
	{baseUrl}: Described,
	options: GivenOptions,
	context: Context,
): Promise<Live | null> {
	if (options['no-live'] || !(changed || options.live)) return null;
	return live(await examine(machine), {...context, machine}, {seconds: options.timeout, named: baseUrl});
}

async function sayDone(
	done: Exclude<CarriedOut, NotDone | {state: 'planned'}>,
	tried: Live | null,
	machine: Context['machine'],
	options: GivenOptions,
	{out, err, terminal}: Context,
): Promise<void> {
	const {home} = machine.environment;
	const situation = await examine(machine);
	const trial = tried?.state === 'tried' ? tried.trial : null;
	if (options.json) {
		const findings = diagnose(situation).map(finding => findingJson(finding, situation.headless, home));
		const said = trial === null ? null : checkJson(trial, situation.interactive);
		out(JSON.stringify({...writtenJson(done, situation.headless, home), findings, live: said}, null, 2));
	} else {
		for (const text of carriedOutText(done, home)) out(text);
		if (trial !== null) out(checkText(trial, situation.interactive, pageFor(terminal)));
	}
	if (tried?.state === 'refused') err(`wizard: not proved: ${tilde(tried.message, home)}${tried.hint ? `\n        ${tried.hint}` : ''}`);
}
