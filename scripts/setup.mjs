import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * Installs what the lockfile names where node_modules is not that already. npm leaves a record of what it installed; comparing
 * the two takes a few milliseconds, so nothing is paid, and npm not even started, where all is well.
 * @param {string} root
 */
export function ensureInstalled(root) {
	if (isInstalled(root)) return;
	say('Installing the packages of package-lock.json (once; about ten seconds) …');
	// None of our packages needs its install script. Wishes like NODE_ENV=production or `omit=dev` are meant for other projects.
	const args = [
		'ci',
		'--ignore-scripts',
		'--include=dev',
		'--include=optional',
		'--engine-strict=false',
		'--no-audit',
		'--no-fund',
		'--loglevel=error',
	];
	const {status, error} = npm(args, root);
	if (status !== 0) throw new Error(`npm ci did not succeed${error ? ` (${error.message})` : ''}; its own words are above.`);
}

/** @param {string} root */
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

/** @typedef {{version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[]}} Locked */

/** @param {string} file @returns {Record<string, Locked> | null} */
function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return null;
	}
}

/**
 * Runs npm: the very one that runs us, if one does.
 * @param {string[]} args @param {string} cwd
 */
export function npm(args, cwd) {
	const own = process.env['npm_execpath'];
	// What npm prints goes to stderr: stdout belongs to the program that is about to run.
	/** @type {import('node:child_process').SpawnSyncOptions} */
	const options = {cwd, stdio: ['ignore', 2, 2]};
	if (own !== undefined && /npm-cli\.c?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], options);
	// On Windows npm is a script, which only a shell can start; the arguments are ours and hold nothing to quote.
	return spawnSync('npm', args, {...options, shell: process.platform === 'win32'});
}

/**
 * Builds dist/ where it is missing or the source has changed since: names, sizes and times are compared, not contents.
 * @param {string} root
 */
export async function ensureBuilt(root) {
	const stamp = path.join(root, '.cache', 'built');
	const now = fingerprint(root);
	if (existsSync(path.join(root, 'dist', 'cli.js')) && readOr(stamp, '') === now) return;
	say('Building dist/ …');
	const {build} = await import('./build.mjs');
	await build(path.join(root, 'dist'));
	mkdirSync(path.dirname(stamp), {recursive: true});
	writeFileSync(stamp, now);
}

/** @param {string} root */
function fingerprint(root) {
	const hash = createHash('sha256');
	for (const input of ['package.json', 'package-lock.json', 'scripts/build.mjs']) hash.update(describe(path.join(root, input)));
	for (const folder of ['source', 'scripts/build'])
		for (const name of readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'}).sort())
			if (path.extname(name) !== '') hash.update(describe(path.join(root, folder, name)));
	return hash.digest('hex');
}

/** @param {string} file */
function describe(file) {
	const {size, mtimeMs} = statSync(file);
	return `${file} ${size} ${mtimeMs}\n`;
}

/** @param {string} file @param {string} otherwise */
function readOr(file, otherwise) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return otherwise;
	}
}

/** @param {string} line */
function say(line) {
	process.stderr.write(`${line}\n`);
}
