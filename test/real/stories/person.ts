import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {stripVTControlCharacters} from 'node:util';
import {spawn} from '@lydell/node-pty';

/** The built program: this folder's, or another build of it. */
export const cli = process.env['WIZARD_HOMES_CLI'] ?? path.join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js');

/** Somebody at a real terminal who runs the built program, reads what is on the screen and types. */
export class Person {
	#screen = '';
	#code: number | null = null;
	readonly #pty;

	constructor(home: string, args: readonly string[]) {
		if (!existsSync(cli)) throw new Error('dist/ is missing: run `npm run build`');
		this.#pty = spawn(process.execPath, [cli, ...args], {
			cols: 200,
			rows: 50,
			cwd: home,
			env: {HOME: home, PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8'},
		});
		this.#pty.onData(data => {
			this.#screen += data;
		});
		this.#pty.onExit(({exitCode}) => {
			this.#code = exitCode;
		});
	}

	get screen(): string {
		return stripVTControlCharacters(this.#screen);
	}

	type(text: string): void {
		this.#pty.write(text);
	}

	async sees(text: string): Promise<void> {
		await this.#until(() => this.screen.includes(text), `“${text}”`);
	}

	/** The exit code. */
	async ends(): Promise<number> {
		await this.#until(() => this.#code !== null, 'the end');
		return this.#code ?? -1;
	}

	async #until(holds: () => boolean, what: string): Promise<void> {
		for (let left = 800; left > 0; left -= 1) {
			if (holds()) return;
			await new Promise(resolve => setTimeout(resolve, 25));
		}
		throw new Error(`${what} did not come; the screen holds: ${JSON.stringify(this.screen.slice(-800))}`);
	}
}
