import {confirm, input, password} from '@inquirer/prompts';
import type {
	Answer,
	Choice,
	ChooseQuestion,
	Conversation,
	Line,
	Question,
	ReviewQuestion,
	SecretQuestion,
	TextQuestion,
	Verdict,
} from '../commands/conversation.ts';
import type {Secret} from '../credentials/secret.ts';
import {plainFindings} from './plain-findings.ts';
import {plainLines} from './plain-lines.ts';
import {asciiSymbols, unicodeSymbols} from './symbols.ts';

export type PlainOptions = {
	readonly input: NodeJS.ReadableStream;
	/** One for each prompt, which ends it; a terminal that cannot go back gets one that only goes forward. */
	readonly output: () => NodeJS.WritableStream;
	readonly write: (text: string) => void;
	readonly columns: () => number;
	readonly unicode: boolean;
	readonly takeInterrupt: () => AbortSignal;
};

/** The same conversation in lines that stay: a list is written once and answered by a number, nothing is drawn over. */
export function plainConversation({input: stdin, output, write, columns, unicode, takeInterrupt}: PlainOptions): Conversation {
	const symbols = unicode ? unicodeSymbols : asciiSymbols;
	const io = () => ({input: stdin, output: output()});
	// The mark of an answered question is beyond ASCII; where it stays as it is, a terminal that only moves forward need not write it twice.
	const look = unicode ? {} : {theme: {prefix: '?'}};
	const tell = (lines: readonly Line[]) => write(`${plainLines(lines, columns(), symbols).join('\n')}\n`);
	const say = (text: string) => tell([{tone: 'plain', text, label: null}]);
	const head = ({title, about}: Question) =>
		tell([{tone: 'plain', text: '', label: null}, {tone: 'strong', text: title, label: null}, ...about]);
	const ways = ({canGoBack}: Question) => (canGoBack ? ', < goes back' : '');
	const typed = (message: string, start = '') => input({message, ...look, ...(start === '' ? {} : {default: start})}, io());

	async function choose<T>(question: ChooseQuestion<T>): Promise<Answer<T>> {
		head(question);
		list(question.choices, question.choices);
		for (;;) {
			const usual = String(question.start + 1);
			const text = (await typed(`Number${question.size === 'many' ? ' or name' : ''}${ways(question)}:`, usual)).trim();
			if (text === '<' && question.canGoBack) return {kind: 'back'};
			const found = matching(question.choices, text);
			const [only] = found;
			if (only !== undefined && found.length === 1) return {kind: 'given', value: only.value};
			if (found.length === 0) say(`There is no choice ${/^\d+$/.test(text) ? text : 'of that name'}.`);
			else list(found, question.choices);
		}
	}

	function list<T>(shown: readonly Choice<T>[], all: readonly Choice<T>[]): void {
		for (const choice of shown) say(`${all.indexOf(choice) + 1}  ${choice.label}${choice.hint === '' ? '' : ` (${choice.hint})`}`);
	}

	/** What the judge says is written, and what it doubts is asked about. */
	async function judged<T>(question: Question, ask: () => Promise<string>, judge: (text: string) => Verdict<T>): Promise<Answer<T>> {
		for (;;) {
			const text = await ask();
			if (text.trim() === '<' && question.canGoBack) return {kind: 'back'};
			const verdict = judge(text);
			if (verdict.state === 'good') {
				if (verdict.notice !== null) say(verdict.notice);
				return {kind: 'given', value: verdict.value};
			}
			tell([{tone: verdict.state === 'wrong' ? 'bad' : 'warn', text: verdict.message, label: null}]);
			if (verdict.better !== null) say(`Most likely meant: ${verdict.better}`);
			if (verdict.state === 'doubt' && (await confirm({message: 'Use it all the same?', default: false, ...look}, io())))
				return {kind: 'given', value: verdict.value};
		}
	}

	async function secret(question: SecretQuestion): Promise<Answer<Secret>> {
		head(question);
		const {kept, judge} = question;
		const message = `Secret, not shown${kept === null ? '' : ', Enter keeps the one you gave'}${ways(question)}:`;
		const keep = (text: string): Verdict<Secret> =>
			text === '' && kept !== null ? {state: 'good', value: kept, notice: null} : judge(text);
		return judged(question, () => password({message, mask: false, ...look}, io()), keep);
	}

	async function text(question: TextQuestion): Promise<Answer<string>> {
		head(question);
		return judged(question, () => typed(`Text${ways(question)}:`, question.start), question.judge);
	}

	async function review<T>(question: ReviewQuestion<T>): Promise<Answer<T>> {
		head(question);
		for (const entry of question.text) write(`${symbols.show(entry.text)}\n`);
		for (const {key, label} of question.choices) say(`${key}  ${label}`);
		for (;;) {
			const key = (await typed(`Letter${ways(question)}:`)).trim().toLowerCase();
			if (key === '<' && question.canGoBack) return {kind: 'back'};
			const choice = question.choices.find(candidate => candidate.key === key);
			if (choice !== undefined) return {kind: 'given', value: choice.value};
		}
	}

	return {
		choose: question => leaving(() => choose(question)),
		secret: question => leaving(() => secret(question)),
		address: question => leaving(() => text(question)),
		text: question => leaving(() => text(question)),
		confirm: question =>
			leaving(async () => {
				head(question);
				const choices = [question.yes, question.no].map((label, index) => ({value: index === 0, label, hint: ''}));
				return choose({...question, title: '', about: [], choices, start: question.start ? 0 : 1, size: 'few'});
			}),
		review: question => leaving(() => review(question)),
		pick: question =>
			leaving(() => {
				head(question);
				return plainFindings(question, {say, why: ({why}) => tell(why), typed});
			}),
		tell: lines => tell([...lines, {tone: 'plain', text: '', label: null}]),
		async progress(title, work) {
			say(`${title} …`);
			return work(work.length === 0 ? new AbortController().signal : takeInterrupt(), part => say(`  ${part}`));
		},
		handOver: work => work(),
		async outcome(lines) {
			tell([{tone: 'plain', text: '', label: null}, ...lines]);
		},
		close: async () => {},
	};
}

function matching<T>(choices: readonly Choice<T>[], text: string): readonly Choice<T>[] {
	if (text === '') return [];
	if (/^\d+$/.test(text)) return choices.slice(Number(text) - 1, Number(text));
	return choices.filter(({label, hint}) => `${label} ${hint}`.toLowerCase().includes(text.toLowerCase()));
}

/** Ctrl-C at a prompt, or the end of its input. */
async function leaving<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof Error && /^(?:ExitPrompt|AbortPrompt|CancelPrompt)Error$/.test(error.name)) return {kind: 'leave'};
		throw error;
	}
}
