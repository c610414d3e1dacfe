import type {Fact} from '../../places/fact.ts';
import {agree} from '../../plan/contradictions.ts';
import type {Edit, FileEdit} from '../../plan/edit.ts';
import type {Diagnosed} from '../../problems/finding.ts';
import type {Move} from './move.ts';
import {keyOf, type RepairItem} from './repair-item.ts';

const use = 'move: use';

/**
 * The findings, each with the edits that mend it. Where the machine moves to a credential, its edits are given to the findings they
 * answer; what no finding names but would compete stands by itself.
 */
export function repairItems(findings: readonly Diagnosed[], move: Move | null): readonly RepairItem[] {
	const shown = findings.filter(({severity, fix}) => severity !== 'info' || fix.edits.length > 0);
	if (move === null) return shown.map(finding => itemOf(finding, finding.fix.edits, null));
	const given = new Map<Diagnosed, Edit[]>(shown.map(finding => [finding, []]));
	const own = new Set(move.wish?.set.map(({name}) => name));
	// A credential that stays where it is needs no writing, and then each rival can go by itself.
	const wished = move.edits.filter(({answers}) => answers.to !== 'fact' || own.has(answers.fact.variable));
	const needs = wished.length === 0 ? null : use;
	const rest = new Map<string, Edit[]>();
	for (const edit of move.edits) {
		if (edit.answers.to !== 'fact' || wished.includes(edit)) continue;
		const {fact} = edit.answers;
		const finding = owner(fact, shown, move);
		if (finding !== undefined) given.get(finding)?.push(edit);
		else rest.set(fact.variable, [...(rest.get(fact.variable) ?? []), edit]);
	}
	const taken = [...move.edits];
	const items = shown.map(finding => {
		const theirs = given.get(finding) ?? [];
		// What the move takes away needs no mending of its own: an old key has not to be approved first.
		const gone = move.mends.has(keyOfFinding(finding));
		const smaller = gone ? [] : finding.fix.edits.filter(edit => !isDecided(edit, move) && goesWith(edit, taken));
		taken.push(...smaller);
		return itemOf(finding, [...theirs, ...smaller], theirs.length === 0 && !gone ? null : needs);
	});
	const leftovers = [...rest].map(([variable, edits]) => leftover(variable, edits, needs));
	return [...(wished.length === 0 ? [] : [moveItem(move, wished)]), ...items, ...leftovers];
}

function itemOf(
	{id, severity, title, why, evidence, fix, explainedBy}: Diagnosed,
	edits: readonly Edit[],
	needs: string | null,
): RepairItem {
	const about = {kind: 'finding', id, severity} as const;
	const {summary, command} = fix;
	return {
		key: keyOf(about, title),
		title,
		why,
		evidence,
		fix: needs === null || fix.edits.length > 0 ? summary : null,
		command: edits.length > 0 || needs !== null ? null : command,
		edits,
		needs,
		about,
		under: explainedBy,
	};
}

export function keyOfFinding({id, severity, title}: Diagnosed): string {
	return keyOf({kind: 'finding', id, severity}, title);
}

function moveItem({title, why}: Move, edits: readonly Edit[]): RepairItem {
	return {key: use, title, why, evidence: [], fix: null, command: null, edits, needs: null, about: {kind: 'move'}, under: null};
}

function leftover(variable: string, edits: readonly Edit[], needs: string | null): RepairItem {
	const evidence = edits.flatMap(({answers}) => (answers.to === 'fact' ? [answers.fact] : []));
	const title = `${variable} would compete`;
	const why = 'It belongs to another setup, and would go out beside the credential that is kept, or decide where it goes.';
	const about = {kind: 'leftover'} as const;
	return {key: keyOf(about, title), title, why, evidence, fix: null, command: null, edits, needs, about, under: null};
}

/** What the move mends and shows this very value, or one of the same name. Others may show it too, such as that its file is readable. */
function owner(fact: Fact, findings: readonly Diagnosed[], {mends}: Move): Diagnosed | undefined {
	const mended = findings.filter(finding => mends.has(keyOfFinding(finding)) && finding.explainedBy === null);
	return (
		mended.find(({evidence, severity}) => severity === 'error' && evidence.includes(fact)) ??
		mended.find(({evidence, severity}) => severity === 'error' && evidence.some(other => isSameName(other, fact))) ??
		mended.find(({evidence}) => evidence.includes(fact))
	);
}

function isSameName(one: Fact, other: Fact): boolean {
	return one.variable === other.variable && one.kind === other.kind;
}

/** Two edits of one file that cannot both be done: what moves the machine comes first. */
function goesWith(edit: Edit, others: readonly Edit[]): boolean {
	if (!isFileEdit(edit)) return true;
	const beside = others.filter(isFileEdit).filter(({file}) => file === edit.file);
	return agree([...beside, edit]).state === 'agreed';
}

/**
 * Where the machine moves to a credential, which value its variables have and which key is approved is settled: a finding about an old
 * value of this terminal would bring that one back.
 */
function isDecided(edit: Edit, {wish, store}: Move): boolean {
	if (wish === null) return false;
	if (edit.kind === 'approve-key' || edit.kind === 'unreject-key') return true;
	if (edit.kind !== 'set-setting' && edit.kind !== 'mask-setting') return false;
	const [, name = ''] = edit.path;
	// A mask may stay where settings hold the credential; what lives in the shell has none.
	const goes = edit.kind === 'set-setting' || store === 'shell';
	return wish.set.some(one => one.name === name) || (goes && wish.unset.some(group => group.includes(name)));
}

function isFileEdit(edit: Edit): edit is FileEdit {
	return edit.kind !== 'tell' && edit.kind !== 'keep-secret';
}
