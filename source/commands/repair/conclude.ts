import {askerAt} from '../asker.ts';
import {sayNotDone} from '../carried-out-text.ts';
import type {Context} from '../command.ts';
import type {GivenOptions} from '../options.ts';
import {plannedRounds, repairJson, repairText} from '../repair-report.ts';
import {sayNotProved} from '../say-not-proved.ts';
import {onlyShown} from '../say-planned.ts';
import {describeCandidate} from './describe-candidate.ts';
import type {Mended} from './rounds.ts';

/** Says how a repair at the command line ended, and gives the exit code of contract.md. */
export function conclude(mended: Mended, context: Context, options: GivenOptions): number {
	const {err, fail, machine} = context;
	const {end, done} = mended;
	switch (end.state) {
		case 'not-done':
			sayEarlier(mended, err);
			return sayNotDone(end.why, context);
		case 'unclear': {
			sayEarlier(mended, err);
			const {home} = machine.environment;
			const said = end.candidates.map(candidate => describeCandidate(candidate, home));
			return fail(
				3,
				['It is not clear which credential is meant, and only you know:', ...said.map(({label, hint}) => `- ${label}: ${hint}`)].join(
					'\n        ',
				),
				said.map(({command}) => command).join('\n        '),
			);
		}
		case 'left':
			return fail(130, done.length === 0 ? 'Nothing was changed.' : 'Left; what was changed before stays, wizard undo takes it back.');
		case 'finished':
			return options['dry-run'] ? sayPlanned(mended, context, options) : sayDone(mended, context, options);
	}
}

function sayEarlier({done}: Mended, err: Context['err']): void {
	for (const round of done)
		if (round.state === 'applied') err(`wizard: what was changed before stays; wizard undo ${round.receipt.id} takes it back.`);
}

function sayPlanned(mended: Mended, context: Context, options: GivenOptions): number {
	const {out, machine} = context;
	const {home} = machine.environment;
	if (options.json) out(JSON.stringify(plannedRounds(mended, home), null, 2));
	else {
		const asker = askerAt(context, options);
		for (const {plan} of mended.done) asker.show({...plan, tells: []});
		if (mended.done.length > 0) out(onlyShown);
		for (const line of repairText(mended, context.terminal, home)) out(line);
	}
	return 0;
}

function sayDone(mended: Mended, context: Context, options: GivenOptions): number {
	const {out, machine, terminal} = context;
	const {home} = machine.environment;
	if (options.json) out(JSON.stringify(repairJson(mended, home), null, 2));
	else for (const line of repairText(mended, terminal, home)) out(line);
	sayNotProved(mended.live, context);
	return codeOf(mended);
}

export function codeOf({left, last, live}: Pick<Mended, 'left' | 'last' | 'live'>): number {
	if (left.some(({severity}) => severity === 'error') || (last?.tells.length ?? 0) > 0) return 1;
	if (live === null) return 0;
	return live.state === 'tried' ? (live.trial.ok ? 0 : 1) : live.code;
}
