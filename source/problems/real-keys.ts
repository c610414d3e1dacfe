import {isNoKey} from '../credentials/is-no-key.ts';
import type {Fact} from '../places/fact.ts';
import type {KeyFile} from '../places/key-files.ts';
import {textOf} from './credential-source.ts';

/** Files with a credential that is worth hiding: samples, names of variables, and the words that servers without keys are given are none. */
export function withRealKeys(files: readonly KeyFile[]): readonly KeyFile[] {
	return files.map(file => ({...file, facts: file.facts.filter(isReal)})).filter(({facts}) => facts.length > 0);
}

function isReal(fact: Fact): boolean {
	if (fact.kind === 'login') return fact.state === 'text';
	const text = textOf(fact)?.trim() ?? '';
	// A word such as "freecc" or "ccr", whatever local server asks for it.
	return text !== '' && !/^[A-Za-z-]{1,12}$/.test(text) && !isNoKey(text);
}
