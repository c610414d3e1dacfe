/**
 * How long a start takes, against the least that Node itself takes (`node -e 0`). All are run in turn, so that whatever else
 * the machine does falls on all of them alike; medians are compared. Then how long an arrow key takes to show. Exit 1 where a limit
 * is passed. Last, `wizard scan` against `find`.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg, tmpdir} from 'node:os';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {ensureBuilt, ensureInstalled} from './setup.mjs';

const runs = 15;
const presses = 80;
/** In milliseconds: a frame of a screen with 60 in a second, and two of them. */
const keyLimits = [
	{share: 0.5, name: 'median', limit: 16},
	{share: 0.95, name: 'p95', limit: 33},
];
/** Times `find`, for 10,000 folders and more; memory at eight times the folders. */
const scanLimit = 4;
const memoryLimit = 1.3;
const root = fileURLToPath(new URL('..', import.meta.url));
ensureInstalled(root);
await ensureBuilt(root);
// Only now: these import a package that may not have been installed before.
const {timeFrame} = await import('./bench/time-frame.mjs');
const {timeKeys} = await import('./bench/time-keys.mjs');
const {timeScan} = await import('./bench/time-scan.mjs');

const scratch = mkdtempSync(path.join(tmpdir(), 'wizard-bench-'));
const cli = path.join(root, 'dist', 'cli.js');
const usual = makeHome('usual', 10, 1, 2);
const large = makeHome('large', 2000, 20, 1000);

/** `until`: in a terminal, the time to these words on the screen. @typedef {{title: string, args: string[], home: string, limit: number | null, until?: string}} Row */
/** @type {Row[]} */
const rows = [
	{title: 'node -e 0', args: ['-e', '0'], home: usual, limit: null},
	{title: 'wizard --version', args: [cli, '--version'], home: usual, limit: 1.35},
	{title: 'doctor --json, no claude', args: [cli, 'doctor', '--json'], home: usual, limit: 2},
	{title: 'doctor --json, 2,000 lines in 20 files, 1 MB of settings', args: [cli, 'doctor', '--json'], home: large, limit: 3},
	{title: 'wizard: the first frame', args: [cli], home: usual, limit: 4.4, until: 'Looking at'},
	{title: 'wizard: the first question, no claude', args: [cli], home: usual, limit: null, until: 'Shall claude be installed'},
];

try {
	const late = await report(rows.map(() => /** @type {number[]} */ ([])));
	const slow = await reportKeys();
	const far = reportScan();
	process.exitCode = late + slow + far === 0 ? 0 : 1;
} finally {
	rmSync(scratch, {recursive: true, force: true});
}

/** @param {number[][]} times */
async function report(times) {
	for (const row of rows) await run(row);
	for (let round = 0; round < runs; round++) for (const [index, row] of rows.entries()) times[index]?.push(await run(row));
	console.log(`Node ${process.version}, medians of ${runs} runs in turn [least-most]`);
	const floor = median(times[0] ?? []);
	let over = 0;
	for (const [index, {title, limit}] of rows.entries()) {
		const own = times[index] ?? [];
		const ratio = median(own) / floor;
		const bound = limit === null ? '' : `, limit ${limit.toFixed(2)}  ${ratio <= limit ? 'ok' : 'OVER'}`;
		if (limit !== null && ratio > limit) over++;
		console.log(
			`${title.padEnd(58)} ${median(own).toFixed(1)} ms [${Math.min(...own).toFixed(0)}-${Math.max(...own).toFixed(0)}]  ${ratio.toFixed(2)} x${bound}`,
		);
	}
	return over;
}

async function reportKeys() {
	const times = (await timeKeys(cli, environment(usual), presses)).sort((a, b) => a - b);
	let over = 0;
	for (const {share, name, limit} of keyLimits) {
		const own = times[Math.ceil(share * times.length) - 1] ?? Number.POSITIVE_INFINITY;
		if (own >= limit) over++;
		console.log(
			`${`arrow key to frame, ${name} of ${presses}`.padEnd(58)} ${own.toFixed(1)} ms, limit ${limit}  ${own < limit ? 'ok' : 'OVER'}`,
		);
	}
	console.log(
		`Load average ${loadavg()[0]?.toFixed(2)} on ${availableParallelism()} processors: ratios and keys are worth most where it is low.`,
	);
	return over;
}

