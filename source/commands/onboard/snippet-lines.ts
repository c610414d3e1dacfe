import type {Machine} from '../../machine/machine.ts';
import {ownFile} from '../../shells/own-file.ts';
import {snippet} from '../../shells/snippet.ts';
import type {Wish} from '../../shells/wish.ts';
import {storeRoots} from '../store-roots.ts';
import {tilde} from '../tilde.ts';

export type ToPaste =
	| {readonly state: 'lines'; readonly shell: string; readonly text: string}
	| {readonly state: 'none'; readonly why: string};

/** The lines that set it up in the shell in use. They ask for the secret, so they may stand on a screen. */
export async function snippetLines(wish: Wish, machine: Machine): Promise<ToPaste> {
	const {shells, shellRoots} = await storeRoots(machine, {shell: null, command: null, account: ''});
	const [shell] = shells;
	if (shell === undefined) return {state: 'none', why: 'Your shell is not known; wizard export --shell NAME prints the lines for one.'};
	const {home} = machine.environment;
	const startup = shell.writes(shellRoots);
	const without: Wish = {
		...wish,
		set: wish.set.map(entry => (entry.value.kind === 'secret' ? {name: entry.name, value: {kind: 'secret', secret: null}} : entry)),
	};
	const printed = snippet(shell, 'ask', without, {
		startup: startup === null ? null : tilde(startup, home),
		own: tilde(ownFile(shell, shellRoots), home),
	});
	if (!printed.ok) return {state: 'none', why: `${printed.name} cannot be written for ${shell.title}: it holds ${printed.why}.`};
	return {state: 'lines', shell: shell.title, text: printed.text};
}
