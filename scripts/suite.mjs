import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {ensureBuilt, ensureInstalled} from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs and builds; where that fails the reason is printed, and the rest can still be tried. */
export async function prepare() {
	try {
		ensureInstalled(root);
		await ensureBuilt(root);
		return true;
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return false;
	}
}

/** @typedef {{passed: number, failed: number, leftOut: Record<string, number>}} Tally */

/**
 * Runs one of our development tools with this very Node, whatever else is on PATH, in an environment built from nothing: what
 * the caller has set (NODE_ENV=production, a key of their own) must not decide whether our tests pass.
 * @param {string} script its path below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} more
 */
export function tool(script, args, more = {}) {
	const {status} = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: {...keptVariables(), NODE_ENV: 'test', ...more},
	});
	return status === 0;
}

const kept = /^(?:PATH|HOME|TMPDIR|TEMP|TMP|TERM|COLORTERM|NO_COLOR|CI|USERPROFILE|APPDATA|LOCALAPPDATA|SystemRoot|ComSpec|PATHEXT)$/i;

function keptVariables() {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name)));
}

/**
 * @param {string} config @param {string[]} filters @param {Record<string, string>} more
 * @returns {Tally}
 */
export function vitest(config, filters, more = {}) {
	const file = path.join(root, '.cache', `tally-${process.pid}.json`);
	const good = tool('vitest/vitest.mjs', ['run', '--config', config, ...filters], {...more, WIZARD_TALLY: file});
	try {
		/** @type {Tally} */
		const tally = JSON.parse(readFileSync(file, 'utf8'));
		// Vitest also fails for what is no test: no files found, an error outside of any.
		return good || tally.failed > 0 ? tally : {...tally, failed: 1};
	} catch {
		return {passed: 0, failed: 1, leftOut: {}};
	} finally {
		rmSync(file, {force: true});
	}
}

/**
 * The last lines: what was left out and why, then the sum. Gives the exit code. What gives no reason has failed; where
 * WIZARD_LEAVE_OUT_ONLY is set (.ci/run) so has what is about any other program than those named there.
 * @param {Tally} tally
 */
export function conclude({passed, failed, leftOut}) {
	const allowed = process.env['WIZARD_LEAVE_OUT_ONLY']?.split(' ') ?? null;
	let lost = failed;
	const reasons = Object.entries(leftOut);
	if (reasons.length > 0) console.log('\nLeft out:');
	for (const [reason, count] of reasons) {
		console.log(`  ${count === 1 ? '1 test' : `${count} tests`}: ${reason}`);
		const [program = ''] = reason.split(/[: ]/, 1);
		if (reason.startsWith('no reason given') || (allowed !== null && !allowed.includes(program))) lost += count;
	}
	console.log(`\n${passed} passed, ${lost} failed`);
	return lost === 0 ? 0 : 1;
}
