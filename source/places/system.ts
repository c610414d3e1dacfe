import type {Machine} from '../machine/machine.ts';
import {readEnvironmentD} from '../shells/env-files/environment-d.ts';
import {readPamConf, readPamEnvironment} from '../shells/env-files/pam.ts';
import {envLineFacts} from './env-line-facts.ts';
import type {Fact} from './fact.ts';
import {readLaunchAgent} from './launch-agent.ts';
import type {Place} from './place.ts';
import {pathOf, type Roots} from './roots.ts';
import {lookInRegistry} from './windows-registry.ts';

/** What the system gives every program of the user at login, before any shell. */
export const systemEnvironment: Place = {
	id: 'system-environment',
	look: (machine, roots) => {
		switch (machine.environment.platform) {
			case 'linux':
				return linux(machine, roots);
			case 'darwin':
				return inFolder(machine, `${roots.home}/Library/LaunchAgents`, '.plist', readLaunchAgent);
			case 'win32':
				return lookInRegistry(machine);
		}
	},
};

function linux(machine: Machine, {home, xdgConfig}: Roots): readonly Fact[] {
	const read = (path: string, reader: typeof readPamConf) => envLineFacts(machine, 'system-environment', path, reader);
	return [
		...read('/etc/environment', readPamEnvironment),
		...read('/etc/security/pam_env.conf', readPamConf),
		...inFolder(machine, '/usr/lib/environment.d', '.conf', readEnvironmentD),
		...inFolder(machine, '/etc/environment.d', '.conf', readEnvironmentD),
		...inFolder(machine, `${xdgConfig}/environment.d`, '.conf', readEnvironmentD),
		...read(`${home}/.pam_environment`, readPamConf),
	];
}

function inFolder(machine: Machine, folder: string, ending: string, reader: typeof readPamConf): readonly Fact[] {
	const names = (machine.files.list(folder) ?? []).filter(name => name.endsWith(ending));
	return names.flatMap(name => envLineFacts(machine, 'system-environment', pathOf(machine.environment).join(folder, name), reader));
}
