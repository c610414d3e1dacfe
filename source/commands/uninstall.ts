import {look} from '../places/look.ts';
import {apply} from '../plan/apply.ts';
import {takeOutSecrets} from '../plan/keep-secrets.ts';
import type {Left} from '../plan/turn-all.ts';
import {writtenByUs} from '../plan/written-by-us.ts';
import {borrowedHome} from './borrowed-home.ts';
import {sayNotDone} from './carried-out-text.ts';
import type {Context, Run} from './command.ts';
import {refused} from './errand.ts';
import {historyItems} from './history-items.ts';
import {ownState, removeOwnState} from './own-state.ts';
import {forgetProfileSecrets} from './profiles/profile-secrets.ts';
import {storedProfiles} from './profiles/stored-profiles.ts';
import {tilde} from './tilde.ts';
import {planOf, type Removal, removalJson, removalText, removedJson, removedText} from './uninstall-text.ts';

/** `wizard uninstall`: takes out all that the wizard ever wrote. What it removed of the user's comes back by undo, not by this. */
export const uninstall: Run = async ({options}, context) => {
	const {machine, out, err, fail, confirm, terminal} = context;
	const {home} = machine.environment;
	const borrowed = borrowedHome(machine);
	if (borrowed !== null) return fail(3, borrowed, 'Run it as that user, without sudo.');
	const ours = writtenByUs(machine);
	const undoable = historyItems(machine).some(({state, backup}) => state !== 'undone' && backup !== null);
	const removal: Removal = {ours, state: ownState(machine), facts: await look(machine), home, undoable};
	const json = options.json === true;
	const nothing = ours.files.length === 0 && ours.keeps.length === 0 && removal.state.length === 0;
	if (options['dry-run'] || nothing) {
		out(
			json
				? JSON.stringify(nothing && !options['dry-run'] ? removedJson(removal, null, [], []) : removalJson(removal), null, 2)
				: removalText(removal, terminal.colour),
		);
		return 0;
	}
	if (!options.yes && !terminal.stdinIsTTY)
		return fail(2, 'There is no terminal to ask on.', 'Add --yes to agree, or --dry-run to see what is taken out.');
	(json ? err : out)(removalText(removal, !json && terminal.colour));
	if (!options.yes && !(await confirm('Take all of this out?'))) return fail(130, 'Cancelled; nothing was changed.');
	return takeOut(removal, options.yes === true, json, context);
};

async function takeOut(removal: Removal, yes: boolean, json: boolean, context: Context): Promise<number> {
	const {machine, out, takeInterrupt} = context;
	const {ours, home} = removal;
	const applied = await apply(planOf(ours), machine, {signal: takeInterrupt()});
	if (applied.state === 'cancelled') return sayNotDone(applied, context);
	if (applied.state === 'refused')
		return sayNotDone(
			{...refused(3, `${tilde(applied.path, home)} was not changed: ${applied.message}.`, null), left: applied.left},
			context,
		);
	const stuck = [...(await takeOutSecrets(machine, ours.keeps)), ...(await takeOutProfiles(removal, machine))];
	for (const folder of ours.folders) machine.writing.removeFolder(folder);
	const left = await removeState(removal, stuck, yes, context);
	const undo = applied.state === 'applied' && ownState(machine).includes(machine.environment.state) ? applied.receipt.id : null;
	if (json) out(JSON.stringify(removedJson(removal, undo, ownState(machine), left), null, 2));
	else for (const line of removedText(undo, ownState(machine), left, home)) out(line);
	return left.length > 0 ? 1 : 0;
}

/** Profiles go with our folder; a secret that the system's store keeps for one would stay. */
async function takeOutProfiles({state}: Removal, machine: Context['machine']): Promise<readonly Left[]> {
	if (state.length === 0) return [];
	const {profiles} = await storedProfiles(machine);
	const left = await Promise.all(profiles.map(profile => forgetProfileSecrets(profile, machine)));
	return left.flat().map(message => ({path: 'the secret of a profile', message}));
}

/** The history knows how a secret is taken out of the store, so it stays where that failed. */
async function removeState(
	{state, home}: Removal,
	stuck: readonly Left[],
	yes: boolean,
	{machine, confirm}: Context,
): Promise<readonly Left[]> {
	if (stuck.length > 0) return stuck;
	const where = state.map(folder => tilde(folder, home)).join(' and ');
	if (!yes && !(await confirm(`Also remove the history and the backups (${where})? They hold the last copies of removed keys.`))) return [];
	return removeOwnState(machine).map(path => ({path, message: 'it could not be removed'}));
}
