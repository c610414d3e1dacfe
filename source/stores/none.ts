import type {Store} from './store.ts';

/** Nothing is written: the snippet is printed and the user decides. */
export const none: Store = {
	name: 'none',
	title: 'nowhere: print the snippet',
	reaches: 'nothing',
	keep: () => ({state: 'kept', edits: [], openTerminals: []}),
};
