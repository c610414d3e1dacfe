import {readDotenv} from '../shells/env-files/dotenv.ts';
import type {EnvLine} from '../shells/env-files/env-line.ts';
import {readEnvironmentD} from '../shells/env-files/environment-d.ts';
import {cutStatement} from './cut-statement.ts';
import type {Edited, Refused} from './edited.ts';
import {takeOut} from './take-out.ts';

/** Takes one variable out of a file of variables, by the kind of file that its name tells. */
export function removeEnvLine(text: string, file: string, variable: string, line: number): Edited {
	const name = file.split(/[\\/]/).at(-1) ?? '';
	if (name === '.envrc') {
		const taken = takeOut(text, 'bash', variable, line);
		return taken.state === 'changed' ? {state: 'changed', text: taken.text, line: taken.line} : taken;
	}
	if (name.endsWith('.toml')) return refuse('mise.toml is not edited by us: run `mise unset` there', line);
	return without(text, name.endsWith('.conf') ? readEnvironmentD(text) : readDotenv(text), variable, line);
}

function without(text: string, entries: readonly EnvLine[], variable: string, line: number): Edited {
	const named = entries.filter(entry => entry.variable === variable);
	if (named.length === 0) return {state: 'same'};
	const entry = named.find(one => one.line === line);
	if (!entry) return {...refuse(`${variable} is not set on this line any more`, line), kind: 'not-found'};
	const {start, end} = entry;
	if (text.slice(start, end).includes('\n')) return refuse(`${variable} has a value over several lines; take it out by hand`, line);
	const cut = cutStatement(text, entry);
	return {state: 'changed', text: text.slice(0, cut.start) + text.slice(cut.end), line};
}

function refuse(why: string, line: number): Refused {
	return {state: 'refused', kind: 'impossible', why, line, column: 1};
}
