import {copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {argv} from 'node:process';
import {fileURLToPath} from 'node:url';
import {bundle} from './build/bundle.mjs';
import {thirdParty} from './build/third-party.mjs';
import {warmUp} from './build/warm-up.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What cli.ts loads for anything but `--version`; and the command that is asked for most, on whose parts the others build. */
const together = {
	core: ['commands/dispatch', 'commands/describe-crash', 'commands/terminal', 'commands/index', 'machine/real'].map(
		name => `source/${name}.ts`,
	),
	doctor: ['source/commands/doctor.ts', 'source/commands/doctor-json.ts'],
};

/** Makes dist/ anew. It is written beside and put in place at the end, so that a program that starts meanwhile finds a whole one. */
export async function build(folder = path.join(root, 'dist')) {
	const fresh = `${folder}.${process.pid}.new`;
	const old = `${folder}.${process.pid}.old`;
	rmSync(fresh, {recursive: true, force: true});
	mkdirSync(fresh, {recursive: true});
	try {
		const {files, inputs} = await bundle({root, entry: 'source/cli.ts', together});
		for (const [name, text] of files) writeFileSync(path.join(fresh, name), text, {mode: name === 'cli.js' ? 0o755 : 0o644});
		writeFileSync(path.join(fresh, 'THIRD-PARTY.txt'), thirdParty(root, inputs));
		copyFileSync(fileURLToPath(new URL('build/load.cjs', import.meta.url)), path.join(fresh, 'load.js'));
		warmUp(fresh);
		moveAway(folder, old);
		renameSync(fresh, folder);
	} finally {
		for (const leftover of [fresh, old]) rmSync(leftover, {recursive: true, force: true});
	}
}

/** @param {string} from @param {string} to */
function moveAway(from, to) {
	try {
		renameSync(from, to);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
	}
}

if (argv[1] === fileURLToPath(import.meta.url)) await build();
