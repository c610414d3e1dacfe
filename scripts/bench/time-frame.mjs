import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';

const patience = 20_000;

/**
 * Milliseconds from the start of the program to the first bytes that hold these words, in a real terminal.
 * @param {string[]} args @param {{HOME: string} & Record<string, string>} env @param {string} words @returns {Promise<number>}
 */
export function timeFrame(args, env, words) {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const terminal = spawn(process.execPath, args, {cols: 80, rows: 24, cwd: env.HOME, env: {...env, TERM: 'xterm-256color'}});
		const limit = setTimeout(() => terminal.kill(), patience);
		let bytes = '';
		/** @type {number | null} */
		let took = null;
		terminal.onData(data => {
			bytes += data;
			if (took !== null || !bytes.includes(words)) return;
			took = performance.now() - start;
			terminal.kill();
		});
		// Only then is the next one started: its end would cost the next one time.
		terminal.onExit(() => {
			clearTimeout(limit);
			if (took === null) reject(new Error(`“${words}” was not drawn; this was: ${JSON.stringify(bytes)}`));
			else resolve(took);
		});
	});
}