/** Against `find`, and whether time and memory grow with the folders: twice as many take twice as long, and hold no more. */
function reportScan() {
	const rows = timeScan(cli, scratch, {...environment(usual), PATH: process.env['PATH'] ?? ''});
	let over = 0;
	for (const {folders, find, scan, megabytes} of rows) {
		// The start alone is more than what few folders take.
		const limit = folders < 10_000 ? null : scanLimit;
		const ratio = scan / find;
		if (limit !== null && ratio > limit) over++;
		const bound = limit === null ? '' : `, limit ${limit.toFixed(2)}  ${ratio <= limit ? 'ok' : 'OVER'}`;
		const title = `scan of ${folders.toLocaleString('en')} folders, and find`;
		console.log(
			`${title.padEnd(58)} ${scan.toFixed(0)} ms, ${find.toFixed(0)} ms  ${ratio.toFixed(2)} x${bound}, ${megabytes.toFixed(0)} MB`,
		);
	}
	const [least, , , most] = rows;
	const grown = (most?.megabytes ?? 0) / (least?.megabytes ?? 1);
	if (grown > memoryLimit) over++;
	console.log(
		`${'memory of the largest scan, and the smallest'.padEnd(58)} ${grown.toFixed(2)} x, limit ${memoryLimit.toFixed(2)}  ${grown <= memoryLimit ? 'ok' : 'OVER'}`,
	);
	return over;
}

/** @param {Row} row */
async function run({args, home, until}) {
	if (until !== undefined) return timeFrame(args, environment(home), until);
	const start = performance.now();
	try {
		execFileSync(process.execPath, args, {
			env: environment(home),
			cwd: home,
			stdio: ['ignore', 'ignore', 'inherit'],
		});
	} catch (error) {
		// doctor says 1 where it finds errors; anything else is not worth timing.
		if (/** @type {{status?: number}} */ (error).status !== 1) throw error;
	}
	return performance.now() - start;
}

/** @param {string} home */
function environment(home) {
	return {HOME: home, PATH: path.join(scratch, 'bin'), SHELL: '/bin/bash', LANG: 'C.UTF-8'};
}

/** @param {number[]} numbers */
function median(numbers) {
	return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/**
 * A home with a router's setup spread over a startup file, what it sources, and settings.
 * @param {string} name @param {number} lines @param {number} files @param {number} kilobytes
 */
function makeHome(name, lines, files, kilobytes) {
	const home = path.join(scratch, name);
	mkdirSync(path.join(home, '.claude'), {recursive: true});
	const each = Math.ceil(lines / files);
	for (let file = 0; file < files; file++) {
		const text = Array.from({length: each}, (_, line) =>
			line % 10 === 0 ? `export VARIABLE_${file}_${line}="value ${line}"` : `alias a${file}_${line}='echo ${line}' # a line like many`,
		);
		if (file === 0) text.push('export ANTHROPIC_BASE_URL=https://router.example');
		writeFileSync(path.join(home, `part-${file}.sh`), `${text.join('\n')}\n`);
	}
	writeFileSync(path.join(home, '.bashrc'), `${Array.from({length: files}, (_, file) => `. ~/part-${file}.sh`).join('\n')}\n`);
	const allow = Array.from(
		{length: kilobytes * 9},
		(_, index) => `Bash(command-number-${String(index).padStart(8, '0')} with arguments and more:${'x'.repeat(56)}:*)`,
	);
	const settings = {env: {ANTHROPIC_AUTH_TOKEN: `sk-or-v1-${'0123456789abcdef'.repeat(4)}`}, permissions: {allow}};
	writeFileSync(path.join(home, '.claude', 'settings.json'), JSON.stringify(settings, null, 2));
	return home;
}
