'use strict';
/** Loaded before the program by warm-up.mjs: when it ends, writes what V8 has compiled beside each piece. */
const fs = require('node:fs');
const path = require('node:path');
const process = require('node:process');

process.on('exit', () => {
	const load = require(path.join(path.dirname(process.argv[1] ?? ''), 'load.js'));
	for (const {filename, script} of load.scripts) fs.writeFileSync(`${filename}.code`, script.createCachedData());
});
