import os from 'node:os';
import process from 'node:process';
import type {Environment, Platform} from './machine.ts';
import {stateFolder} from './state-folder.ts';

/** A copy of what this process was given, taken once, so that a whole run judges one and the same environment. */
export function realEnvironment(): Environment {
	const variables: Record<string, string> = {};
	for (const [name, value] of Object.entries(process.env)) if (value !== undefined) variables[name] = value;
	const platform = platformOf(process.platform);
	const home = homeFolder();
	return {
		variables,
		platform,
		home,
		cwd: workingFolder(home),
		state: stateFolder(platform, home, variables),
		uid: process.geteuid?.() ?? -1,
		pid: process.pid,
	};
}

/** The other systems Node runs on (BSD, Android) keep their files as Linux does. */
function platformOf(name: NodeJS.Platform): Platform {
	return name === 'win32' || name === 'darwin' ? name : 'linux';
}

/** HOME decides, as for Claude Code itself. In a container whose user has no passwd entry `os.homedir()` throws. */
function homeFolder(): string {
	try {
		return os.homedir() || os.userInfo().homedir;
	} catch {
		return '/';
	}
}

/** The folder may have been deleted under the shell. */
function workingFolder(home: string): string {
	try {
		return process.cwd();
	} catch {
		return process.env['PWD'] || home;
	}
}
