import {speaksMessages} from '../../claude/speaks-messages.ts';
import {remarkOn} from '../../credentials/address.ts';
import {answersMessages} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {type Answer, line, type Verdict} from '../conversation.ts';
import {type Answers, hostOf} from './answers.ts';
import {asking, given, type Room} from './step.ts';

/** What is known of a service whose address was typed: a provider, an address at which it answers claude, or that it needs a proxy. */
export type OtherService =
	| {readonly kind: 'known'; readonly provider: Provider}
	| {readonly kind: 'answers-claude'; readonly base: string}
	| {readonly kind: 'needs-proxy'; readonly address: string};

/** Asks for the address of a service that is not in the list, and, with consent, the service itself which protocol it speaks. */
export async function otherService(answers: Answers, {conversation, directory, machine}: Room): Promise<Answer<OtherService>> {
	const typed = await conversation.address({
		...asking(answers, true),
		title: 'At which address does the service answer?',
		about: [line('As for OPENAI_BASE_URL. It is the service itself, not a proxy in front of it.', 'quiet')],
		start: '',
		example: 'https://llm.example/v1',
		judge: judgeService,
	});
	if (typed.kind !== 'given') return typed;
	const known = directory.at(typed.value);
	if (known !== null && (answersMessages(known) || known.kind === 'openai-only')) return given({kind: 'known', provider: known});
	const host = hostOf(typed.value);
	const agreed = await conversation.confirm({
		...asking(answers, true),
		title: `Ask ${host} whether it answers claude?`,
		about: [line('A few small requests without any key. If it does, no proxy is needed.', 'quiet')],
		yes: 'Yes, ask it',
		no: 'No, go on with a proxy',
		start: true,
	});
	if (agreed.kind !== 'given') return agreed;
	if (!agreed.value) return given({kind: 'needs-proxy', address: typed.value});
	const spoken = await conversation.progress(`Asking ${host}, without a key`, signal =>
		speaksMessages(machine, typed.value, {timeout, signal}),
	);
	switch (spoken.state) {
		case 'yes':
			return given({kind: 'answers-claude', base: spoken.base});
		case 'no':
			conversation.tell([line(`${host} does not answer claude, so a proxy has to translate.`, 'warn')]);
			return given({kind: 'needs-proxy', address: typed.value});
		case 'unknown':
			conversation.tell([line(`${host} did not tell without a key. Its manual may: look for "Anthropic" or "Messages API".`, 'warn')]);
			return given({kind: 'needs-proxy', address: typed.value});
	}
}

const timeout = 8000;

/** Paths of OpenAI's protocol are right here. */
export function judgeService(typed: string): Verdict<string> {
	const text = typed.trim().replace(/(?<=\w)\/+$/, '');
	const remark = remarkOn(text);
	switch (remark?.kind) {
		case 'empty':
			return {state: 'wrong', message: 'Nothing was entered yet.', better: null};
		case 'no-scheme':
			return {state: 'wrong', message: 'The beginning is missing: http:// or https://.', better: remark.better};
		case 'not-an-address':
		case 'space':
		case 'user-info':
		case 'key':
			return {state: 'wrong', message: 'That is no address. It begins with https:// and a host name.', better: null};
		case 'openai-path':
			return {state: 'good', value: text.replace(/\/(?:chat\/completions|completions|responses|models)$/, ''), notice: null};
		case 'query':
		case 'messages-path':
			return {state: 'good', value: remark.better, notice: null};
		case 'ends-in-v1':
		case 'plain-http':
		case undefined:
			return {state: 'good', value: text, notice: null};
	}
}
