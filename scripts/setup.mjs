import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * Installs what the lockfile names where node_modules is not that already. Where nothing has changed since the last look, three
 * files are looked at and npm is not even started.
 * @param {string} root
 */
export function ensureInstalled(root) {
	const stamp = new Stamp(root, 'installed', () => ['package-lock.json', 'node_modules', 'node_modules/.package-lock.json']);
	if (stamp.holds()) return;
	if (!isInstalled(root)) {
		say('Installing the packages of package-lock.json (once; about ten seconds) …');
		// None of our packages needs its install script. Wishes like NODE_ENV=production or `omit=dev` are meant for other projects.
		const wishes = ['--ignore-scripts', '--include=dev', '--include=optional', '--engine-strict=false'];
		const {status, error} = npm(['ci', ...wishes, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], root);
		if (status !== 0) throw new Error(`npm ci did not succeed${error ? ` (${error.message})` : ''}; its own words are above.`);
	}
	stamp.set();
}

/**
 * Builds dist/ where it is missing or what goes into it has changed since.
 * @param {string} root
 */
export async function ensureBuilt(root) {
	const stamp = new Stamp(root, 'built', () => [
		'package.json',
		'package-lock.json',
		'scripts/build.mjs',
		...filesIn(root, 'source'),
		...filesIn(root, 'scripts/build'),
	]);
	if (existsSync(path.join(root, 'dist', 'cli.js')) && stamp.holds()) return;
	say('Building dist/ …');
	const {build} = await import('./build.mjs');
	await build(path.join(root, 'dist'));
	stamp.set();
}

/**
 * Runs npm: the very one that runs us, if one does.
 * @param {string[]} args @param {string} cwd
 */
export function npm(args, cwd) {
	const own = process.env['npm_execpath'];
	// Its errors are shown, its sums are not; stdout belongs to the program that is about to run.
	/** @type {import('node:child_process').SpawnSyncOptions} */
	const options = {cwd, stdio: ['ignore', 'ignore', 2]};
	if (own !== undefined && /npm-cli\.c?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], options);
	// On Windows npm is a script, which only a shell can start; the arguments are ours and hold nothing to quote.
	return spawnSync('npm', args, {...options, shell: process.platform === 'win32'});
}

/** Remembers in .cache/ what some files looked like: name, size and time of each. */
class Stamp {
	/** @param {string} root @param {string} name @param {() => readonly string[]} files */
	constructor(root, name, files) {
		this.file = path.join(root, '.cache', name);
		this.look = () =>
			files()
				.map(file => lookOf(root, file))
				.join('\n');
	}

	holds() {
		return existsSync(this.file) && readFileSync(this.file, 'utf8') === this.look();
	}

	set() {
		mkdirSync(path.dirname(this.file), {recursive: true});
		writeFileSync(this.file, this.look());
	}
}

/** @param {string} root @param {string} file */
function lookOf(root, file) {
	const stat = statSync(path.join(root, file), {throwIfNoEntry: false});
	return stat === undefined ? `${file} is not there` : `${file} ${stat.size} ${stat.mtimeMs}`;
}

/** @param {string} root @param {string} folder */
function filesIn(root, folder) {
	const names = readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'});
	return names
		.filter(name => path.extname(name) !== '')
		.sort()
		.map(name => path.join(folder, name));
}

/** @typedef {{version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[]}} Locked */

/**
 * npm leaves a record of what it installed, which must say the same as the lockfile.
 * @param {string} root
 */
function isInstalled(root) {
	const wanted = readPackages(path.join(root, 'package-lock.json'));
	const present = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
	if (wanted === null || present === null) return false;
	return Object.entries(wanted).every(([folder, want]) => {
		if (folder === '') return true;
		const have = present[folder];
		if (have === undefined) return want.optional === true && !isForHere(want);
		return have.version === want.version && have.integrity === want.integrity && existsSync(path.join(root, folder));
	});
}

/**
 * An optional package for this very system must be there: a node_modules copied from another one is not ours. Those that also
 * name a libc are left to npm.
 * @param {Locked} locked
 */
function isForHere({os, cpu, libc}) {
	return os?.includes(process.platform) === true && cpu?.includes(process.arch) === true && libc === undefined;
}

/** @param {string} file @returns {Record<string, Locked> | null} */
function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return null;
	}
}

/** @param {string} line */
function say(line) {
	process.stderr.write(`${line}\n`);
}
