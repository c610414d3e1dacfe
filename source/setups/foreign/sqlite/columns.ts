import {Refusal} from './refusal.ts';

/** The columns of a table in the order in which they are stored, and which of them is the row's own id; that one is stored as null. */
export type Columns = {readonly names: readonly string[]; readonly rowid: string | null};

/** From the text with which the table was made. Names are told apart without regard to case, as SQL has it. */
export function columnsOf(sql: string): Columns {
	// Nobody writes a table that long, and looking through it would take its time.
	if (sql.length > 50_000) throw unknownForm();
	const {inside, after} = bodyOf(withoutComments(sql));
	// Such a table is stored as an index is.
	if (/\bWITHOUT\s+ROWID\b/i.test(after)) throw unknownForm();
	const names: string[] = [];
	let rowid: string | null = null;
	const whole = new Set<string>();
	for (const definition of inside) {
		const plain = definition.replace(quoted, '""');
		if (/^(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)\b/i.test(plain)) {
			const key = /\bPRIMARY\s+KEY\s*\(\s*([^\s,()]+)\s*(?:ASC\s*|DESC\s*)?\)/i.exec(definition)?.[1];
			if (key !== undefined && whole.has(nameOf(key))) rowid = nameOf(key);
			continue;
		}
		// It may or may not be stored.
		if (/\bGENERATED\s+ALWAYS\b|\bAS\s*\(/i.test(plain)) throw unknownForm();
		const name = nameOf(definition);
		names.push(name);
		if (/^\S+\s+INTEGER\b(?!\s*\()/i.test(plain)) whole.add(name);
		if (/^\S+\s+INTEGER\s+PRIMARY\s+KEY\b(?!\s+DESC\b)/i.test(plain)) rowid = name;
	}
	return {names, rowid};
}

function unknownForm(): Refusal {
	return new Refusal('keeps its setups in a form that is not known here');
}

const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\]/g;

function withoutComments(sql: string): string {
	return sql.replace(
		/("(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\])|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
		(_, text?: string) => text ?? ' ',
	);
}

/** What stands between the outermost brackets, cut at its commas, and what comes after them. */
function bodyOf(sql: string): {readonly inside: readonly string[]; readonly after: string} {
	const tokens = sql.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\]|[(),]|[^"'`[(),]+/g) ?? [];
	const inside: string[] = [];
	let depth = 0;
	let part = '';
	for (const [index, token] of tokens.entries()) {
		if (token === ')' && depth === 1) return {inside: [...inside, part.trim()], after: tokens.slice(index + 1).join('')};
		if (token === ',' && depth === 1) {
			inside.push(part.trim());
			part = '';
		} else if (depth > 0) part += token;
		if (token === '(') depth += 1;
		if (token === ')') depth -= 1;
	}
	throw unknownForm();
}

function nameOf(definition: string): string {
	const [, inDouble, inSingle, inBack, inBrackets, bare = ''] =
		/^(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|`((?:[^`]|``)*)`|\[([^\]]*)\]|([^\s"'`[(),]+))/.exec(definition) ?? [];
	const name = inDouble?.replaceAll('""', '"') ?? inSingle?.replaceAll("''", "'") ?? inBack?.replaceAll('``', '`') ?? inBrackets ?? bare;
	return name.toLowerCase();
}
