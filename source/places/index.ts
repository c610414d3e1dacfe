import {desktop} from './desktop.ts';
import {editors} from './editors.ts';
import {envFiles} from './env-files.ts';
import {environment} from './environment.ts';
import {fishUniversals} from './fish-universals.ts';
import {globalConfig} from './global-config.ts';
import {localSettings} from './local-settings.ts';
import {login} from './login.ts';
import {managedDropIns} from './managed-drop-ins.ts';
import {managedSettings} from './managed-settings.ts';
import {parentProcess} from './parent-process.ts';
import type {Place} from './place.ts';
import {profiles} from './profiles.ts';
import {projectSettings} from './project-settings.ts';
import {startupFiles} from './startup-files.ts';
import {systemEnvironment} from './system.ts';
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
	startupFiles,
	fishUniversals,
	envFiles,
	systemEnvironment,
	parentProcess,
];
