import type {Place} from './place.ts';
import {pathOf} from './roots.ts';
import {lookAtSettings} from './settings-file.ts';

/** What an administrator wrote for everyone on the machine. Most machines have none, which is worth no fact. */
export const managedSettings: Place = {
	id: 'managed-settings',
	look: async (machine, roots) => {
		const file = pathOf(machine.environment).join(roots.managed, 'managed-settings.json');
		const facts = await lookAtSettings(machine, 'managed-settings', file);
		return facts.filter(({state}) => state !== 'absent');
	},
};
