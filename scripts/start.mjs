/** `npm start -- ARGS`: the program as built from this folder, installed and built first where that is needed. */
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {ensureBuilt, ensureInstalled} from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
try {
	ensureInstalled(root);
	await ensureBuilt(root);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exit(1);
}
// npm changes to the package's folder; the user stands in another one, and which settings count depends on it.
if (process.env['npm_lifecycle_event'] === 'start' && process.env['INIT_CWD']) process.chdir(process.env['INIT_CWD']);
const cli = path.join(root, 'dist', 'cli.js');
process.argv[1] = cli;
await import(pathToFileURL(cli).href);
