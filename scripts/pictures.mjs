/**
 * `npm run pictures [-- --claude PATH]`: plays the journey of the README in a real terminal and keeps what stood on its screen in
 * docs/pictures/*.svg. Everything happens in throw-away homes with an environment made from nothing, and the only address that is
 * asked is a recorder on 127.0.0.1. The proof needs a real claude: the one named, or the one that `npm run test:real` has installed.
 */
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {ensureBuilt, ensureInstalled} from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const {values: options} = parseArgs({options: {claude: {type: 'string'}}});
const claude = options.claude ?? installedClaude();
if (claude === null || !existsSync(claude)) {
	console.error('pictures: --claude PATH names the claude that answers in the pictures; `npm run test:real` installs one into .cache/');
	process.exit(2);
}
ensureInstalled(root);
await ensureBuilt(root);
// Only now: these import packages, which may not have been installed before.
const {playDoctor, playOnboarding} = await import('./pictures/play.mjs');
const {toSvg} = await import('./pictures/to-svg.mjs');

const folder = path.join(root, 'docs', 'pictures');
mkdirSync(folder, {recursive: true});
const cli = path.join(root, 'dist', 'cli.js');
for (const {name, title, frame} of [...(await playOnboarding(cli, claude)), ...(await playDoctor(cli, claude))]) {
	const svg = toSvg(frame, title);
	writeFileSync(path.join(folder, `${name}.svg`), svg);
	console.log(`docs/pictures/${name}.svg  ${frame.length} lines, ${(Buffer.byteLength(svg) / 1000).toFixed(1)} kB`);
}

function installedClaude() {
	const cache = path.join(root, '.cache');
	const kept = existsSync(cache) ? readdirSync(cache).filter(name => /^claude-[\d.]+$/.test(name)) : [];
	return kept.map(name => path.join(cache, name, 'node_modules', '.bin', 'claude')).find(file => existsSync(file)) ?? null;
}
