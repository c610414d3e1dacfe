'use strict';
/**
 * `require` for the pieces of the core, which lie beside this file. V8 compiles each from the code that the build has put beside it
 * (NAME.code) and so leaves out a third of a start; where it was made by another Node, V8 says so and compiles the text.
 */
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

/** @type {Map<string, {exports: any}>} */
const loaded = new Map();

/** @param {string} name */
function load(name) {
	const known = loaded.get(name);
	if (known !== undefined) return known.exports;
	const filename = path.join(__dirname, name);
	const script = new vm.Script(fs.readFileSync(filename, 'latin1'), {filename, cachedData: codeOf(filename)});
	const piece = {exports: {}};
	loaded.set(name, piece);
	load.scripts.push({filename, script});
	script.runInThisContext()(piece.exports, requireFrom, piece, filename, __dirname);
	return piece.exports;
}

/** @param {string} wanted */
function requireFrom(wanted) {
	return wanted.startsWith('./') ? load(wanted.slice(2)) : require(wanted);
}

/**
 * Code that V8 takes from a file has no loader of ES modules, so a piece asks this file to import for it.
 * @param {string} wanted
 */
requireFrom.late = wanted => import(wanted);

/** @param {string} filename */
function codeOf(filename) {
	const file = `${filename}.code`;
	return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
}

/** @type {{filename: string, script: import('node:vm').Script}[]} */
load.scripts = [];

module.exports = load;
