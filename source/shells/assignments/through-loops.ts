import type {Body} from './outline.ts';
import {frames} from './outline.ts';
import type {Part} from './word.ts';

/** `for f in a b; do . "$f"; done` reads a and b: the word once for each value of the loop's variable. */
export function throughLoops(body: Body, file: readonly Part[]): readonly (readonly Part[])[] {
	const loops = frames(body).flatMap(frame => frame.loop ?? []);
	const at = file.findIndex(part => part.kind === 'variable' && loops.some(loop => loop.variable === part.name));
	const part = file[at];
	if (part?.kind !== 'variable') return [file];
	const words = loops.find(loop => loop.variable === part.name)?.words ?? [];
	return words.map(word => [...file.slice(0, at), ...word, ...file.slice(at + 1)]);
}
