import {Secret} from '../../credentials/secret.ts';
import type {EnvLine} from '../../shells/env-files/env-line.ts';
import {keyFound} from './key-found.ts';
import {readPythonDotenv} from './python-dotenv.ts';
import type {TranslatorReading, TranslatorSettings, TranslatorWriting} from './translator.ts';

type Names = {
	/** Every variable that holds a key of a service. */
	readonly keys: readonly string[];
	readonly baseUrl: string;
	readonly model: string;
	readonly small: string;
	/** What clients have to present, the one that counts first. */
	readonly gates: readonly string[];
};

/** The settings of the three that are called claude-code-proxy: a `.env` in their folder. Of a variable given twice the last counts. */
export function readEnvSettings(text: string, names: Names): TranslatorReading {
	const entries = readPythonDotenv(text);
	const last = (name: string): EnvLine | undefined => entries.findLast(({variable}) => variable === name);
	const value = (name: string): string | null => last(name)?.value?.trim() || null;
	const gate = names.gates.map(last).find(entry => entry !== undefined && entry.value !== '');
	const port = Number(value('PORT'));
	const settings: TranslatorSettings = {
		host: value('HOST'),
		port: Number.isInteger(port) && port > 0 ? port : null,
		upstreams: names.keys.map(name => {
			const entry = last(name);
			return {
				name,
				baseUrl: value(names.baseUrl),
				// A text with $NAME in it is filled in by whoever reads the file.
				key:
					entry !== undefined && entry.value === null
						? {state: 'variable', name, line: entry.line}
						: keyFound(entry?.value, entry?.line ?? null),
				models: [names.model, names.small].map(value).filter(model => model !== null),
				line: entry?.line ?? null,
			};
		}),
		model: value(names.model),
		small: value(names.small),
		gate:
			gate === undefined ? null : {variable: gate.variable, secret: gate.value === null ? null : new Secret(gate.value), line: gate.line},
		slips: [...markSlips(entries), ...slipsOf(last(names.baseUrl))],
	};
	return {state: 'read', settings};
}

/** python-dotenv takes a byte order mark for a letter of the first name. */
function markSlips([first]: readonly EnvLine[]): TranslatorSettings['slips'] {
	if (first?.variable.startsWith('\uFEFF') !== true) return [];
	const name = first.variable.slice(1);
	return [
		{
			line: first.line,
			message: `a byte order mark stands before ${name}, and the proxy does not see that variable. Save it as UTF-8 without one`,
		},
	];
}

function slipsOf(address: EnvLine | undefined): TranslatorSettings['slips'] {
	const text = address?.value?.trim() ?? '';
	if (address === undefined || text === '') return [];
	const slip = (message: string) => [{line: address.line, message}];
	if (!URL.canParse(text) || !/^https?:/.test(text)) return slip(`${address.variable} is no address`);
	if (/\/chat\/completions\/?$/.test(text)) return slip(`${address.variable} ends in /chat/completions, which the proxy adds itself`);
	return [];
}

/**
 * Sets variables in a `.env`, each on the line where it stands; the last of several counts, and so it is the one that is changed. What
 * is not there yet comes to the end. Values are written so that every reader of such files takes them alike.
 */
export function writeEnvSettings(before: string | null, wished: readonly (readonly [name: string, value: string])[]): TranslatorWriting {
	let text = before ?? '';
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	for (const [name, value] of wished) {
		const written = writable(value);
		if (written === null)
			return {state: 'refused', why: `the value of ${name} has characters that readers of such a file take in different ways`};
		const entry = readPythonDotenv(text).findLast(({variable}) => variable === name);
		if (entry === undefined) {
			const gap = text === '' || /\n$/.test(text) ? '' : newline;
			text = `${text}${gap}${name}=${written}${newline}`;
		} else if (entry.value !== value) {
			const lead = /^export[ \t]+/.exec(text.slice(entry.start))?.[0] ?? '';
			// Without a blank before it, what was a comment behind quotes would become a part of the value.
			const gap = text.charAt(entry.end) === '#' ? ' ' : '';
			text = `${text.slice(0, entry.start)}${lead}${name}=${written}${gap}${text.slice(entry.end)}`;
		}
	}
	const read = readPythonDotenv(text);
	if (wished.some(([name, value]) => read.findLast(({variable}) => variable === name)?.value !== value))
		return {state: 'refused', why: 'it has a quotation mark that nothing closes; mend it first'};
	return {state: 'written', text};
}

/** Without quotes where that is plain to everybody, else in double ones; null where even these are read in several ways. */
function writable(value: string): string | null {
	if (/^[\w.=+/:~@%,-]*$/.test(value)) return value;
	return /[\p{Cc}"'`\\$]/u.test(value) ? null : `"${value}"`;
}
