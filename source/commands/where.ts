import type {Fact} from '../places/fact.ts';
import {printable} from '../places/show.ts';
import {tilde} from './tilde.ts';

/** A fact's place in few words: the file with its line, or what it is where it is no file. */
export function where(fact: Fact, home: string): string {
	if (fact.file !== null) {
		const file = printable(tilde(fact.file, home));
		return fact.line === null ? file : `${file}:${fact.line}`;
	}
	if (fact.kind === 'variable' && fact.origin.from === 'parent-process')
		return `parent process ${fact.origin.pid} (${printable(fact.origin.program)})`;
	if (fact.place === 'shell') return 'this shell';
	return fact.place === 'login' ? 'saved login' : fact.place.replaceAll('-', ' ');
}
