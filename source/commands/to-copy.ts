import type {Machine} from '../machine/machine.ts';
import type {Wish} from '../shells/wish.ts';
import type {StoreName} from '../stores/store.ts';
import {snippetLines} from './onboard/snippet-lines.ts';

type Copied = {
	readonly text: readonly string[];
	readonly json: {
		readonly openTerminals?: OpenTerminals;
		readonly snippet?: {readonly shell: string; readonly text: string};
	};
};

type OpenTerminals = readonly {readonly shell: string; readonly text: string}[];

/** What is left to type or paste where the credential lives in the shell, or nowhere. It holds no secret. */
export async function toCopy(
	{wish, openTerminals}: {readonly wish: Wish; readonly openTerminals: OpenTerminals},
	store: StoreName,
	machine: Machine,
): Promise<Copied> {
	if (store === 'none') {
		const lines = await snippetLines(wish, machine);
		if (lines.state === 'none') return {text: [lines.why], json: {}};
		const {shell, text} = lines;
		return {text: ['', `The credential was written nowhere. Paste this into ${shell}:`, text], json: {snippet: {shell, text}}};
	}
	return openTerminals.length === 0 ? {text: [], json: {}} : {text: ['', ...inOpenTerminals(openTerminals)], json: {openTerminals}};
}

/** New terminals read their startup files; those that are open have done so. */
export function inOpenTerminals(open: OpenTerminals): readonly string[] {
	return open.flatMap(({shell, text}) => [`New terminals use it. In an open one of ${shell}, type:`, `  ${text}`]);
}
