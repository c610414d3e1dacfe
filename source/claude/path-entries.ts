import path from 'node:path';
import type {Environment, Machine} from '../machine/machine.ts';

/** A file that PATH leads to under the name `claude`. */
export type PathEntry = {
	readonly file: string;
	/** The folder as PATH states it; relative entries (and empty ones, which mean `.`) depend on where one stands. */
	readonly entry: string;
	readonly relative: boolean;
};

/** What PATH leads to, in the order of PATH, one file for each folder; links that lead nowhere are included. */
export function pathEntries(machine: Machine): readonly PathEntry[] {
	const {environment, files} = machine;
	const rules = environment.platform === 'win32' ? path.win32 : path.posix;
	const names = programNames(environment);
	const seen = new Set<string>();
	const found: PathEntry[] = [];
	for (const stated of pathVariable(environment).split(rules.delimiter)) {
		// cmd allows quotes around an entry; a leading ~ is expanded by shells when PATH is set, never when it is searched.
		const entry = environment.platform === 'win32' ? stated.replaceAll('"', '') : stated;
		if (environment.platform === 'win32' && entry === '') continue;
		const folder = rules.resolve(environment.cwd, entry);
		if (seen.has(folder)) continue;
		seen.add(folder);
		const file = names.map(name => rules.join(folder, name)).find(candidate => isProgramLike(files, candidate));
		if (file !== undefined) found.push({file, entry, relative: !rules.isAbsolute(entry)});
	}
	return found;
}

function isProgramLike(files: Machine['files'], file: string): boolean {
	const stat = files.stat(file, 'follow');
	return stat === null ? files.linkTarget(file) !== null : stat.kind === 'file';
}

/** On Windows the endings of PATHEXT, then what PowerShell and Git Bash start. */
export function programNames({platform, variables}: Environment): readonly string[] {
	if (platform !== 'win32') return ['claude'];
	const endings = (variables['PATHEXT'] ?? '.COM;.EXE;.BAT;.CMD').toLowerCase().split(';').filter(Boolean);
	return [...endings.map(ending => `claude${ending}`), 'claude.ps1', 'claude'];
}

/** Windows spells it `Path`. Without PATH a shell still looks where the system keeps its programs. */
function pathVariable({platform, variables}: Environment): string {
	if (platform !== 'win32') return variables['PATH'] ?? '/usr/local/bin:/usr/bin:/bin';
	return Object.entries(variables).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
}
