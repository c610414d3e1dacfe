import {spawn} from 'node:child_process';
import {layOut, remove} from './lay-out.mjs';
import {startRecorder} from './recorder.mjs';

/**
 * A helper can race with the request (seen in 2.1.197), so a machine with one is asked several times and every distinct answer is kept.
 *
 * @param {string} claude
 * @param {import('./types.ts').Machine} scenario
 */
export async function observeHeadless(claude, scenario, {repeat = 1} = {}) {
	const times = JSON.stringify(scenario).includes('apiKeyHelper') ? repeat : 1;
	const runs = [];
	for (let i = 0; i < times; i++) runs.push(await observeOnce(claude, scenario));
	const outcomes = new Map(
		runs.map(({sends, path, authorization, xApiKey}) => [
			JSON.stringify([sends, path, authorization, xApiKey]),
			{sends, path, authorization, xApiKey},
		]),
	);
	return outcomes.size > 1 ? {...runs[0], outcomes: [...outcomes.values()]} : runs[0];
}

/**
 * @param {string} claude
 * @param {import('./types.ts').Machine} raw
 */
async function observeOnce(claude, raw) {
	const recorder = await startRecorder();
	const {home, work, scenario, env} = layOut(raw, recorder.port, false);
	try {
		const run = await ask(claude, scenario, work, env);
		const sent = recorder.requests.find(request => request.messages);
		const shown = (run.json?.result ?? run.stdout).replaceAll(home, '{HOME}').replaceAll(recorder.port, '{PORT}').slice(0, 120);
		return {
			name: raw.name,
			sends: Boolean(sent),
			// no request here, and claude speaks of a connection: it tried another address than ours
			elsewhere: !sent && (run.exit === 'SIGKILL' || /unable to connect|connection error/i.test(shown)),
			path: sent?.url ?? null,
			authorization: sent?.authorization ?? null,
			xApiKey: sent?.xApiKey ?? null,
			model: sent?.model ?? null,
			...(sent ? {} : {shown}),
		};
	} finally {
		recorder.close();
		remove(home);
	}
}

/** Administrator settings are mounted over /etc/claude-code in a mount namespace of its own, which needs Linux and root. */
const inNamespace = 'mkdir -p /etc/claude-code && mount --bind "$HOME/managed" /etc/claude-code && exec "$0" "$@"';

/**
 * @param {string} claude
 * @param {import('./types.ts').Machine} scenario
 * @param {string} cwd
 * @param {Record<string, string>} env
 * @returns {Promise<{exit: number | string | null, stdout: string, json?: {result?: string}}>}
 */
function ask(claude, scenario, cwd, env) {
	const args = ['-p', 'ping', '--output-format', 'json'];
	const managed = scenario.managed !== undefined || scenario.managedDropIns !== undefined;
	const [command, argv] = managed ? ['unshare', ['-m', 'sh', '-c', inNamespace, claude, ...args]] : [claude, args];
	return new Promise(resolve => {
		const child = spawn(command, argv, {cwd, env, stdio: ['ignore', 'pipe', 'pipe']});
		let stdout = '';
		child.stdout.on('data', chunk => {
			stdout += chunk;
		});
		child.stderr.resume();
		const timer = setTimeout(() => child.kill('SIGKILL'), scenario.timeout ?? 30_000);
		child.on('error', error => {
			clearTimeout(timer);
			resolve({exit: error.message, stdout});
		});
		child.on('close', (code, signal) => {
			clearTimeout(timer);
			resolve({exit: code ?? signal, stdout, json: parsed(stdout)});
		});
	});
}

/** @param {string} text */
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
