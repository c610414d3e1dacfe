import {diagnose} from '../problems/diagnose.ts';
import {shellNamed} from '../shells/index.ts';
import {askerAt} from './asker.ts';
import {sayNotDone} from './carried-out-text.ts';
import {carryOut} from './carry-out.ts';
import type {Context} from './command.ts';
import {findingJson} from './doctor-json.ts';
import {examine} from './examine.ts';
import {live} from './live.ts';
import type {Answers} from './onboard/answers.ts';
import {inNewTerminal} from './onboard/prove-setup.ts';
import {setupErrand} from './onboard/setup-errand.ts';
import type {GivenOptions} from './options.ts';
import {sayPlanned} from './say-planned.ts';
import {sayWritten} from './say-written.ts';
import {toCopy} from './to-copy.ts';

export type Wished = {
	readonly answers: Answers;
	/** The shell and the secret's own command, as options or a setup file name them. */
	readonly by: Pick<GivenOptions, 'shell' | 'secret-command'>;
	/** The host that whoever wishes it has named; the live prompt goes nowhere else unasked. */
	readonly named: string | null;
	/** `--no-live` goes before it. */
	readonly prove: 'always' | 'after-a-change' | 'never';
};

/** Makes one setup the only one in force, without a talk: one plan that can be undone, a live prompt, and what was done in text or as one object. */
export async function setUp({answers, by, named, prove}: Wished, options: GivenOptions, context: Context): Promise<number> {
	const {machine, fail} = context;
	if (by.shell !== undefined && shellNamed(by.shell) === null)
		return fail(2, 'That shell is not known.', 'wizard export --help lists them');
	const before = await examine(machine);
	const errand = await setupErrand(answers, before.facts, machine, by, before.claude.chosen?.version ?? null);
	if (errand.state === 'refused') return fail(3, errand.message, errand.hint ?? undefined);
	const mode = options.check || options['dry-run'] ? 'dry-run' : 'write';
	const done = await carryOut(errand, mode, askerAt(context, options), machine);
	if (done.state === 'refused' || done.state === 'cancelled') return sayNotDone(done, context);
	if (done.state === 'planned') return sayPlanned(done, before.headless, options, context);

	const there = inNewTerminal(machine, errand.wish, answers.store);
	const wanted = prove === 'always' || (prove === 'after-a-change' && done.state === 'applied');
	const tried =
		options['no-live'] || !wanted
			? null
			: await live(await examine(there), {...context, machine: there}, {seconds: options.timeout, named});
	const situation = await examine(there);
	const findings = () => diagnose(situation).map(finding => findingJson(finding, situation.headless, machine.environment.home));
	const copied = await toCopy(errand, answers.store, machine);
	const code = sayWritten({done, tried, situation, json: () => ({findings: findings(), ...copied.json})}, options, context);
	if (!options.json) for (const text of copied.text) context.out(text);
	return code;
}
