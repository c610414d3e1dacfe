import type {Machine} from '../machine/machine.ts';
import {fileAsText} from './file-as-text.ts';
import {isBelow} from './is-below.ts';
import {pathOf} from './roots.ts';
import {isKnownVariable} from './variables.ts';

/** A file of which a startup file makes variables by way of a program. */
export type FedFile = {
	readonly path: string;
	/** `words`: by `export $(…)`, which prints every variable of the shell where nothing is left of its words. */
	readonly fed: 'lines' | 'words';
};

/**
 * `export $(grep -v '^#' ~/.env | xargs)`, `eval "$(cat ~/.env)"`, `source <(sed … ~/.env)`, `while read … done < ~/.env`: nothing of it
 * is run, but a file below the home that is named there, and holds nothing but NAME=value lines, says what comes out.
 */
export function fedFiles(machine: Machine, home: string, text: string, known: (name: string) => string | undefined): readonly FedFile[] {
	return fedLines(text).flatMap(line =>
		wordsOf(line).flatMap((word): readonly FedFile[] => {
			const path = pathOf(machine.environment).resolve(
				home,
				expand(word, home, name => known(name) ?? valueIn(text, name)),
			);
			if (!isBelow(path, home) || machine.files.stat(path, 'follow')?.kind !== 'file') return [];
			const file = fileAsText(machine, 'startup-file', path);
			const entries = file.state === 'text' ? entriesOf(file.text) : null;
			if (entries === null) return [];
			const needsWords = /^export/.test(line) && (/\be?grep\b[^|]*\^["']?[A-Z]/.test(line) || entries.every(isKnownVariable));
			return [{path, fed: needsWords ? 'words' : 'lines'}];
		}),
	);
}

/** What turns printed lines into variables of the shell. */
const feeding = new RegExp(
	[
		/\b(?:export|eval|declare -x|typeset -x)\s+"?(?:\$\(|`|\().*/,
		/(?:^|[;&\s])(?:source|\.)\s+(?:<\(|\().*/,
		/\b(?:done|end)\s*<.*/,
		/\bcat\b.*\|\s*while\b.*/,
		/\bfor \w+ in (?:\$\(|`|\().*/,
	]
		.map(({source}) => source)
		.join('|'),
);

/** Each from the word on that makes the variables. */
function fedLines(text: string): readonly string[] {
	if (!/\$\(|`|<\(|\(cat|\b(?:done|end)\s*<|\|\s*while\b/.test(text)) return [];
	const lines = text.replace(/\\\r?\n/g, ' ').split(/\r?\n/);
	return lines.filter(line => !/^\s*#/.test(line)).flatMap(line => feeding.exec(line)?.[0].trim() ?? []);
}

/** What may be a path; a bare name counts where it is that of a dotenv file, in the home, where terminals open. */
function wordsOf(line: string): readonly string[] {
	return line.match(/(?:~|\$\{?\w+\}?|(?<![\w~}.])(?=\/)|(?<![\w./~}])(?=\.env))[\w./+@%-]*/g) ?? [];
}

function expand(word: string, home: string, known: (name: string) => string | undefined): string {
	return word.replace(/^~(?=\/)/, home).replace(/^\$\{?(\w+)\}?/, (whole, name: string) => expandTilde(known(name), home) ?? whole);
}

function expandTilde(text: string | undefined, home: string): string | undefined {
	return text?.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, home);
}

/** The last plain value that a name is given in this text. */
function valueIn(text: string, name: string): string | undefined {
	return [...text.matchAll(new RegExp(`(?:^|[\\s;])${name}=["']?([^\\s"';]+)`, 'g'))].at(-1)?.[1];
}

/** The names of its entries; null where it holds anything else. */
function entriesOf(text: string): readonly string[] | null {
	const lines = text.split(/\r?\n/).filter(line => !/^\s*(?:#.*)?$/.test(line));
	const names = lines.flatMap(line => /^\s*(?:export\s+)?([A-Za-z_]\w*)=/.exec(line)?.[1] ?? []);
	return names.length === lines.length && names.length > 0 ? names : null;
}
