import type {Captured} from '../../gateway/capture.ts';
import type {Context} from '../command.ts';
import {type Page, pageFor} from '../page.ts';
import {requestText, strangeText} from './request-text.ts';
import {type ShownRequest, shownRequest} from './shown-request.ts';

/** What is held back of a long session; of the rest only the number is told. */
const most = 500;

/** Tells what came, at once or when a program gives the terminal back: a request whose credentials were seen before takes few words. */
export class Recorder {
	requests = 0;
	/** Those that ask a model something. */
	prompts = 0;
	readonly #context: Pick<Context, 'out' | 'err'>;
	readonly #page: Page;
	readonly #json: boolean;
	/** Null where everything is told at once. */
	#held: (() => void)[] | null;
	#left = 0;
	/** The first request with these credentials, by what is shown of them. */
	readonly #known = new Map<string, number>();

	constructor(context: Pick<Context, 'out' | 'err' | 'terminal'>, {json, held}: {readonly json: boolean; readonly held: boolean}) {
		this.#context = context;
		this.#page = pageFor(context.terminal);
		this.#json = json;
		this.#held = held ? [] : null;
	}

	take(captured: Captured, url: string): void {
		if (captured.kind === 'strange') {
			this.#tell(() => this.#context.err(strangeText(captured.what, url, this.#page)));
			return;
		}
		this.requests += 1;
		if (captured.arrival.got.shape.messages) this.prompts += 1;
		const request = shownRequest(this.requests, captured);
		const like = this.#json ? null : this.#like(request);
		const text = this.#json ? JSON.stringify(request) : `${requestText(request, like, this.#page)}\n`;
		this.#tell(() => this.#context.out(text));
	}

	/** Tells what was held back. */
	release(): void {
		const held = this.#held ?? [];
		this.#held = null;
		for (const tell of held) tell();
		if (this.#left > 0) this.#context.err(`${this.#left} more are not shown.`);
	}

	#tell(tell: () => void): void {
		if (this.#held === null) tell();
		else if (this.#held.length < most) this.#held.push(tell);
		else this.#left += 1;
	}

	#like({number, credentials}: ShownRequest): number | null {
		const key = JSON.stringify(credentials);
		const before = this.#known.get(key);
		if (before === undefined && this.#known.size < most) this.#known.set(key, number);
		return before ?? null;
	}
}
