#!/usr/bin/env node
/**
 * Asks an installed `claude` what it sends on the recorded machines and refreshes the evidence that the predictions are tested on.
 *
 *   node scripts/record.mjs --claude PATH [--machines handmade,random,masks,corners,interactive] [--jobs 2] [--repeat 6]
 *   node scripts/record.mjs --claude PATH --seed 42 --count 50      prints what fresh random machines did, and writes nothing
 *
 * Each machine is a temporary home with an environment built from nothing, and the only address is a recorder on 127.0.0.1.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {generate} from './record/generate.mjs';
import {observeHeadless} from './record/headless.mjs';
import {endTerminals, observeInTerminal} from './record/terminal.mjs';

const {values: options} = parseArgs({
	options: {
		claude: {type: 'string'},
		machines: {type: 'string', default: 'handmade,random,masks,corners'},
		jobs: {type: 'string', default: '2'},
		repeat: {type: 'string', default: '6'},
		seed: {type: 'string'},
		count: {type: 'string', default: '50'},
	},
});
if (!options.claude) {
	console.error('record: --claude PATH says which claude to ask');
	process.exit(2);
}
const claude = fs.realpathSync(options.claude ?? '');
const evidence = path.join(import.meta.dirname, '../test/evidence/requests');

if (options.seed === undefined) {
	const version = versionOf(claude);
	for (const kind of options.machines.split(',')) {
		const machines = JSON.parse(fs.readFileSync(path.join(evidence, `machines-${kind}.json`), 'utf8'));
		const seen = kind === 'interactive' ? await oneByOne(machines) : await together(machines);
		const file = path.join(evidence, version, `${kind}.jsonl`);
		fs.mkdirSync(path.dirname(file), {recursive: true});
		fs.writeFileSync(file, seen.map(one => `${JSON.stringify(one)}\n`).join(''));
		console.error(`${version}: ${seen.length} ${kind} machines recorded`);
	}
} else {
	const machines = generate({seed: Number(options.seed), count: Number(options.count), managed: process.getuid?.() === 0});
	for (const one of await together(machines)) console.log(JSON.stringify(one));
}

/** @param {readonly import('./record/types.ts').Machine[]} machines */
async function together(machines) {
	/** @type {unknown[]} */
	const seen = [];
	let next = 0;
	const worker = async () => {
		while (next < machines.length) {
			const index = next++;
			const machine = machines[index];
			if (machine !== undefined) seen[index] = await observeHeadless(claude, machine, {repeat: Number(options.repeat)});
		}
	};
	await Promise.all(Array.from({length: Number(options.jobs)}, worker));
	return seen;
}

/** @param {readonly import('./record/types.ts').Machine[]} machines */
async function oneByOne(machines) {
	/** @type {unknown[]} */
	const seen = [];
	for (const machine of machines) seen.push(await observeInTerminal(claude, machine));
	endTerminals();
	return seen;
}

/** @param {string} program */
function versionOf(program) {
	const home = fs.mkdtempSync(path.join(os.tmpdir(), 'record-'));
	const text = execFileSync(program, ['--version'], {
		encoding: 'utf8',
		env: {HOME: home, PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`},
	});
	fs.rmSync(home, {recursive: true, force: true});
	return text.split(' ')[0] ?? 'unknown';
}
