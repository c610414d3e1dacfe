import type {Fact} from '../places/fact.ts';
import {printable} from '../places/show.ts';
import {tilde} from './tilde.ts';

/** A fact's place in few words: the file with its line, or what it is where it is no file. */
export function where(fact: Fact, home: string, facts: readonly Fact[] = []): string {
	if (fact.file !== null) return spot(fact.file, fact.line, home);
	if (fact.kind === 'variable' && fact.origin.from === 'parent-process')
		return `parent process ${fact.origin.pid} (${printable(fact.origin.program)})`;
	if (fact.place !== 'shell') return fact.place === 'login' ? 'saved login' : fact.place.replaceAll('-', ' ');
	const written = writtenAt(fact, facts);
	return written?.file ? `this shell, by ${spot(written.file, written.line, home)}` : 'this shell';
}

function spot(file: string, line: number | null, home: string): string {
	const named = printable(tilde(file, home));
	return line === null ? named : `${named}:${line}`;
}

/** The line of a startup file that most likely put a value into this shell: the last one that sets the same. */
export function writtenAt(fact: Fact, facts: readonly Fact[]): Fact | null {
	if (fact.place !== 'shell') return null;
	return facts.findLast(other => other.place === 'startup-file' && other.variable === fact.variable && sameValue(other, fact)) ?? null;
}

export function sameValue(one: Fact, other: Fact): boolean {
	if (one.value === null || other.value === null) return one.state === 'empty' && other.state === 'empty';
	return one.value.equals(other.value);
}
