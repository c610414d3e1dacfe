import process from 'node:process';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

export type ScreenOptions = {
	readonly env: Readonly<Record<string, string>>;
	readonly cwd: string;
	readonly columns?: number;
	readonly rows?: number;
};

/** A person in front of a terminal: sees the screen as it is drawn, waits for words, presses keys, pastes as a terminal does. */
export class Screen {
	/** Every byte the terminal ever received. */
	raw = '';
	code: number | null = null;
	readonly #pty: IPty;
	readonly #terminal: InstanceType<typeof xterm.Terminal>;
	readonly #ended: Promise<void>;
	#marksPastes = false;

	constructor(program: string, args: readonly string[], {env, cwd, columns = 80, rows = 24}: ScreenOptions) {
		this.#terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
		this.#pty = spawn(program, [...args], {cols: columns, rows, cwd, env: {...env}});
		this.#pty.onData(data => {
			this.raw += data;
			this.#terminal.write(data);
			// claude and fish ask the terminal who it is.
			if (/\x1b\[0?c/.test(data)) this.#pty.write('\x1b[?1;2c');
			const modes = data.match(/\x1b\[\?2004[hl]/g);
			if (modes !== null) this.#marksPastes = modes.at(-1) === '\x1b[?2004h';
		});
		this.#ended = new Promise(resolve =>
			this.#pty.onExit(({exitCode}) => {
				this.code = exitCode;
				resolve();
			}),
		);
	}

	get pid(): number {
		return this.#pty.pid;
	}

	/** All lines, also those that were scrolled out of sight. */
	text(): string {
		const {active} = this.#terminal.buffer;
		return Array.from({length: active.length}, (_, row) => active.getLine(row)?.translateToString(true) ?? '')
			.join('\n')
			.trimEnd();
	}

	/** What is in sight. */
	visible(): string {
		const {active} = this.#terminal.buffer;
		return Array.from({length: this.#terminal.rows}, (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '')
			.join('\n')
			.trimEnd();
	}

	async until(pattern: RegExp, what = String(pattern)): Promise<string> {
		await this.#poll(() => pattern.test(this.text()), what);
		return this.text();
	}

	/** Until it stands at the end: what is drawn over it counts no more. */
	async sees(pattern: RegExp, what = String(pattern)): Promise<string> {
		await this.#poll(() => pattern.test(this.visible()), what);
		return this.visible();
	}

	/** Keys count only once the terminal is raw, which is when pastes are marked. */
	async ready(): Promise<void> {
		await this.#poll(() => this.#marksPastes, 'a program that reads keys');
	}

	type(text: string): void {
		this.#pty.write(text);
	}

	press(...keys: readonly (keyof typeof sequences)[]): void {
		for (const key of keys) this.#pty.write(sequences[key]);
	}

	paste(text: string): void {
		this.#pty.write(this.#marksPastes ? `\x1b[200~${text}\x1b[201~` : text);
	}

	resize(columns: number, rows: number): void {
		this.#terminal.resize(columns, rows);
		this.#pty.resize(columns, rows);
	}

	async end(): Promise<number> {
		const limit = setTimeout(() => this.#pty.kill(), 60_000);
		await this.#ended;
		clearTimeout(limit);
		// What came last is drawn a moment later.
		await new Promise<void>(resolve => this.#terminal.write('', resolve));
		return this.code ?? -1;
	}

	kill(): void {
		if (this.code === null) this.#pty.kill();
	}

	async #poll(holds: () => boolean, what: string): Promise<void> {
		const until = Date.now() + 90_000;
		while (Date.now() < until) {
			if (holds()) return;
			if (this.code !== null && !holds()) break;
			await new Promise(resolve => setTimeout(resolve, 15));
		}
		if (holds()) return;
		throw new Error(`${what} did not come${this.code === null ? '' : ` (ended with ${this.code})`}; the screen holds:\n${this.text()}`);
	}
}

const sequences = {
	up: '\x1b[A',
	down: '\x1b[B',
	enter: '\r',
	escape: '\x1b',
	tab: '\t',
	interrupt: '\x03',
	space: ' ',
	clear: '\x15',
} as const;

/** An environment made from nothing, for a program in a home of its own. */
export function homeEnvironment(home: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
	return {HOME: home, PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', SHELL: '/bin/bash', ...more};
}
