import {isNoKey} from '../../credentials/is-no-key.ts';
import {mask} from '../../credentials/secret.ts';
import {recognise} from '../../credentials/shapes.ts';
import {isSecretVariable} from '../../places/variables.ts';
import {nameOf, type Value} from './value.ts';

/** A key that stands in a file: what may be shown of it, and whose it is where its shape tells. */
export type FoundKey = {readonly text: string; readonly shown: string; readonly meaning: string | null};

/**
 * A text is a key because Claude Code takes it for one (the variable says so), or because its shape proves it, alone or as a word
 * inside a command, a header or an address. Samples and names of variables are none: they belong in a repository.
 */
export function keysIn(value: Value): readonly FoundKey[] {
	const name = nameOf(value);
	const {text} = value;
	if (/proxy$/i.test(name)) return passwordIn(text);
	if (name === 'ANTHROPIC_CUSTOM_HEADERS') return text.split(/\r\n|\n|\r/).flatMap(line => headerKey(line.split(':')));
	if (value.trail.at(-2) === 'headers') return headerKey([name, text]);
	if (isSecretVariable(name) || name === 'primaryApiKey') return asKey(text);
	return wordsOf(text);
}

function headerKey([name = '', ...rest]: readonly string[]): readonly FoundKey[] {
	const text = rest.join(':');
	return secretHeader.test(name.trim()) ? asKey(text.trim().replace(/^(?:bearer|basic|token)\s+/i, '')) : wordsOf(text);
}

const secretHeader = /auth|key|token|secret|cookie/i;

function asKey(text: string): readonly FoundKey[] {
	const inner = text.trim();
	return inner === '' || isNoKey(inner) || /\$\{/.test(inner) ? [] : [keyOf(inner)];
}

/** The shortest shape that proves a key has 14 characters, and most texts have no such word. */
const longWord = /[^\s'"`=&?,;:()<>|]{14,}/g;

function wordsOf(text: string): readonly FoundKey[] {
	if (text.startsWith('-----BEGIN')) return recognise(text) === null ? [] : [keyOf(text)];
	return (text.match(longWord) ?? []).filter(word => isCertain(word) && !isNoKey(word)).map(keyOf);
}

/** A page of a login ends in such a code too, as does many an address with a fragment. */
function isCertain(word: string): boolean {
	const shape = recognise(word)?.shape;
	return shape?.certain === true && shape.id !== 'oauth-code';
}

function passwordIn(text: string): readonly FoundKey[] {
	const password = /^[a-z0-9]+:\/\/[^/@\s:]*:([^/@\s]+)@/i.exec(text.trim())?.[1];
	return password === undefined || /\$\{/.test(password) ? [] : [{text: password, shown: '••••', meaning: 'the password of a proxy'}];
}

function keyOf(text: string): FoundKey {
	return {text, shown: mask(text), meaning: recognise(text)?.shape.meaning ?? null};
}
