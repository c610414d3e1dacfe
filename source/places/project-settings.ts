import type {Place} from './place.ts';
import {pathOf} from './roots.ts';
import {lookAtSettings} from './settings-file.ts';

/** `.claude/settings.json` of the folder claude is started in, and of no folder above it (measured on all four recorded versions). */
export const projectSettings: Place = {
	id: 'project-settings',
	look: (machine, roots) =>
		lookAtSettings(machine, 'project-settings', pathOf(machine.environment).join(roots.project, '.claude', 'settings.json')),
};
