import type {Refused} from './edited.ts';
import {membersOf} from './json-layout.ts';
import {plain, plainWith, samePlain} from './json-plain.ts';
import {type JsonNode, type JsonTree, scanJson} from './json-tree.ts';
import {mendSlip} from './mend-slip.ts';
import {readSettings, refuse} from './read-settings.ts';
import {removeSetting} from './settings-text.ts';
import {spot} from './spot.ts';
import {topKeys} from './top-keys.ts';

export type Mended =
	| {
			readonly state: 'mended';
			readonly text: string;
			/** What was done, each the beginning of a sentence: "removed 2 comments". */
			readonly did: readonly string[];
			/** The comments that were taken out, as they stood, so that they can be kept elsewhere. */
			readonly comments: readonly Remark[];
			readonly line: number;
	  }
	| {readonly state: 'same'}
	| Refused;

export type Remark = {readonly line: number; readonly text: string};

/**
 * The smallest change that makes a settings file what Claude Code reads: strict JSON without a mark at its start. Only what can
 * be mended in one way is mended; where a value, a quote or a bracket would have to be guessed, it is refused with the place.
 * `drop` leads to entries of a type that Claude Code refuses, which makes it ignore the whole file.
 */
export function mendSettings(text: string, drop: readonly (readonly string[])[] = []): Mended {
	const did: string[] = [];
	let now = text;
	if (now.startsWith('\uFEFF')) {
		now = now.slice(1);
		did.push('removed the byte order mark');
	}
	for (let rounds = 0; ; rounds++) {
		const scanned = scanJson(now);
		if (scanned.state === 'tree') break;
		const step = rounds < 100 ? mendSlip(now, scanned.slip) : null;
		if (step === null) return refuse('malformed', now, scanned.slip.offset, scanned.slip.why);
		now = step.text;
		if (!did.includes(step.did)) did.push(step.did);
	}
	const loose = scanJson(now);
	if (loose.state === 'slip') return refuse('malformed', now, loose.slip.offset, loose.slip.why);
	if (did.some(step => step.startsWith('closed')) && misplaced(loose.tree.root))
		return refuse('malformed', text, text.trimEnd().length, 'a bracket is missing further up');
	const {comments, trailingCommas} = loose.tree;
	const remarks = comments.map(({start, end}) => ({line: spot(now, start).line, text: now.slice(start, end)}));
	const strict = withoutRemarks(now, loose.tree);
	if (trailingCommas.length > 0) did.push(`removed ${count(trailingCommas.length, 'comma')} before a closing bracket`);
	if (comments.length > 0) did.push(`moved ${count(comments.length, 'comment')} out`);
	let mended = strict;
	let wanted = plain(now, loose.tree.root);
	for (const path of drop) {
		const edited = removeSetting(mended, path);
		if (edited.state === 'refused') return edited;
		if (edited.state === 'same') continue;
		mended = edited.text;
		wanted = plainWith(wanted, path, undefined) ?? null;
		did.push(`removed ${path.join('.')}, which has a type that Claude Code refuses`);
	}
	if (mended === text) return {state: 'same'};
	const read = readSettings(mended);
	if (read.state === 'refused' || !samePlain(plain(mended, read.tree.root), wanted))
		return refuse('impossible', text, 0, 'mending would change more than the mistakes');
	return {state: 'mended', text: mended, did, comments: remarks, line: spot(text, differsAt(text, mended)).line};
}

/** A key of the top inside `env` or another entry: the bracket that is missing was not the last one. */
function misplaced(root: JsonNode): boolean {
	return membersOf(root).some(({value}) => value.kind === 'object' && value.members.some(({key}) => topKeys.includes(key)));
}

/** Without comments and trailing commas; a line that held nothing else goes with them, so that no holes are left. */
function withoutRemarks(text: string, {comments, trailingCommas}: JsonTree): string {
	const cuts = [
		...comments.map(span => ({...span, remark: true})),
		...trailingCommas.map(start => ({start, end: start + 1, remark: false})),
	];
	cuts.sort((one, other) => other.start - one.start);
	return cuts.reduce((kept, {start, end, remark}) => (remark ? cutRemark(kept, start, end) : kept.slice(0, start) + kept.slice(end)), text);
}

function cutRemark(text: string, start: number, end: number): string {
	const before = /[ \t]*$/.exec(text.slice(lineStart(text, start), start));
	const blankBefore = before?.index === 0;
	const from = start - (before?.[0].length ?? 0);
	const newline = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end, end + 500));
	if (newline === null) return text.slice(0, start) + text.slice(end).replace(/^[ \t]+/, blankBefore ? '' : '$&');
	if (!blankBefore) return text.slice(0, from) + text.slice(end);
	return text.slice(0, lineStart(text, start)) + text.slice(end + newline[0].length);
}

function lineStart(text: string, offset: number): number {
	return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function count(number: number, noun: string): string {
	return number === 1 ? `a ${noun}` : `${number} ${noun}s`;
}

function differsAt(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return at;
}
