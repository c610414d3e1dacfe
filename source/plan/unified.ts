import {diffLines} from './line-diff.ts';
import {visible} from './visible.ts';

/** A line of a unified diff; the sign is its first character. */
export type UnifiedLine = {readonly kind: 'title' | 'hunk' | 'same' | 'gone' | 'come' | 'remark'; readonly text: string};

/** A line of both texts, or of one: where it stands, counted from 0. */
type Pair = {readonly old: number | null; readonly now: number | null};

/** How many unchanged lines are shown around a change. */
const context = 3;

/**
 * Compares two texts line by line, line ends included, and shows what `show` makes of them: it must keep the lines, so that a
 * changed secret is seen as changed though its mask is the same.
 */
export function unified(old: string, now: string, show: (text: string) => string): readonly UnifiedLine[] {
	const [oldLines, nowLines] = [lines(old), lines(now)];
	const [oldShown, nowShown] = [lines(show(old)), lines(show(now))];
	const usual = /\r\n|\n|\r/.exec(old || now)?.[0] ?? '\n';
	const compared = pairs(oldLines, nowLines);
	const written = (line: Pair) => {
		const text = line.now === null ? (oldShown[line.old ?? 0] ?? '') : (nowShown[line.now] ?? '');
		const [body, end] = [text.replace(/[\r\n]+$/, ''), /[\r\n]+$/.exec(text)?.[0] ?? ''];
		return {body: visible(body) + (end === '' || end === usual ? '' : visible(end)), end};
	};
	return hunks(compared).flatMap(hunk => {
		const shown: UnifiedLine[] = [{kind: 'hunk', text: header(hunk)}];
		const gone = hunk.filter(line => line.now === null).map(line => written(line).body);
		const come = hunk.filter(line => line.old === null).map(line => written(line).body);
		for (const line of hunk) {
			const {body, end} = written(line);
			if (line.old !== null && line.now !== null) shown.push({kind: 'same', text: ` ${clip(body, body)}`});
			else if (line.now === null) shown.push({kind: 'gone', text: `-${clip(body, come[gone.indexOf(body)])}`});
			else shown.push({kind: 'come', text: `+${clip(body, gone[come.indexOf(body)])}${gone.includes(body) ? anotherValue : ''}`});
			if (end === '') shown.push({kind: 'remark', text: '\\ No newline at end of file'});
		}
		return shown;
	});
}

/** Said of a line that looks the same because what changed in it is masked. */
const anotherValue = '  (another value)';

function lines(text: string): readonly string[] {
	return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

function pairs(oldLines: readonly string[], nowLines: readonly string[]): readonly Pair[] {
	const found: Pair[] = [];
	let [old, now] = [0, 0];
	for (const {from, to, lines: put} of [...diffLines(oldLines, nowLines), {from: oldLines.length, to: oldLines.length, lines: []}]) {
		while (old < from) found.push({old: old++, now: now++});
		while (old < to) found.push({old: old++, now: null});
		for (const _ of put) found.push({old: null, now: now++});
	}
	return found;
}

function hunks(compared: readonly Pair[]): readonly (readonly Pair[])[] {
	const changes = compared.flatMap((line, index) => (line.old === null || line.now === null ? [index] : []));
	const ranges: {from: number; to: number}[] = [];
	for (const index of changes) {
		const last = ranges.at(-1);
		if (last !== undefined && index - context <= last.to) last.to = index + context + 1;
		else ranges.push({from: Math.max(0, index - context), to: index + context + 1});
	}
	return ranges.map(({from, to}) => compared.slice(from, to));
}

function header(hunk: readonly Pair[]): string {
	const part = (side: readonly (number | null)[]) => {
		const there = side.filter(line => line !== null);
		const first = there[0];
		return first === undefined ? '0,0' : there.length === 1 ? String(first + 1) : `${first + 1},${there.length}`;
	};
	return `@@ -${part(hunk.map(line => line.old))} +${part(hunk.map(line => line.now))} @@`;
}

/** A minified file has one endless line: only the part that differs from its counterpart is shown, with some text around it. */
function clip(text: string, other = ''): string {
	if (text.length <= 400) return text;
	let start = 0;
	while (start < text.length && start < other.length && text[start] === other[start]) start++;
	let end = 0;
	while (end < text.length - start && end < other.length - start && text[text.length - 1 - end] === other[other.length - 1 - end]) end++;
	const [from, to] = start === text.length ? [0, 200] : [Math.max(0, start - 60), Math.min(text.length - end + 60, start + 300)];
	return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
