import {octal} from './file-mode.ts';
import {readText} from './file-text.ts';
import {type UnifiedLine, unified} from './unified.ts';
import type {Veil} from './veil.ts';

type Changed = {readonly name: string; readonly before: Uint8Array | null; readonly after: Uint8Array | null; readonly mode: number | null};

/** The unified diff of one file, secrets masked. */
export function fileDiff({name, before, after, mode}: Changed, show: Veil): readonly UnifiedLine[] {
	const text = (bytes: Uint8Array | null) => (bytes === null ? '' : readText(bytes).text);
	return [
		{kind: 'title', text: `--- ${before === null ? '/dev/null' : name}`},
		{kind: 'title', text: `+++ ${after === null ? '/dev/null' : name}`},
		...(mode === null ? [] : [{kind: 'remark', text: `mode ${octal(mode)}`} as const]),
		...unified(text(before), text(after), show),
	];
}
