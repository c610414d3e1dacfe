import path from 'node:path';
import type {ShellRoots, StartupFile} from './shell.ts';

type Extra = Pick<StartupFile, 'folderOf' | 'firstOf'>;

const by = (owner: StartupFile['owner']) => ({
	always: (file: string, extra: Extra = {}): StartupFile => ({path: file, when: 'always', owner, ...extra}),
	interactive: (file: string, extra: Extra = {}): StartupFile => ({path: file, when: 'interactive', owner, ...extra}),
	login: (file: string, extra: Extra = {}): StartupFile => ({path: file, when: 'login', owner, ...extra}),
});

/** A startup file as a word of the table: `user.login('~/.profile')`. */
export const user = by('user');
export const system = by('system');

/** The path rules of the machine looked at, which is not always the one running. */
export function joinOn({platform}: ShellRoots): (...parts: string[]) => string {
	return platform === 'win32' ? path.win32.join : path.posix.join;
}

/** Paths in variables such as ENV are written for the shell: only the home is expanded, the rest is left unread. */
export function expandHome(text: string | undefined, {home}: ShellRoots): string | null {
	if (!text) return null;
	const full = text.replace(/^(?:~(?=\/|$)|\$\{HOME\}|\$HOME(?=\/|$))/, home);
	return path.posix.isAbsolute(full) && !/[$`]/.test(full) ? full : null;
}
