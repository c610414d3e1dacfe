import type {Place} from './place.ts';
import {pathOf} from './roots.ts';
import {lookAtSettings} from './settings-file.ts';

/** `~/.claude/settings.json`, or settings.json in CLAUDE_CONFIG_DIR. */
export const userSettings: Place = {
	id: 'user-settings',
	look: (machine, roots) => lookAtSettings(machine, 'user-settings', pathOf(machine.environment).join(roots.config, 'settings.json')),
};
