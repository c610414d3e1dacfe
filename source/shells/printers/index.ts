import {agentSdkPython} from './agent-sdk-python.ts';
import {agentSdkTypescript} from './agent-sdk-typescript.ts';
import {ansible} from './ansible.ts';
import {cron} from './cron.ts';
import {devcontainer} from './devcontainer.ts';
import {direnv} from './direnv.ts';
import {docker} from './docker.ts';
import {dotenv} from './dotenv.ts';
import {githubActions} from './github-actions.ts';
import {intune} from './intune.ts';
import {jamf} from './jamf.ts';
import {managedSettings} from './managed-settings.ts';
import {mise} from './mise.ts';
import type {Printer} from './printer.ts';
import {systemd} from './systemd.ts';
import {systemdService} from './systemd-service.ts';
import {vscode} from './vscode.ts';

/** From the user's own machine outwards: folder, session, editor, container, CI, program, many machines. */
export const printers: readonly Printer[] = [
	dotenv,
	direnv,
	mise,
	systemd,
	systemdService,
	cron,
	vscode,
	devcontainer,
	docker,
	githubActions,
	agentSdkTypescript,
	agentSdkPython,
	ansible,
	managedSettings,
	jamf,
	intune,
];

export function printerNamed(name: string): Printer | null {
	return printers.find(printer => printer.name === name) ?? null;
}
