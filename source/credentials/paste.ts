import {type DamageKind, damageOf} from './damage.ts';

/** What was pasted where a credential is asked for: usable, made usable, or not. `mended` names what was taken off, in words. */
export type Paste =
	| {readonly state: 'usable'; readonly text: string; readonly mended: readonly string[]}
	/** A word that endpoints without keys are given. */
	| {readonly state: 'stand-in'; readonly text: string; readonly mended: readonly string[]}
	| {readonly state: 'empty'}
	| {readonly state: 'unusable'; readonly damage: DamageKind; readonly message: string};

/** Takes off what surely does not belong to the credential, and names what only its owner can put right. Never quotes the text. */
export function readPaste(pasted: string): Paste {
	let text = pasted;
	const mended: string[] = [];
	// Each round takes one layer off; a header line in quotes with a Bearer is the deepest seen.
	for (let round = 0; round < 6; round++) {
		if (text.trim() === '') return {state: 'empty'};
		const damage = damageOf(text);
		if (damage === null) return {state: 'usable', text, mended};
		const better = mend(damage.kind, text);
		if (better === null || better === text)
			return damage.kind === 'placeholder' && !damage.certain
				? {state: 'stand-in', text: text.trim(), mended}
				: {state: 'unusable', damage: damage.kind, message: messages[damage.kind]};
		if (better.trim() !== '' || damage.kind === 'quotes') mended.push(taken[damage.kind] ?? 'something around it');
		text = better;
	}
	return {state: 'unusable', damage: 'quotes', message: messages.quotes};
}

function mend(kind: DamageKind, text: string): string | null {
	const inner = text.trim();
	switch (kind) {
		case 'edge-whitespace':
			return inner;
		case 'quotes':
			return inner.replace(/^['"\u2018\u2019\u201C\u201D]+|['"\u2018\u2019\u201C\u201D]+$/g, '');
		case 'bearer-prefix':
			return inner.replace(/^bearer\s+/i, '');
		case 'header-line':
			return inner.replace(/^(?:x-api-key|api-key|authorization)\s*:\s*/i, '');
		case 'assignment':
			return inner.replace(/^[^=]*=\s*/, '').replace(/;$/, '');
		case 'inner-newline':
			// A key that a narrow terminal broke in two has no space at the break; two lines of text do.
			return /^[\w+/=.-]+(?:[ \t]*\r?\n[ \t]*[\w+/=.-]+)+$/.test(inner) ? inner.replace(/\s+/g, '') : null;
		case 'non-ascii':
			return inner.replace(/[\u00A0\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, '');
		case 'nothing-in-words':
		case 'unexpanded-variable':
		case 'url':
		case 'masked':
		case 'placeholder':
		case 'inner-space':
			return null;
	}
}

const taken: {readonly [Kind in DamageKind]?: string} = {
	'edge-whitespace': 'white space around it',
	quotes: 'quotes around it',
	'bearer-prefix': 'the word Bearer before it',
	'header-line': "the header's name before it",
	assignment: "the variable's name before it",
	'inner-newline': 'a line break inside it',
	'non-ascii': 'invisible characters in it',
};

const messages: Readonly<Record<DamageKind, string>> = {
	'nothing-in-words': 'That is the word some program wrote where it had nothing. Copy the credential itself.',
	'header-line': 'That is the line of a header. Copy only what stands after the colon.',
	assignment: 'That is a line of a shell. Copy only the value.',
	'bearer-prefix': 'Copy only what stands after the word Bearer.',
	'unexpanded-variable': 'That is the name of a variable, and nothing fills it in here. Paste its value.',
	url: 'That is an address. Here the credential is asked for; the address has a screen of its own.',
	masked: 'That is the masked form a website shows. The whole key is shown only once, when it is made: make a new one.',
	placeholder: 'That is the placeholder from a manual. Paste your own credential.',
	quotes: 'There are quotes in it that do not belong there. Copy it again without them.',
	'inner-newline': 'There is a line break in it. Copy the credential alone, in one piece.',
	'non-ascii': 'There are letters in it that no header can carry, such as curly quotes. Copy it again from where it was issued.',
	'inner-space': 'There is a space in it. Copy the credential alone, in one piece.',
	'edge-whitespace': 'There is white space around it.',
};
