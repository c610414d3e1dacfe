import {lstatSync, readdirSync, readFileSync, readlinkSync} from 'node:fs';
import path from 'node:path';

/** What a home held at one moment: kinds, modes, bytes, links. The wizard's own state is not the user's. */
export class Disk {
	readonly #files = new Map<string, string>();
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
		for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
			if (/^\.local\/state|^\.cache|^work\/\.git\/|^\.zcompdump/.test(name)) continue;
			const file = path.join(folder, name);
			const stat = lstatSync(file);
			if (stat.isDirectory()) continue;
			const content = stat.isSymbolicLink() ? readlinkSync(file) : readFileSync(file, 'latin1');
			this.#files.set(name, `${(stat.mode & 0o7777).toString(8)} ${stat.isSymbolicLink() ? '-> ' : ''}${content}`);
		}
	}

	get names(): readonly string[] {
		return [...this.#files.keys()];
	}

	has(name: string): boolean {
		return this.#files.has(name);
	}

	/** Mode and content. */
	whole(name: string): string | undefined {
		return this.#files.get(name);
	}

	mode(name: string): number {
		return Number.parseInt(this.#files.get(name) ?? '0', 8);
	}

	/** The text as it was then, through links. */
	read(name: string): string | null {
		const whole = this.#files.get(name);
		if (whole === undefined) return null;
		const content = whole.slice(whole.indexOf(' ') + 1);
		if (!content.startsWith('-> ')) return Buffer.from(content, 'latin1').toString(content.startsWith('\u00FF\u00FE') ? 'utf16le' : 'utf8');
		return this.read(path.relative(this.#folder, path.resolve(this.#folder, path.dirname(name), content.slice(3))));
	}
}
