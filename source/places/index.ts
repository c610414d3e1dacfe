import {desktop} from './desktop.ts';
import {editors} from './editors.ts';
import {environment} from './environment.ts';
import {globalConfig} from './global-config.ts';
import {localSettings} from './local-settings.ts';
import {login} from './login.ts';
import {managedDropIns} from './managed-drop-ins.ts';
import {managedSettings} from './managed-settings.ts';
import {parentProcess} from './parent-process.ts';
import type {Place} from './place.ts';
import {profiles} from './profiles.ts';
import {projectSettings} from './project-settings.ts';
import {userSettings} from './user-settings.ts';

/** First what claude itself reads, the weakest first, as it lays one over the other; then its logins; then where a shell's values come from. */
export const places: readonly Place[] = [
	environment,
	globalConfig,
	userSettings,
	projectSettings,
	localSettings,
	managedSettings,
	managedDropIns,
	login,
	profiles,
	editors,
	desktop,
	parentProcess,
];
