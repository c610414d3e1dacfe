import type {Machine} from '../machine/machine.ts';
import type {EnvLine} from '../shells/env-files/env-line.ts';
import type {Fact, Origin, PlaceId, VariableFact} from './fact.ts';
import {fileAsText, fileFact} from './file-as-text.ts';
import {held, isSecretValue} from './show.ts';
import {isKnownVariable} from './variables.ts';

/** The known variables of a file that is a list of them; a fact about the file where it cannot be read or shows a secret to others. */
export function envLineFacts<Line extends EnvLine>(
	machine: Machine,
	place: PlaceId,
	path: string,
	read: (text: string) => readonly Line[],
	originOf: (line: Line) => Origin = () => ({from: 'file'}),
): readonly Fact[] {
	const file = fileAsText(machine, place, path);
	if (file.state === 'absent') return [];
	if (file.state === 'unreadable') return [file.fact];
	const lines = read(file.text).filter(line => isKnownVariable(line.variable));
	const facts = lines.map(line => envLineFact(place, path, line, originOf(line)));
	// What the system gives everybody is meant to be read by everybody.
	const isShown = place !== 'system-environment' && machine.environment.platform !== 'win32' && (file.mode & 0o077) !== 0;
	const secret = lines.some(({variable, value}) => value !== null && isSecretValue(variable, value));
	if (!isShown || !secret) return facts;
	return [...facts, fileFact(machine, place, path, {state: 'text', troubles: [{kind: 'readable-by-others', mode: file.mode}]})];
}

function envLineFact(place: PlaceId, file: string, {variable, value, line, column}: EnvLine, origin: Origin): VariableFact {
	const told = value === null ? {value: null, shown: 'filled in when it is read'} : held(variable, value);
	return {kind: 'variable', place, file, line, column, variable, state: value === '' ? 'empty' : 'text', ...told, why: null, origin};
}
