import type {LineOf} from './command.ts';
import type {Removal, Statement} from './statement.ts';
import type {TextRun} from './texts-run.ts';
import type {Span} from './word.ts';

/** What stands in such a text, at its places in the file: there it can be taken out as anywhere else. */
export function saidInText(
	text: string,
	{start, end, form, expands}: TextRun,
	read: (text: string) => readonly Statement[],
	{conditional, exportsAll}: {readonly conditional: boolean; readonly exportsAll: boolean},
	lineOf: LineOf,
): readonly Statement[] {
	return read(text.slice(start, end)).map((statement): Statement => {
		const stands = {...moved(statement, start), ...lineOf(statement.start + start), conditional: conditional || statement.conditional};
		if (statement.kind === 'source') return {...statement, ...stands, exportsAll: exportsAll || statement.exportsAll};
		const {does} = statement;
		const item = moved(statement.item, start);
		const unknown = expands && does === 'set' && /[$`\\%]/.test(text.slice(item.start, item.end));
		return {
			...statement,
			...stands,
			...(unknown ? {does: 'computed', value: null, parts: null} : {}),
			item,
			form,
			exported: statement.exported || (exportsAll && (does === 'set' || does === 'computed')),
			// An escape may be the end of a line to whoever prints it.
			removal:
				unknown && form !== 'trap' && /\\/.test(text.slice(start, end))
					? {how: 'refuse', why: 'eval'}
					: movedRemoval(statement.removal, start),
		};
	});
}

function moved({start, end}: Span, by: number): Span {
	return {start: start + by, end: end + by};
}

function movedRemoval(removal: Removal, by: number): Removal {
	return removal.how === 'cut-item' ? {how: 'cut-item', cut: moved(removal.cut, by)} : removal;
}
