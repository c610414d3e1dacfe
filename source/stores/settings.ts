import type {Edit} from '../plan/edit.ts';
import type {Wish} from '../shells/wish.ts';
import type {Kept, Store} from './store.ts';

/** `env` of the user's settings.json: outranks every shell, also in terminals that are open already. */
export const settings: Store = {
	name: 'settings',
	title: "the user's settings.json",
	reaches: 'every-terminal',
	keep: (wish, where) => keepInSettings(wish, where.userSettings),
};

export function keepInSettings(wish: Wish, file: string): Kept {
	const edits: Edit[] = [];
	for (const {name, value} of wish.set) {
		if (value.kind === 'secret' && value.secret === null)
			return {state: 'refused', why: `there is no value for ${name} yet`, hint: '--secret-stdin'};
		const content = value.kind === 'plain' ? value.text : value.secret;
		if (content === null) continue;
		// OpenRouter wants ANTHROPIC_API_KEY there and empty.
		const summary = content === '' ? `Set ${name} to nothing` : `Set ${name}`;
		edits.push({kind: 'set-setting', file, path: ['env', name], value: content, summary, answers: {to: 'wish'}});
	}
	return {state: 'kept', edits, openTerminals: []};
}
