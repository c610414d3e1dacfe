import type {Place} from './place.ts';
import {pathOf} from './roots.ts';
import {lookAtSettings} from './settings-file.ts';

/**
 * `.claude/settings.json` of the folder claude is started in, and of no folder above it (measured on all four recorded versions).
 * In the home folder that is the user's own file: it is one place then, not two.
 */
export const projectSettings: Place = {
	id: 'project-settings',
	look: (machine, {project, config}) => {
		const {join, resolve} = pathOf(machine.environment);
		const file = join(project, '.claude', 'settings.json');
		return resolve(file) === resolve(config, 'settings.json') ? [] : lookAtSettings(machine, 'project-settings', file);
	},
};
