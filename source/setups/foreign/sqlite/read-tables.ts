import {columnsOf} from './columns.ts';
import {type DatabaseFiles, openPages, type Pages} from './pages.ts';
import {payloads} from './payloads.ts';
import {readRecord, type Value} from './record.ts';
import {damaged, Refusal} from './refusal.ts';

/** By the names of its columns, in small letters. A column that was added after the row was written may be missing. */
export type Row = Readonly<Record<string, Value>>;

export type ReadTables =
	/** Null for a table that is not there. */
	| {readonly state: 'read'; readonly tables: Readonly<Record<string, readonly Row[] | null>>}
	/** The end of a sentence that begins with the file. */
	| {readonly state: 'refused'; readonly why: string};

/**
 * Whole tables of an SQLite database, without SQLite: Node has it from version 22 on, and everything on npm that brings it along is
 * native code. Nothing is written, no lock is taken; whatever is damaged is refused.
 */
export function readTables(files: DatabaseFiles, names: readonly string[]): ReadTables {
	try {
		const pages = openPages(files);
		const schema = new Map(tablesIn(pages));
		const read = names.map(name => {
			const table = schema.get(name);
			return [name, table === undefined ? null : rowsOf(pages, table)] as const;
		});
		return {state: 'read', tables: Object.fromEntries(read)};
	} catch (error) {
		if (error instanceof Refusal) return {state: 'refused', why: error.message};
		// A view of the bytes throws where something points beyond its end.
		if (error instanceof RangeError) return {state: 'refused', why: damaged().message};
		throw error;
	}
}

type Table = {readonly root: number; readonly sql: string};

/** The first page is the root of the table of all tables: type, name, tbl_name, rootpage, sql. */
function* tablesIn(pages: Pages): Generator<readonly [string, Table]> {
	for (const {bytes} of payloads(pages, 1)) {
		const [type, name, , root, sql] = readRecord(bytes, pages.header.encoding);
		if (type === 'table' && typeof name === 'string' && typeof root === 'number' && root > 0 && typeof sql === 'string')
			yield [name.toLowerCase(), {root, sql}];
	}
}

function rowsOf(pages: Pages, {root, sql}: Table): readonly Row[] {
	const {names, rowid} = columnsOf(sql);
	return Array.from(payloads(pages, root), payload => {
		const values = readRecord(payload.bytes, pages.header.encoding);
		const named = names.flatMap((name, index) => (index < values.length ? [[name, values[index] ?? null] as const] : []));
		const row = Object.fromEntries(named);
		return rowid === null ? row : {...row, [rowid]: Number(payload.rowid)};
	});
}
