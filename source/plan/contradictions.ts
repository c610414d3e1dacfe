import {isDeepStrictEqual} from 'node:util';
import {Secret} from '../credentials/secret.ts';
import type {Edit, FileEdit} from './edit.ts';

/** Edits of one file with the repeated ones left out, or two that cannot both be done. */
export type Agreed =
	| {readonly state: 'agreed'; readonly edits: readonly FileEdit[]}
	| {readonly state: 'contradiction'; readonly pair: readonly [FileEdit, FileEdit]};

export function agree(edits: readonly FileEdit[]): Agreed {
	const kept: FileEdit[] = [];
	for (const edit of edits) {
		if (kept.some(other => sameEdit(other, edit))) continue;
		const against = kept.find(other => contradicts(other, edit) || contradicts(edit, other));
		if (against !== undefined) return {state: 'contradiction', pair: [against, edit]};
		kept.push(edit);
	}
	// A mask takes the value away too: beside it, removing the same key says nothing more.
	return {state: 'agreed', edits: kept.filter(edit => !kept.some(other => covers(other, edit)))};
}

/** Two edits that do the same, for whatever reason they are there. */
export function sameEdit(one: Edit, other: Edit): boolean {
	return isDeepStrictEqual(deed(one), deed(other));
}

/** What is done, without why and with secrets as text: two Secrets are never deeply equal. Never leaves this file. */
function deed(edit: Edit): unknown {
	const {summary: _, answers: __, ...rest} = edit;
	return Object.fromEntries(
		Object.entries(rest).map(([key, value]) =>
			value instanceof Secret ? [key, value.reveal()] : key === 'masks' ? [key, null] : [key, value],
		),
	);
}

function contradicts(one: FileEdit, other: FileEdit): boolean {
	switch (one.kind) {
		case 'set-setting':
			if (other.kind === 'set-setting' || other.kind === 'mask-setting') return overlaps(one.path, other.path);
			return other.kind === 'remove-setting' && overlaps(one.path, other.path);
		case 'mask-setting':
			return (
				(other.kind === 'mask-setting' || other.kind === 'remove-setting') &&
				overlaps(one.path, other.path) &&
				!samePath(one.path, other.path)
			);
		case 'approve-key':
			return false;
		case 'set-onboarding':
			return other.kind === 'set-onboarding';
		case 'put-block':
			return other.kind === 'put-block' || other.kind === 'remove-block' || other.kind === 'put-source-line';
		case 'put-source-line':
			return other.kind === 'put-source-line' || other.kind === 'remove-block';
		case 'rewrite':
			return other.kind === 'rewrite' || other.kind === 'write-own-file' || other.kind === 'remove-own-file';
		case 'write-own-file':
			return other.kind === 'write-own-file' || other.kind === 'remove-own-file';
		case 'remove-setting':
		case 'mend-settings':
		case 'unreject-key':
		case 'remove-global-env':
		case 'remove-primary-key':
		case 'remove-block':
		case 'remove-line':
		case 'remove-env-line':
		case 'erase-fish-universal':
		case 'remove-own-file':
		case 'make-private':
			return false;
	}
}

function covers(one: FileEdit, other: FileEdit): boolean {
	if (one.kind === 'mask-setting' && other.kind === 'remove-setting') return samePath(one.path, other.path);
	return one.kind === 'remove-setting' && other.kind === 'remove-setting' && one !== other && isPrefix(one.path, other.path);
}

function overlaps(one: readonly string[], other: readonly string[]): boolean {
	return isPrefix(one, other) || isPrefix(other, one);
}

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
	return short.length <= long.length && short.every((key, index) => key === long[index]);
}

function samePath(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && isPrefix(one, other);
}
