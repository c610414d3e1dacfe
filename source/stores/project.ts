import {keepInSettings} from './settings.ts';
import type {Store} from './store.ts';

/** `.claude/settings.local.json`: for this folder alone. Git must not track it, which is asked before anything is written. */
export const project: Store = {
	name: 'project',
	title: "this folder's settings.local.json",
	reaches: 'every-terminal',
	keep: (wish, where) => keepInSettings(wish, where.localSettings),
};
