import {preview} from '../plan/preview.ts';
import {borrowedHome} from './borrowed-home.ts';
import type {Context, Run} from './command.ts';
import {foreseeUndo} from './foresee-undo.ts';
import {sayNotUndone} from './say-not-undone.ts';
import {type UndoneRun, undoRun} from './undo-run.ts';
import {foreseenJson, undoneJson, undoneText} from './undone-text.ts';

/** `wizard undo`: shows what comes back, asks, and takes one change back, with all the rounds of a repair; all of it or nothing. */
export const undoCommand: Run = async ({options, operands}, context) => {
	const {machine, out, err, fail, confirm, takeInterrupt, terminal} = context;
	const {home} = machine.environment;
	const borrowed = borrowedHome(machine);
	if (borrowed !== null) return fail(3, borrowed, 'Run it as that user, without sudo.');
	const foreseen = await foreseeUndo(operands[0] ?? null, machine);
	if (foreseen.undone.state !== 'undone') return answer(foreseen.undone, options.json === true, context);
	const ids = foreseen.undone.changes.map(({receipt}) => receipt.id);
	const show = (to: Context['out'], colour: boolean) => {
		to(`Undo of ${ids.join(' and ')}:\n\n${preview(foreseen.plan, {home, colour, facts: foreseen.facts})}\n`);
	};
	if (options['dry-run']) {
		if (options.json) out(JSON.stringify(foreseenJson(foreseen, home), null, 2));
		else show(out, terminal.colour);
		return 0;
	}
	if (!options.yes && !terminal.stdinIsTTY)
		return fail(2, 'There is no terminal to ask on.', 'Add --yes to agree, or --dry-run to see what comes back.');
	if (options.json) show(err, false);
	else show(out, terminal.colour);
	if (!options.yes && !(await confirm('Take this change back?'))) return fail(130, 'Cancelled; nothing was changed.');
	return answer(await undoRun(ids[0] ?? null, machine, {signal: takeInterrupt()}), options.json === true, context);
};

function answer(undone: UndoneRun, json: boolean, context: Context): number {
	const {machine, out} = context;
	switch (undone.state) {
		case 'undone':
			if (json) out(JSON.stringify(undoneJson(undone, machine.environment.home), null, 2));
			else for (const line of undoneText(undone, machine.environment.home)) out(line);
			return undone.blocked.length > 0 || undone.changes.some(({left}) => left.length > 0) ? 1 : 0;
		case 'unknown':
		case 'already':
		case 'gone':
		case 'refused':
		case 'cancelled':
			return sayNotUndone(undone, json, context);
	}
}
