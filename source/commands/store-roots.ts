import type {Machine} from '../machine/machine.ts';
import {findRoots, pathOf} from '../places/roots.ts';
import {ancestors} from '../shells/ancestors.ts';
import {detectShell} from '../shells/detect.ts';
import {shellNamed} from '../shells/index.ts';
import type {Shell} from '../shells/shell.ts';
import {ownCommand, type SecretProgram, usualPrograms} from '../stores/secret-programs.ts';
import type {StoreRoots} from '../stores/store.ts';

export type StoreWish = {
	/** By `--shell`; null for the shells in use. */
	readonly shell: Shell | null;
	/** A command of the user's that prints the secret; null for what the system has. */
	readonly command: string | null;
	/** Under which name the system's store keeps it. */
	readonly account: string;
};

/** Where each store would put a credential on this machine. */
export async function storeRoots(machine: Machine, {shell, command, account}: StoreWish): Promise<StoreRoots> {
	const {environment} = machine;
	const {home, platform, variables} = environment;
	const {config, project, xdgConfig, zdotdir} = findRoots(machine);
	const {join} = pathOf(environment);
	return {
		userSettings: join(config, 'settings.json'),
		localSettings: join(project, '.claude', 'settings.local.json'),
		shellRoots: {home, xdgConfig, zdotdir, platform, variables},
		exists: path => machine.files.stat(path, 'follow') !== null,
		shells: shell === null ? await shellsInUse(machine) : [shell],
		program: command === null ? secretProgram(machine, account) : ownCommand(command),
	};
}

/** The one that asks, and the one that a new terminal starts. */
async function shellsInUse(machine: Machine): Promise<readonly Shell[]> {
	const {variables, platform} = machine.environment;
	const here = detectShell(variables, await ancestors(machine), platform)?.shell ?? null;
	const login = variables['SHELL'] ? shellNamed(variables['SHELL']) : null;
	return [here, login].filter((found, index, all) => found !== null && all.indexOf(found) === index) as readonly Shell[];
}

/** The first that can be expected to work: installed, and with what it needs to open its store. */
function secretProgram({environment, files}: Machine, account: string): SecretProgram | null {
	const {join, delimiter} = pathOf(environment);
	const {variables, home} = environment;
	const installed = (name: string) =>
		(variables['PATH'] ?? '').split(delimiter).some(folder => folder !== '' && files.executable(join(folder, name)));
	const ready = ({name}: SecretProgram) => {
		if (name === 'secret-tool') return Boolean(variables['DBUS_SESSION_BUS_ADDRESS']);
		if (name === 'pass') return files.stat(join(variables['PASSWORD_STORE_DIR'] || join(home, '.password-store'), '.gpg-id')) !== null;
		return true;
	};
	return usualPrograms(environment.platform, account).find(program => installed(program.name) && ready(program)) ?? null;
}
