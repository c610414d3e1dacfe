import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** @typedef {{text: string, columns: number, fore: string | null, back: string | null, bold: boolean, dim: boolean, inverse: boolean}} Cell */
/** @typedef {{program: string, args: readonly string[], env: Readonly<Record<string, string>>, cwd: string}} Started */

const columns = 80;
const rows = 24;
const patience = 90_000;

/** A program in a real terminal of 80 by 24, and what stands on its screen. */
export class Screen {
	/** @type {number | null} */
	code = null;
	#raw = false;

	/** @param {Started} started */
	constructor({program, args, env, cwd}) {
		this.terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
		this.pty = spawn(program, [...args], {cols: columns, rows, cwd, env: {...env}});
		this.pty.onData(data => {
			this.terminal.write(data);
			// Keys count only once the terminal is raw, which is when pastes are marked.
			if (data.includes('\x1b[?2004h')) this.#raw = true;
		});
		this.pty.onExit(({exitCode}) => {
			this.code = exitCode;
		});
	}

	/** @param {string} keys */
	type(keys) {
		this.pty.write(keys);
	}

	/** @param {string} text */
	paste(text) {
		this.pty.write(`\x1b[200~${text}\x1b[201~`);
	}

	async ready() {
		await this.#until(() => this.#raw, 'a program that reads keys');
	}

	/** @param {RegExp} pattern */
	async sees(pattern) {
		await this.#until(() => pattern.test(this.text()), String(pattern));
	}

	async ends() {
		await this.#until(() => this.code !== null, 'the end');
	}

	kill() {
		if (this.code === null) this.pty.kill();
	}

	/** What is in sight. */
	text() {
		return this.#rows(this.terminal.buffer.active.baseY)
			.map(line => line.translateToString(true))
			.join('\n')
			.trimEnd();
	}

	/**
	 * What is in sight, or all that was printed, cell by cell, without the empty rows at the end.
	 * @param {'in sight' | 'all'} which @returns {readonly (readonly Cell[])[]}
	 */
	frame(which = 'in sight') {
		const cells = this.#rows(which === 'all' ? 0 : this.terminal.buffer.active.baseY).map(line => cellsOf(line));
		const last = cells.findLastIndex(row => row.some(({text}) => text.trim() !== ''));
		return cells.slice(0, last + 1);
	}

	/** @param {number} first */
	#rows(first) {
		const {active} = this.terminal.buffer;
		return Array.from({length: active.length - first}, (_, row) => active.getLine(first + row)).filter(line => line !== undefined);
	}

	/** @param {() => boolean} holds @param {string} what */
	async #until(holds, what) {
		const end = Date.now() + patience;
		while (!holds()) {
			if (Date.now() > end) throw new Error(`${what} did not come; the screen holds:\n${this.text()}`);
			await new Promise(resolve => setTimeout(resolve, 20));
		}
	}
}

/** @param {import('@xterm/headless').IBufferLine} line @returns {readonly Cell[]} */
function cellsOf(line) {
	/** @type {Cell[]} */
	const cells = [];
	for (let column = 0; column < line.length; column++) {
		const cell = line.getCell(column);
		// The second half of a wide character has no width of its own.
		if (cell === undefined || cell.getWidth() === 0) continue;
		cells.push({
			text: cell.getChars() || ' ',
			columns: cell.getWidth(),
			fore: cell.isFgPalette() ? String(cell.getFgColor()) : null,
			back: cell.isBgPalette() ? String(cell.getBgColor()) : null,
			bold: cell.isBold() !== 0,
			dim: cell.isDim() !== 0,
			inverse: cell.isInverse() !== 0,
		});
	}
	return cells;
}
