import {Secret} from '../../credentials/secret.ts';
import type {ExtraHeader, Provider} from '../../providers/provider.ts';
import {type Answer, line, type Verdict} from '../conversation.ts';
import type {Answers} from './answers.ts';
import {asking, given, type Room, type Step} from './step.ts';

/** Headers of its own that an endpoint wants besides the key, such as the token of the gateway in front of it. */
export const whichHeaders: Step = {
	name: 'which-headers',
	due: ({credential, provider}) => credential === 'router-key' && asked(provider).length > 0,
	async take(answers, room, canGoBack) {
		const headers = asked(answers.provider);
		let so = {...answers, headers: [] as readonly string[], secretHeaders: [] as Answers['secretHeaders']};
		for (let at = 0; at < headers.length; ) {
			const header = headers[at];
			if (header === undefined) break;
			const answer = await one(so, header, room, canGoBack || at > 0);
			if (answer.kind === 'leave' || (answer.kind === 'back' && at === 0)) return answer;
			if (answer.kind === 'given') so = {...so, ...answer.value};
			at += answer.kind === 'given' ? 1 : -1;
		}
		return given(so);
	},
};

/** Those that repeat the key are filled in without a question. */
function asked(provider: Provider | null): readonly ExtraHeader[] {
	return provider?.headers.filter(({value}) => value.kind !== 'key') ?? [];
}

type Headers = Pick<Answers, 'headers' | 'secretHeaders'>;

async function one(
	answers: Answers,
	{name, value, needed}: ExtraHeader,
	{conversation}: Room,
	canGoBack: boolean,
): Promise<Answer<Headers>> {
	const question = {
		...asking(answers, canGoBack),
		title: `${answers.provider?.label} reads a header of its own: ${name}`,
		about: [line(`Here goes ${value.what}.${needed ? '' : ' Leave it empty where it asks for none.'}`, 'quiet')],
	};
	const {headers, secretHeaders} = answers;
	if (value.kind === 'text') {
		const text = await conversation.text({...question, start: '', example: '', judge: typed => judgeText(typed, needed)});
		return text.kind === 'given'
			? given({headers: text.value === '' ? headers : [...headers, `${name}: ${text.value}`], secretHeaders})
			: text;
	}
	const secret = await conversation.secret({...question, kept: null, judge: typed => judgeValue(typed, value.before, needed)});
	if (secret.kind !== 'given') return secret;
	const others = secretHeaders.filter(other => other.name !== name);
	return given({headers, secretHeaders: secret.value.equals(nothing) ? others : [...others, {name, secret: secret.value}]});
}

const nothing = new Secret('');

function judgeText(typed: string, needed: boolean): Verdict<string> {
	const text = typed.trim();
	if (text === '' && needed) return {state: 'wrong', message: 'Nothing was entered yet.', better: null};
	return /[^\x20-\x7E]/.test(text)
		? {state: 'wrong', message: 'There are letters in it that no header can carry.', better: null}
		: {state: 'good', value: text, notice: null};
}

/** The word before it is added where it was not copied along. */
function judgeValue(typed: string, before: string, needed: boolean): Verdict<Secret> {
	const judged = judgeText(typed, needed);
	if (judged.state !== 'good') return judged.state === 'wrong' ? judged : {...judged, value: nothing};
	const text = judged.value;
	return {state: 'good', value: text === '' ? nothing : new Secret(text.startsWith(before) ? text : `${before}${text}`), notice: null};
}
