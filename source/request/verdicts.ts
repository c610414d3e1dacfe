import type {Fact} from '../places/fact.ts';
import type {Judged} from './request.ts';

/** Collects, while a request is worked out, what became of every fact. The first reason given for a loser is the one kept. */
export class Verdicts {
	readonly #judged = new Map<Fact, Judged>();

	won(fact: Fact, reason: string): void {
		this.#judged.set(fact, {fact, state: fact.state, wins: true, reason});
	}

	lost(fact: Fact, reason: string): void {
		if (!this.#judged.has(fact)) this.#judged.set(fact, {fact, state: fact.state, wins: false, reason});
	}

	ignored(fact: Fact, reason: string): void {
		if (!this.#judged.has(fact))
			this.#judged.set(fact, {fact, state: fact.state === 'unreadable' ? 'unreadable' : 'ignored', wins: false, reason});
	}

	of(fact: Fact): Judged | undefined {
		return this.#judged.get(fact);
	}
}
