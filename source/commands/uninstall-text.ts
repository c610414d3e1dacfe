import type {Fact} from '../places/fact.ts';
import {printable} from '../places/show.ts';
import type {FileChange} from '../plan/change.ts';
import type {Plan} from '../plan/plan.ts';
import {preview} from '../plan/preview.ts';
import type {Left} from '../plan/turn-all.ts';
import type {WrittenByUs} from '../plan/written-by-us.ts';
import {tilde} from './tilde.ts';

/** What an uninstall takes out: from the user's files, from the system's store, and our own folders. */
export type Removal = {
	readonly ours: WrittenByUs;
	readonly state: readonly string[];
	/** For the secrets that are masked in what is shown. */
	readonly facts: readonly Fact[];
	readonly home: string;
	/** Is there a change that undo could still take back? */
	readonly undoable: boolean;
};

export function planOf({files, notes}: Pick<WrittenByUs, 'files' | 'notes'>): Plan {
	return {files, steps: [], keeps: [], tells: [], masked: [], notes};
}

export function removalText(removal: Removal, colour: boolean): string {
	const {ours, facts, home} = removal;
	const items = itemsOf(removal);
	if (items.length === 0) return 'Nothing of the wizard is left here.';
	const list = items.map(({summary, file}, index) => `${index + 1}. ${summary}${file === null ? '' : `  ${file}`}`);
	const diff = preview(planOf(ours), {home, colour, facts});
	return [
		list.join('\n'),
		...(diff === '' ? [] : [diff]),
		...(removal.undoable ? ['What the wizard removed of yours does not come back by this; for that, first: wizard undo'] : []),
		'',
	]
		.join('\n\n')
		.trimEnd()
		.concat('\n');
}

/** In the shape of a dry run. */
export function removalJson(removal: Removal) {
	const plan = itemsOf(removal);
	return {schema: 1, changed: plan.length > 0, plan, cannot: [], notes: removal.ours.notes.map(note => shown(note, removal.home))};
}

export function removedJson(removal: Removal, undo: string | null, kept: readonly string[], left: readonly Left[]) {
	const edits = itemsOf(removal).map(({file, summary}) => ({file, summary}));
	return {
		schema: 1,
		changed: edits.length > 0,
		edits: edits.filter(({file}) => !kept.some(folder => shown(folder, removal.home) === file)),
		undo,
		kept: kept.map(folder => shown(folder, removal.home)),
		left: left.map(({path, message}) => ({what: shown(path, removal.home), why: printable(message)})),
		notes: removal.ours.notes.map(note => shown(note, removal.home)),
	};
}

export function removedText(undo: string | null, kept: readonly string[], left: readonly Left[], home: string): readonly string[] {
	return [
		left.length === 0 ? 'Everything the wizard wrote is taken out.' : 'Most of what the wizard wrote is taken out.',
		...left.map(({path, message}) => `Left: ${shown(path, home)}: ${printable(message)}`),
		...kept.map(folder => `Kept: ${shown(folder, home)}${undo === null ? '' : ` (to take this back: wizard undo ${undo})`}`),
		'The program itself goes as it came, for example by: npm uninstall --global claude-auth-wizard',
	];
}

function itemsOf({ours, state, facts, home}: Removal) {
	const diff = (change: FileChange) => preview(planOf({files: [change], notes: []}), {home, colour: false, facts});
	return [
		...ours.files.map(change => ({
			kind: 'take-out',
			file: shown(change.named, home) as string | null,
			line: null,
			summary: summaryOf(change),
			diff: diff(change),
		})),
		...ours.keeps.map(({program}) => ({
			kind: 'take-out',
			file: null,
			line: null,
			summary: `Take the secret out of the store (${program})`,
			diff: '',
		})),
		...state.map(folder => ({kind: 'remove-folder', file: shown(folder, home), line: null, summary: 'Remove our own folder', diff: ''})),
	];
}

function summaryOf({kind, after}: FileChange): string {
	if (after === null) return 'Remove the file we made';
	return kind === 'startup' ? 'Take our block out' : 'Take our entries out';
}

function shown(text: string, home: string): string {
	return printable(tilde(text, home));
}
