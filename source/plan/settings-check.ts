import type {Edited} from './edited.ts';
import {type Plain, plain, samePlain} from './json-plain.ts';
import {scanJson} from './json-tree.ts';
import {readSettings, refuse, type Syntax} from './read-settings.ts';
import {spot} from './spot.ts';

/** The result is read again: it must be valid and differ from the old text in this entry alone. */
export function checked(text: string, changed: string, at: number, syntax: Syntax, wanted: (before: Plain) => Plain | undefined): Edited {
	if (changed === text) return {state: 'same'};
	const [old, now] = [scanJson(text), readSettings(changed, syntax)];
	if (old.state === 'slip' || now.state === 'refused') return refuse('impossible', text, at, 'the change would not leave JSON');
	if (!samePlain(plain(changed, now.tree.root), wanted(plain(text, old.tree.root))))
		return refuse('impossible', text, at, 'the change would touch more than this entry');
	return {state: 'changed', text: changed, line: spot(text, at).line};
}
