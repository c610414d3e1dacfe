import {createHash} from 'node:crypto';

/** Chance that comes again: the same words, the same draws, on every machine. */
export class Random {
	#state: number;

	constructor(words: string) {
		this.#state = createHash('sha256').update(words).digest().readUInt32LE(0);
	}

	/** From 0 up to, and without, 1: Tommy Ettinger's mulberry32. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	pick<Item>(list: readonly Item[]): Item {
		const item = list[this.below(list.length)];
		if (item === undefined) throw new Error('there is nothing to pick from');
		return item;
	}

	shuffled<Item>(list: readonly Item[]): Item[] {
		return list
			.map(item => [this.next(), item] as const)
			.sort(([one], [other]) => one - other)
			.map(([, item]) => item);
	}

	text(length: number, alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'): string {
		return Array.from({length}, () => this.pick([...alphabet])).join('');
	}
}
