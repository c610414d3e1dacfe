import type {Machine} from '../machine/machine.ts';
import {askVersion} from './ask-version.ts';
import {installKind} from './install-kind.ts';
import type {Copy, Installed, Oddity, Reach} from './installed.ts';
import {knownLocations} from './known-locations.ts';
import {type PathEntry, pathEntries} from './path-entries.ts';
import {recallVersion, rememberVersion} from './remembered-versions.ts';
import {scriptOddities} from './script-oddities.ts';
import {staticVersion} from './static-version.ts';

/** Milliseconds: 2.0.77 takes two seconds on a slow machine, and Windows looks at every new program first. */
const patience = 10_000;

/**
 * Finds every copy of Claude Code and asks the one that counts for its version. Aliases and functions live inside the shell and
 * cannot be seen from here.
 */
export async function find(machine: Machine, {timeout = patience} = {}): Promise<Installed> {
	const copies = look(machine);
	const chosen =
		copies.find(({reach}) => reach === 'here') ??
		copies.find(({reach}) => reach === 'off-path') ??
		copies.find(({reach}) => reach === 'private');
	if (chosen === undefined) return {chosen: null, others: copies};
	return {chosen: await examine(machine, chosen, timeout), others: copies.filter(copy => copy !== chosen)};
}

/** PATH first and in its order, then known locations; a file that several names lead to is one copy. */
function look(machine: Machine): readonly Copy[] {
	const seen = new Set<string>();
	const isNew = (copy: Copy) => !seen.has(copy.real) && seen.add(copy.real);
	let started = false;
	const onPath: Copy[] = [];
	for (const entry of pathEntries(machine)) {
		const canStart = machine.files.executable(entry.file);
		const copy = describe(machine, entry.file, canStart ? (started ? 'shadowed' : 'here') : 'passed-over', entry);
		started ||= canStart;
		if (isNew(copy)) onPath.push(copy);
	}
	const elsewhere = knownLocations(machine)
		.filter(file => machine.files.executable(file))
		.map(file => describe(machine, file, 'off-path', null))
		.filter(isNew);
	return [...onPath, ...elsewhere];
}

function describe(machine: Machine, file: string, reach: Reach, entry: PathEntry | null): Copy {
	const real = machine.files.real(file);
	const at = real ?? file;
	const install = installKind(file, at);
	const known = real === null ? null : staticVersion(machine.files, file, real);
	const oddities: Oddity[] = real === null ? [] : [...scriptOddities(machine.files, file, real)];
	if (isWindowsCopy(machine, at)) oddities.push({kind: 'windows-copy'});
	if (entry?.relative) oddities.push({kind: 'current-folder', entry: entry.entry});
	return {
		path: file,
		real: at,
		reach: install === 'vscode' && reach === 'off-path' ? 'private' : reach,
		install,
		version: known?.version ?? null,
		versionFrom: known?.from ?? null,
		condition: conditionUntried(real, reach),
		oddities,
	};
}

function conditionUntried(real: string | null, reach: Reach): Copy['condition'] {
	if (real === null) return {state: 'broken', kind: 'dangling-link', why: 'the link leads to a file that does not exist'};
	if (reach === 'passed-over') return {state: 'broken', kind: 'not-executable', why: 'this user may not run the file'};
	return {state: 'not-tried', why: 'another copy comes first'};
}

/** Asks what is not remembered. A copy that only the current folder provides is never started: anyone may have put it there. */
async function examine(machine: Machine, copy: Copy, timeout: number): Promise<Copy> {
	if (copy.oddities.some(({kind}) => kind === 'current-folder'))
		return {...copy, condition: {state: 'not-tried', why: 'PATH finds it through the current folder'}};
	const isShim = copy.oddities.some(({kind}) => kind === 'shim');
	const isScript = copy.oddities.some(({kind}) => kind === 'script');
	const remembered = isShim ? null : recallVersion(machine, copy.real, isScript);
	if (remembered !== null)
		return {...copy, ...differs(copy, remembered), version: remembered, versionFrom: 'memory', condition: {state: 'runs'}};
	const told = await askVersion(machine, copy.path, timeout);
	if (told.version === null) return {...copy, condition: told.condition};
	if (!isShim) rememberVersion(machine, copy.real, told.version);
	return {...copy, ...differs(copy, told.version), version: told.version, versionFrom: 'itself', condition: told.condition};
}

/** An update that stopped half way leaves a package.json of one version beside the program of another. */
function differs(copy: Copy, version: string): Pick<Copy, 'oddities'> {
	if (copy.versionFrom !== 'package' || copy.version === null || copy.version === version) return {oddities: copy.oddities};
	return {oddities: [...copy.oddities, {kind: 'package-differs', packageVersion: copy.version}]};
}

function isWindowsCopy({environment, files}: Machine, at: string): boolean {
	if (environment.platform !== 'linux' || !/^\/mnt\/[a-z]\//.test(at)) return false;
	const {variables} = environment;
	return Boolean(variables['WSL_DISTRO_NAME'] || variables['WSL_INTEROP']) || files.stat('/proc/sys/fs/binfmt_misc/WSLInterop') !== null;
}
