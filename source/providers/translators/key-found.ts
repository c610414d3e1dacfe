import {damageOf} from '../../credentials/damage.ts';
import {Secret} from '../../credentials/secret.ts';
import type {KeyFound} from './translator.ts';

/** aaaronmiller's proxy takes these for "no key" and passes the client's on; others are what people copy from a sample, its comment included. */
const standIns = /^#|^(?:pass|dummy|none|null|undefined|test|xxx+|sk-xxx+|changeme)$|your[-_ ]/i;

/** A key as it stands in the settings of a translator. */
export function keyFound(text: string | null | undefined, line: number | null): KeyFound {
	if (text === null || text === undefined) return {state: 'absent', line};
	const trimmed = text.trim();
	if (trimmed === '') return {state: 'empty', line};
	if (standIns.test(trimmed) || damageOf(trimmed)?.kind === 'placeholder') return {state: 'placeholder', line};
	return {state: 'text', secret: new Secret(trimmed), line};
}
