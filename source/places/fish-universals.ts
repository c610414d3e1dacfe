import {readFishVariables} from '../shells/env-files/fish-variables.ts';
import {envLineFacts} from './env-line-facts.ts';
import type {Place} from './place.ts';
import {pathOf} from './roots.ts';

/** What `set -U` keeps for every fish of this user, in a file that others can read. */
export const fishUniversals: Place = {
	id: 'fish-universal',
	look: (machine, roots) =>
		envLineFacts(
			machine,
			'fish-universal',
			pathOf(machine.environment).join(roots.xdgConfig, 'fish', 'fish_variables'),
			readFishVariables,
			line => ({
				from: 'fish-universal',
				exported: line.exported,
			}),
		),
};
