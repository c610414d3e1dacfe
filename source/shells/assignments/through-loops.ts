import type {Command, Said} from './command.ts';
import {cutOf} from './command.ts';
import type {Body, Frame, Loop} from './outline.ts';
import {frames} from './outline.ts';
import type {Part, Word} from './word.ts';
import {Parts, spanOf, staticText, textPart} from './word.ts';

/** `for f in a b; do . "$f"; done` reads a and b: the word once for each value of the loop's variable. */
export function throughLoops(body: Body, file: readonly Part[]): readonly (readonly Part[])[] {
	const loop = loops(body).find(each => names(each, file));
	return loop === undefined ? [file] : loop.words.map(({parts}) => inTurn(loop, parts, file));
}

/** More than any list and body that somebody has written: a file that goes on is made to keep a reader busy. */
const mostTurns = 10_000;

/**
 * `for n in A B; do export "$n"=v; done` sets A and B, though neither stands beside a `=`. The command is read once for each word of
 * the list; what only that brings to light leaves the file by its word, as long as the list does not end up empty.
 */
export class Turns {
	#left = mostTurns;

	said(command: Command, plain: readonly Said[], read: (turn: Command) => readonly Said[]): readonly Said[] {
		const inner = new Set<string>();
		return frames(command.body).flatMap(frame => {
			const {loop} = frame;
			// Of two loops over one name the inner one counts.
			if (loop === null || inner.has(loop.variable)) return [];
			inner.add(loop.variable);
			if (!command.words.some(({parts}) => names(loop, parts))) return [];
			return loop.words.flatMap(listed => {
				if (staticText(listed.parts) === null || this.#left-- <= 0) return [];
				const words = command.words.map(word => ({...word, parts: joined(inTurn(loop, listed.parts, word.parts))}));
				const unseen = read({...command, words}).filter(({variable}) => !plain.some(said => said.variable === variable));
				return unseen.map(said => byItsWord(said, listed, loop, frame));
			});
		});
	}
}

function byItsWord({refuse: _, ...said}: Said, listed: Word, {words}: Loop, loop: Frame): Said {
	const cut = words.length > 1 ? cutOf(words, listed) : null;
	return {...said, form: `${said.form} in a loop`, item: spanOf(listed), cut, loop};
}

function loops(body: Body): readonly Loop[] {
	return frames(body).flatMap(({loop}) => loop ?? []);
}

function names({variable}: Loop, parts: readonly Part[]): boolean {
	return parts.some(part => part.kind === 'variable' && part.name === variable);
}

/** A name may be pieced together of the list and what stands beside it, in quotes and without. */
function joined(parts: readonly Part[]): readonly Part[] {
	const all = new Parts();
	for (const part of parts) all.add(part.kind === 'text' ? textPart(part.text, true) : part);
	return all.all;
}

function inTurn({variable}: Loop, value: readonly Part[], parts: readonly Part[]): readonly Part[] {
	return parts.flatMap(part => (part.kind === 'variable' && part.name === variable ? value : [part]));
}
