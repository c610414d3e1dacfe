import {belonging} from '../../credentials/belonging.ts';
import type {CredentialKind} from '../../credentials/competing.ts';
import {readPaste} from '../../credentials/paste.ts';
import {Secret} from '../../credentials/secret.ts';
import {recognise} from '../../credentials/shapes.ts';
import type {Verdict} from '../conversation.ts';

export type Wanted = {
	/** Null where whatever is pasted is to be recognised. */
	readonly credential: CredentialKind | null;
	/** A word may stand for the key: nobody checks it there. */
	readonly standIn: 'fine' | 'doubtful';
	/** What an empty field means. */
	readonly empty: {readonly state: 'wrong'; readonly message: string} | {readonly state: 'word'; readonly word: string};
};

/** What is wrong with a pasted credential, what was mended, and whose it is; the text itself is in no word of it. */
export function judgeSecret(text: string, {credential, standIn, empty}: Wanted): Verdict<Secret> {
	const paste = readPaste(text);
	switch (paste.state) {
		case 'empty':
			return empty.state === 'word' ? good(empty.word, null) : {...empty, better: null};
		case 'unusable':
			return {state: 'wrong', message: paste.message, better: null};
		case 'stand-in':
			return standIn === 'fine'
				? good(paste.text, null)
				: doubt(paste.text, 'That is a word that stands for a key where nobody checks one.');
		case 'usable':
			return fitting(paste.text, paste.mended, credential);
	}
}

function fitting(text: string, mended: readonly string[], credential: CredentialKind | null): Verdict<Secret> {
	const found = recognise(text);
	const took = mended.length === 0 ? null : `Taken off: ${mended.join(', ')}.`;
	const isIt = found === null || !found.shape.certain ? null : `This is ${found.shape.meaning}.`;
	const said = [took, isIt].filter(part => part !== null).join(' ');
	const notice = said === '' ? null : said;
	if (credential === null) {
		if (found?.shape.use.kind === 'never' || found?.shape.use.kind === 'elsewhere')
			return {state: 'wrong', message: `This is ${found.shape.meaning}. ${found.shape.use.advice}`, better: null};
		return found?.cutOff
			? doubt(text, `This is ${found.shape.meaning}, and it looks cut off: the whole one is longer.`)
			: good(text, notice);
	}
	const verdict = belonging(credential, found);
	switch (verdict.state) {
		case 'fits':
			return good(text, notice);
		// The flow asks what to do with it.
		case 'other':
			return good(text, verdict.why);
		case 'doubt':
			return doubt(text, verdict.why);
		case 'unusable':
			return {state: 'wrong', message: verdict.why, better: null};
	}
}

function good(text: string, notice: string | null): Verdict<Secret> {
	return {state: 'good', value: new Secret(text), notice};
}

function doubt(text: string, message: string): Verdict<Secret> {
	return {state: 'doubt', value: new Secret(text), message, better: null};
}
