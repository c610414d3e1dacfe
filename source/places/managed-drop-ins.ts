import type {Place} from './place.ts';
import {pathOf} from './roots.ts';
import {lookAtSettings} from './settings-file.ts';

/** `managed-settings.d/*.json` in the order claude merges them, by name. Hidden files and other endings are not read. */
export const managedDropIns: Place = {
	id: 'managed-drop-in',
	look: async (machine, roots) => {
		const {join} = pathOf(machine.environment);
		const folder = join(roots.managed, 'managed-settings.d');
		const names = (machine.files.list(folder) ?? []).filter(name => name.endsWith('.json') && !name.startsWith('.'));
		const facts = [];
		for (const name of names.sort()) facts.push(...(await lookAtSettings(machine, 'managed-drop-in', join(folder, name))));
		return facts.filter(({state}) => state !== 'absent');
	},
};
