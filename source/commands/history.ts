import {purgeBackups} from '../plan/backups.ts';
import type {Context, Run} from './command.ts';
import {type HistoryItem, historyItems} from './history-items.ts';
import {historyText} from './history-text.ts';
import {pageFor} from './page.ts';

/** `wizard history`: what the wizard changed, and the backups it keeps of that. Only --purge removes anything. */
export const history: Run = async ({options}, context) => {
	const items = historyItems(context.machine);
	if (options.purge !== undefined) return purge(options.purge, items, options.yes === true, options.json === true, context);
	const {out, terminal} = context;
	out(options.json ? JSON.stringify({schema: 1, items}, null, 2) : historyText(items, pageFor(terminal)));
	return 0;
};

/** Backups hold the old keys and the new; without them a change stays in the list and cannot be undone. */
async function purge(
	which: string,
	items: readonly HistoryItem[],
	yes: boolean,
	json: boolean,
	{machine, out, fail, confirm, terminal}: Context,
): Promise<number> {
	const meant = items.filter(({id}) => which === 'all' || which === id);
	if (meant.length === 0 && which !== 'all') return fail(2, 'There is no change with that ID.', 'wizard history lists them.');
	const kept = meant.filter(({backup}) => backup !== null);
	if (kept.length > 0 && !yes) {
		if (!terminal.stdinIsTTY) return fail(2, 'There is no terminal to ask on.', 'Add --yes to remove the backups.');
		const backups = kept.length === 1 ? 'this backup' : `these ${kept.length} backups`;
		if (!(await confirm(`Remove ${backups}? What they belong to can then no longer be undone.`)))
			return fail(130, 'Cancelled; nothing was removed.');
	}
	const purged = purgeBackups(machine, which);
	const left = historyItems(machine).filter(({id, backup}) => purged.includes(id) && backup !== null);
	if (left.length > 0) return fail(3, `Not every backup could be removed: ${left.map(({id}) => id).join(', ')}.`);
	if (json) out(JSON.stringify({schema: 1, changed: purged.length > 0, purged, items: historyItems(machine)}, null, 2));
	else out(purged.length === 0 ? 'There are no backups to remove.' : `Removed: ${purged.join(', ')}`);
	return 0;
}
