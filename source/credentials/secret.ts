import {inspect} from 'node:util';
import {knownPrefix} from './known-prefixes.ts';

/**
 * Text that prints masked everywhere: in templates, JSON, console and error objects. `reveal()` is the only exit, so a search
 * for it finds every place where a secret leaves the program.
 */
export class Secret {
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	reveal(): string {
		return this.#text;
	}

	get length(): number {
		return this.#text.length;
	}

	equals(other: Secret): boolean {
		// Not other.#text: the screens are built with a copy of this class of their own.
		return this.#text === other.reveal();
	}

	toString(): string {
		return mask(this.#text);
	}

	toJSON(): string {
		return mask(this.#text);
	}

	[inspect.custom](): string {
		return `Secret(${mask(this.#text)})`;
	}
}

/** A known prefix and the last four characters, only where the rest stays long enough to guess nothing from. */
export function mask(text: string): string {
	const trimmed = text.trim();
	if (trimmed === '') return '';
	if (trimmed.length < 20) return '••••';
	const tail = trimmed.slice(-4);
	return `${knownPrefix(trimmed)}…${/^[\w-]+$/.test(tail) ? tail : ''}`;
}
