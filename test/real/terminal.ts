import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {stripVTControlCharacters} from 'node:util';
import {spawn} from '@lydell/node-pty';
import {childEnvironment, freshFolder, type RealShell} from './real-shells.ts';

/** How each shell starts at a prompt; their own startup files are not there, the home being a fresh one. */
const interactive: Readonly<Record<string, readonly string[]>> = {
	bash: ['--norc', '--noprofile', '-i'],
	zsh: ['-f', '-i'],
	fish: ['-i'],
	dash: ['-i'],
	busybox: ['sh', '-i'],
	yash: ['-i'],
	ksh: ['-i'],
	mksh: ['-i'],
	tcsh: ['-f'],
	'bsd-csh': ['-f'],
	nu: ['-i'],
	elvish: [],
	xonsh: ['-i', '--no-rc'],
};

/** A person at a prompt: types, pastes as a terminal does, and looks at the screen. */
export class Terminal {
	readonly home = freshFolder();
	screen = '';
	readonly #pty;
	readonly #ended: Promise<void>;
	#pasteBracketed = false;

	constructor(real: RealShell) {
		mkdirSync(path.join(this.home, '.config', 'nushell'), {recursive: true});
		// Nushell writes its defaults first, and greets, where these are missing.
		writeFileSync(path.join(this.home, '.config', 'nushell', 'config.nu'), '$env.config.show_banner = false\n');
		writeFileSync(path.join(this.home, '.config', 'nushell', 'env.nu'), '');
		this.#pty = spawn(real.path ?? real.program, [...(interactive[real.program] ?? [])], {
			cols: 300,
			rows: 60,
			cwd: this.home,
			env: childEnvironment(this.home),
		});
		this.#ended = new Promise(resolve => this.#pty.onExit(() => resolve()));
		this.#pty.onData(data => {
			this.screen += data;
			// Shells ask the terminal who it is and where its cursor stands, and wait for the answer.
			if (data.includes('\x1b[6n')) this.#pty.write('\x1b[1;1R');
			if (/\x1b\[0?c/.test(data)) this.#pty.write('\x1b[?1;2c');
			const modes = data.match(/\x1b\[\?2004[hl]/g);
			if (modes !== null) this.#pasteBracketed = modes.at(-1) === '\x1b[?2004h';
		});
	}

	type(text: string): void {
		this.#pty.write(text);
	}

	paste(text: string): void {
		const lines = text.replaceAll('\n', '\r');
		this.#pty.write(this.#pasteBracketed ? `\x1b[200~${lines}\x1b[201~\r` : `${lines}\r`);
	}

	/** What is on the screen since `from`, without its colours. */
	text(from = 0): string {
		return stripVTControlCharacters(this.screen.slice(from));
	}

	async until(holds: () => boolean, what: string): Promise<void> {
		for (let left = 600; left > 0; left -= 1) {
			if (holds()) return;
			await new Promise(resolve => setTimeout(resolve, 25));
		}
		throw new Error(`${what} did not come; the screen holds: ${JSON.stringify(this.text().slice(-600))}`);
	}

	/** Until nothing more is drawn: shells draw a prompt in pieces, and say in no common way that they are done. */
	async prompt(): Promise<void> {
		let before = -1;
		let since = Date.now();
		await this.until(() => {
			if (this.screen.length !== before || this.screen.length === 0) {
				before = this.screen.length;
				since = Date.now();
			}
			return Date.now() - since > 200;
		}, 'a prompt');
	}

	/** The environment a child gets, through a file: it must not be on the screen. */
	async environment(real: RealShell, name: string): Promise<Record<string, string>> {
		const file = path.join(this.home, `${name}.json`);
		const program = path.join(this.home, 'dump.mjs');
		writeFileSync(
			program,
			"import {renameSync, writeFileSync} from 'node:fs';\nconst file = process.argv[2];\nwriteFileSync(`${file}~`, JSON.stringify(process.env));\nrenameSync(`${file}~`, file);\n",
		);
		this.type(`${real.call}${process.execPath} ${program} ${file}\r`);
		await this.until(() => existsSync(file), name);
		return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
	}

	async leave(): Promise<void> {
		this.type('exit\r');
		const limit = setTimeout(() => this.#pty.kill(), 5000);
		await this.#ended;
		clearTimeout(limit);
	}

	/** Files of the home that hold the text, histories among them. */
	filesWith(text: string, folder: string = this.home): readonly string[] {
		return readdirSync(folder).flatMap(name => {
			const file = path.join(folder, name);
			const stat = statSync(file, {throwIfNoEntry: false});
			if (stat?.isDirectory()) return this.filesWith(text, file);
			return stat?.isFile() && !name.endsWith('.json') && readFileSync(file, 'latin1').includes(text) ? [file] : [];
		});
	}
}
