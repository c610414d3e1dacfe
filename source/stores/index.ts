import {helper} from './helper.ts';
import {none} from './none.ts';
import {project} from './project.ts';
import {settings} from './settings.ts';
import {shell} from './shell.ts';
import type {Store, StoreName} from './store.ts';

/** In the order in which they are offered: what reaches every terminal first. */
export const stores: readonly Store[] = [settings, helper, shell, project, none];

export function storeNamed(name: StoreName): Store {
	return stores.find(store => store.name === name) ?? settings;
}
