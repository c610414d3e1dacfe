import {type Cause, causes} from '../claude/causes.ts';
import type {Confidence} from '../claude/failure.ts';
import type {Tallied} from '../claude/failures/tally.ts';
import {finish, type Page} from './page.ts';
import {labelled} from './paragraph.ts';

export type ExplainAllJson = {
	readonly schema: 1;
	readonly items: readonly {
		readonly cause: Cause;
		readonly confidence: Confidence;
		readonly title: string;
		readonly whose: string;
		readonly count: number;
		readonly line: number;
		readonly first: string;
		readonly fix: readonly string[];
	}[];
};

export function explainAllJson(kinds: readonly Tallied[]): ExplainAllJson {
	return {schema: 1, items: kinds.map(kind => ({...kind, title: causes[kind.cause].title, fix: causes[kind.cause].fix}))};
}

/** Each kind of failure of a log once: how often, where first, and the first thing to do. */
export function explainAllText(kinds: readonly Tallied[], page: Page): string {
	if (kinds.length === 0) return finish(['No failure that the wizard knows is in this text.'], page);
	return finish(
		kinds.flatMap((kind, index) => [...(index === 0 ? [] : ['']), ...paragraph(kind, page)]),
		page,
	);
}

function paragraph({cause, confidence, whose, count, line, first}: Tallied, page: Page): readonly string[] {
	const {title, fix} = causes[cause];
	const times = count === 1 ? 'once' : `${count} times`;
	return [
		...labelled(confidence === 'high' ? '✗' : '?', page.bold(title), page.columns, 0, 2),
		`  ${page.dim(`${cause}, ${times}, first in line ${line}; words of ${whose}`)}`,
		...labelled('Text', first, page.columns),
		...labelled('Fix', fix[0] ?? '', page.columns),
	];
}
