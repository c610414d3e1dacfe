import {spawnSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import process from 'node:process';

const runs = 7;
const sizes = [2500, 5000, 10_000, 20_000];

/**
 * How long `wizard scan` takes, its start included, against `find` listing the same files, and the most memory it holds; for folders
 * of several sizes, so that a line that bends is seen. Every tenth folder is a project with settings and a `.env`.
 * @param {string} cli @param {string} scratch @param {Record<string, string>} env
 * @returns {{folders: number, find: number, scan: number, megabytes: number}[]} milliseconds, medians of runs in turn
 */
export function timeScan(cli, scratch, env) {
	const usage = path.join(scratch, 'usage.cjs');
	writeFileSync(usage, "process.on('exit', () => require('fs').writeSync(2, `\\nheld ${process.resourceUsage().maxRSS}\\n`));");
	return sizes.map(folders => {
		const root = path.join(scratch, `folders-${folders}`);
		plant(root, folders);
		const find = [];
		const scan = [];
		for (let round = 0; round < runs; round++) {
			find.push(time('find', [root], env).took);
			scan.push(time(process.execPath, [cli, 'scan', root], env).took);
		}
		// Apart from the timed runs, because the hook costs time too.
		const {said} = time(process.execPath, ['--require', usage, cli, 'scan', root], env);
		const megabytes = Number(/held (\d+)/.exec(said)?.[1]) / 1024;
		if (!said.includes(`Looked at ${folders} folders`)) throw new Error(`The scan looked at something else: ${said}`);
		rmSync(root, {recursive: true});
		return {folders, find: median(find), scan: median(scan), megabytes};
	});
}

/** @param {string} root @param {number} folders */
function plant(root, folders) {
	let made = 0;
	/** @param {string} folder */
	const make = folder => {
		mkdirSync(folder, {recursive: true});
		made++;
		for (let file = 0; file < 6; file++) writeFileSync(path.join(folder, `file-${file}.ts`), 'x');
	};
	make(root);
	for (const waiting = [root]; made < folders; ) {
		const above = /** @type {string} */ (waiting.shift());
		for (let number = 0; number < 10 && made < folders; number++) {
			const folder = path.join(above, `folder-${number}`);
			make(folder);
			waiting.push(folder);
			if (made % 10 !== 0 || made >= folders) continue;
			make(path.join(folder, '.claude'));
			writeFileSync(
				path.join(folder, '.claude', 'settings.json'),
				JSON.stringify({env: {ANTHROPIC_MODEL: 'opus'}, permissions: {allow: ['Bash(ls:*)']}}),
			);
			writeFileSync(path.join(folder, '.env'), 'PORT=3000\nDATABASE_URL=postgres://localhost/x\n');
		}
	}
}

/** @param {string} program @param {string[]} args @param {Record<string, string>} env */
function time(program, args, env) {
	const start = performance.now();
	const child = spawnSync(program, args, {env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'});
	if (child.status !== 0) throw new Error(`${program} ended with ${child.status}: ${child.stderr}`);
	return {took: performance.now() - start, said: child.stderr};
}

/** @param {number[]} numbers */
function median(numbers) {
	return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
