import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/**
 * The licences of everything that is bundled, as they ask to be passed on. A package that names no licence stops the build.
 * @param {string} root
 * @param {readonly string[]} inputs the files that went into the bundle
 */
export function thirdParty(root, inputs) {
	const folders = [...new Set(inputs.map(packageFolder).filter(folder => folder !== null))].sort();
	const intro = 'This program contains the following packages.\n';
	return [intro, ...folders.map(folder => entry(path.join(root, folder)))].join(`\n${'-'.repeat(80)}\n`);
}

/** @param {string} input */
function packageFolder(input) {
	return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? null;
}

/** @param {string} folder */
function entry(folder) {
	const {name, version, license} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	const file = readdirSync(folder).find(candidate => /^licen[cs]e/i.test(candidate));
	if (file === undefined && typeof license !== 'string') throw new Error(`${name} is bundled, but says nothing about its licence`);
	const text = file === undefined ? '' : `\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
	return `${name} ${version} (${license})\n${text}`;
}
