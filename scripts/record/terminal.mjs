import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {layOut, remove} from './lay-out.mjs';
import {startRecorder} from './recorder.mjs';

const socket = `record-${process.pid}`;

/**
 * Starts `claude` as a person does: in a terminal (tmux), in a trusted folder, one word typed. `approve` answers the dialog about an
 * API key; without it Enter is pressed, which means No.
 *
 * @param {string} claude
 * @param {import('./types.ts').Machine} raw
 */
export async function observeInTerminal(claude, raw) {
	const recorder = await startRecorder('pongword');
	const {home, work, scenario, env} = layOut(raw, recorder.port, true);
	try {
		start(claude, home, work, env);
		const {dialog} = await drive(scenario, recorder);
		const sent = typedRequest(recorder);
		return {
			name: raw.name,
			sends: Boolean(sent),
			path: sent?.url ?? null,
			authorization: sent?.authorization ?? null,
			xApiKey: sent?.xApiKey ?? null,
			dialog,
			approvals: savedApprovals(home),
		};
	} finally {
		tmux('kill-session', '-t', 'claude');
		recorder.close();
		await wait(300);
		remove(home);
	}
}

export function endTerminals() {
	tmux('kill-server');
}

/**
 * @param {string} claude
 * @param {string} home
 * @param {string} work
 * @param {Record<string, string>} env
 */
function start(claude, home, work, env) {
	const run = path.join(home, 'run.mjs');
	fs.writeFileSync(path.join(home, 'run.json'), JSON.stringify({claude, work, env}), {mode: 0o600});
	fs.writeFileSync(
		run,
		`import {spawnSync} from 'node:child_process'; import fs from 'node:fs';
		const {claude, work, env} = JSON.parse(fs.readFileSync(new URL('run.json', import.meta.url)));
		spawnSync(claude, [], {cwd: work, env, stdio: 'inherit'});`,
	);
	tmux('new-session', '-d', '-s', 'claude', '-x', '110', '-y', '45', `${process.execPath} ${run}; sleep 60`);
}

/**
 * @param {import('./types.ts').Machine} scenario
 * @param {import('./types.ts').Recorder} recorder
 */
async function drive(scenario, recorder) {
	let dialog = false;
	let typed = false;
	for (let i = 0; i < 60 && !typedRequest(recorder); i++) {
		await wait(250);
		const screen = tmux('capture-pane', '-p', '-t', 'claude');
		if (!dialog && /Do you want to use this API key/.test(screen)) {
			dialog = true;
			if (scenario.approve === 'yes') {
				press('Up');
				await wait(300);
			}
			press('Enter');
			await wait(700);
		} else if (!typed && /for shortcuts|\/effort|Try "/.test(screen)) {
			typed = true;
			await wait(400);
			press('pingword');
			await wait(400);
			press('Enter');
		} else if (typed && /Not logged in ·|Please run \/login|API Error/.test(screen) && i > 20) break;
	}
	await wait(300);
	return {dialog};
}

/** @param {import('./types.ts').Recorder} recorder */
function typedRequest(recorder) {
	return recorder.requests.find(request => request.messages && request.body.includes('pingword'));
}

/** @param {string} home */
function savedApprovals(home) {
	try {
		return JSON.parse(fs.readFileSync(path.join(home, '.claude.json'), 'utf8')).customApiKeyResponses ?? null;
	} catch {
		return null;
	}
}

/** @param {string} key */
function press(key) {
	tmux('send-keys', '-t', 'claude', key);
}

/** @param {string[]} args */
function tmux(...args) {
	try {
		return execFileSync('tmux', ['-L', socket, ...args], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
	} catch {
		return '';
	}
}

/** @param {number} ms */
function wait(ms) {
	return new Promise(resolve => setTimeout(resolve, ms));
}
