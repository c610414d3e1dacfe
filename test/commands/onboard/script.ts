import type {
	Answer,
	ChooseQuestion,
	Conversation,
	Line,
	PickQuestion,
	ReviewQuestion,
	SecretQuestion,
	TextQuestion,
} from '../../../source/commands/conversation.ts';

export type Said = string | {readonly back: true} | {readonly leave: true};

/** Somebody whose answers are known beforehand: a list to answer from, and a record of everything that was asked and shown. */
export class Script implements Conversation {
	readonly asked: string[] = [];
	readonly shown: string[] = [];
	readonly handed: string[] = [];
	readonly #answers: Said[];

	constructor(answers: readonly Said[]) {
		this.#answers = [...answers];
	}

	get left(): number {
		return this.#answers.length;
	}

	async choose<T>(question: ChooseQuestion<T>): Promise<Answer<T>> {
		return this.#take(question.title, said => {
			const found = said === '' ? question.choices[question.start] : question.choices.find(({label}) => label.includes(said));
			if (found === undefined) throw new Error(`“${question.title}” has no choice “${said}”: ${question.choices.map(({label}) => label)}`);
			return found.value;
		});
	}

	async secret({title, judge, kept}: SecretQuestion) {
		return this.#take(title, said => (said === '' && kept !== null ? kept : judged(title, judge(said))));
	}

	async address({title, judge, start}: TextQuestion) {
		return this.#take(title, said => judged(title, judge(said === '' ? start : said)));
	}

	text(question: TextQuestion) {
		return this.address(question);
	}

	async confirm({title}: {readonly title: string}) {
		return this.#take(title, said => said === 'yes');
	}

	async review<T>({title, about, text, choices}: ReviewQuestion<T>): Promise<Answer<T>> {
		this.shown.push(...[...about, ...text].map(line => line.text));
		return this.#take(title, said => {
			const found = choices.find(({key}) => key === said);
			if (found === undefined) throw new Error(`“${title}” has no key “${said}”`);
			return found.value;
		});
	}

	/** Answers with the keys to switch off, by parts of their labels; all the others stay on. */
	async pick({title, items}: PickQuestion): Promise<Answer<readonly string[]>> {
		this.shown.push(...items.flatMap(({label, why, diff}) => [label, ...why.map(({text}) => text), ...diff.map(({text}) => text)]));
		return this.#take(title, said => {
			const off = items.filter(({label}) => said !== '' && label.includes(said)).map(({key}) => key);
			return items
				.filter(({key, needs, diff}) => diff.length > 0 && ![key, needs].some(name => name !== null && off.includes(name)))
				.map(({key}) => key);
		});
	}

	tell(lines: readonly Line[]): void {
		this.shown.push(...lines.map(({label, text}) => (label === null ? text : `${label}: ${text}`)));
	}

	progress<T>(_: string, work: (signal: AbortSignal, say: (text: string) => void) => Promise<T>): Promise<T> {
		return work(new AbortController().signal, () => {});
	}

	async handOver<T>(work: () => Promise<T>): Promise<T> {
		return work();
	}

	async outcome(lines: readonly Line[]): Promise<void> {
		this.tell(lines);
	}

	async close(): Promise<void> {}

	#take<T>(title: string, given: (said: string) => T): Answer<T> {
		this.asked.push(title);
		const said = this.#answers.shift();
		if (said === undefined) throw new Error(`no answer is left for “${title}”`);
		if (typeof said !== 'string') return {kind: 'back' in said ? 'back' : 'leave'};
		return {kind: 'given', value: given(said)};
	}
}

function judged<T>(title: string, verdict: {readonly state: string; readonly value?: T; readonly message?: string}): T {
	if (verdict.value === undefined) throw new Error(`“${title}”: ${verdict.message}`);
	return verdict.value;
}
