import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';

const down = '\x1b[B';
const up = '\x1b[A';
const patience = 10_000;

/**
 * Milliseconds from an arrow key to the last byte of the frame that shows it, in a real terminal: down and up again in the list of
 * credentials. The first press counts like any other.
 * @param {string} cli @param {{HOME: string} & Record<string, string>} env @param {number} presses
 */
export async function timeKeys(cli, env, presses) {
	const terminal = spawn(process.execPath, [cli], {cols: 80, rows: 24, cwd: env.HOME, env: {...env, TERM: 'xterm-256color'}});
	const frames = new Frames(terminal);
	/** @type {number[]} */
	const times = [];
	try {
		await frames.next(/Shall claude be installed\?/);
		// The last choice. Enter comes only after it was seen to be chosen: the others are commands that install.
		const last = frames.next(/❯ \d {2}Go on without it/);
		terminal.write(up);
		await last;
		const asked = frames.next(/❯ 1 {2}Anthropic Console key/);
		terminal.write('\r');
		await asked;
		for (let press = 0; press < presses; press++) {
			// Uneven pauses, as long as those between the repeats of a held key: nothing may fall in step with the drawing.
			await new Promise(resolve => setTimeout(resolve, 33 + ((press * 7) % 17)));
			const drawn = frames.next(new RegExp(`❯ ${press % 8 < 4 ? (press % 8) + 2 : 8 - (press % 8)} {2}`));
			const start = performance.now();
			terminal.write(press % 8 < 4 ? down : up);
			times.push((await drawn) - start);
		}
	} finally {
		terminal.kill();
	}
	return times;
}

/** Ink ends each frame by letting the terminal show it (synchronized output). */
class Frames {
	#bytes = '';
	/** @type {{words: RegExp, resolve: (at: number) => void} | null} */
	#awaited = null;

	/** @param {import('@lydell/node-pty').IPty} terminal */
	constructor(terminal) {
		terminal.onData(data => {
			const at = performance.now();
			this.#bytes += data;
			const found = this.#awaited?.words.exec(this.#bytes);
			if (!found || !this.#bytes.includes('\x1b[?2026l', found.index)) return;
			this.#awaited?.resolve(at);
		});
	}

	/** When the next frame with these words was there. @param {RegExp} words @returns {Promise<number>} */
	next(words) {
		this.#bytes = '';
		return new Promise((resolve, reject) => {
			const limit = setTimeout(() => reject(new Error(`${words} was not drawn; this was: ${JSON.stringify(this.#bytes)}`)), patience);
			this.#awaited = {
				words,
				resolve: at => {
					clearTimeout(limit);
					this.#awaited = null;
					resolve(at);
				},
			};
		});
	}
}
