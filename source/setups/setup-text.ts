import {LineCounter, parseDocument} from 'yaml';
import {type Described, describedFrom} from './described.ts';

export type SetupText =
	| {readonly state: 'read'; readonly described: Described}
	/** Sentences, each with the line where it is known. */
	| {readonly state: 'wrong'; readonly complaints: readonly string[]};

/** A setup file's text: YAML, of which JSON is a part. What the parser says of it may quote it, so only its place and kind are kept. */
export function readSetupText(text: string): SetupText {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines, uniqueKeys: true, strict: true});
	const broken = [...document.errors, ...document.warnings].map(({code, pos}) => {
		const {line, col} = lines.linePos(pos[0]);
		return `line ${line}, column ${col}: ${inWords(code)}`;
	});
	if (broken.length > 0) return {state: 'wrong', complaints: broken};
	const read = describedFrom(parsedValue(document));
	if (read.state === 'read') return read;
	return {
		state: 'wrong',
		complaints: read.complaints.map(({at, why}) => {
			const offset = offsetOf(document, at);
			const where = offset === null ? '' : `line ${lines.linePos(offset).line}: `;
			return `${where}${at === '' ? 'the file' : at} ${why}`;
		}),
	};
}

type Parsed = ReturnType<typeof parseDocument>;

/** A few aliases are a convenience; thousands, each of thousands, are an attack. */
function parsedValue(document: Parsed): unknown {
	try {
		return document.toJS({maxAliasCount: 50});
	} catch {
		return null;
	}
}

/** Where the entry stands, or the nearest one around it. */
function offsetOf(document: Parsed, at: string): number | null {
	const path = at === '' ? [] : at.split('.');
	for (let length = path.length; length > 0; length -= 1) {
		const node = document.getIn(path.slice(0, length), true);
		const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as readonly number[] | undefined) : undefined;
		if (range?.[0] !== undefined) return range[0];
	}
	return null;
}

function inWords(code: string): string {
	switch (code) {
		case 'DUPLICATE_KEY':
			return 'the same name stands here twice';
		case 'TAB_AS_INDENT':
			return 'a tab cannot indent YAML';
		case 'MULTIPLE_DOCS':
			return 'only one setup fits in a file';
		default:
			return `this is neither JSON nor YAML (${code.toLowerCase().replaceAll('_', ' ')})`;
	}
}
