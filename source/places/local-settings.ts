import type {Place} from './place.ts';
import {pathOf} from './roots.ts';
import {lookAtSettings} from './settings-file.ts';

/**
 * `.claude/settings.local.json`. Before 2.1.211 only that of the start folder is read; since then that of the repository's root as well,
 * and it outranks the start folder's (measured: 2.1.197 and older send the start folder's value, 2.1.329 the root's, and where both
 * files hold different variables, both). So the root's facts come second, and request/ leaves them out for an older version.
 */
export const localSettings: Place = {
	id: 'local-settings',
	look: async (machine, {project, repository}) => {
		const inFolder = (folder: string) =>
			lookAtSettings(machine, 'local-settings', pathOf(machine.environment).join(folder, '.claude', 'settings.local.json'));
		const here = await inFolder(project);
		// Not on Windows, and not where the home folder itself is the repository's root: there claude stays with the start folder.
		const elsewhere =
			repository !== null && repository !== project && repository !== machine.environment.home && machine.environment.platform !== 'win32';
		return elsewhere ? [...here, ...(await inFolder(repository))] : here;
	},
};
