import {type AddressRemark, remarkOn} from '../../credentials/address.ts';
import {providerAt} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {type Answer, line, type TextQuestion, type Verdict} from '../conversation.ts';
import type {Answers} from './answers.ts';
import {asking, given, type Room} from './step.ts';

export type Address = {readonly baseUrl: string; readonly provider: Provider | null};

/** Asks for a base URL and checks it as it is typed. Whether it answers is seen only when something is sent. */
export async function askAddress(answers: Answers, {conversation}: Room, known: Provider | null): Promise<Answer<Address>> {
	const usual = known?.baseUrls[0]?.url ?? '';
	const question: TextQuestion = {
		...asking({...answers, provider: known, baseUrl: null}, true),
		title: known === null ? 'At which address does it answer?' : `At which address does ${known.label} answer?`,
		about: [line('As for ANTHROPIC_BASE_URL: claude adds /v1/messages to it.', 'quiet')],
		start: answers.baseUrl ?? usual,
		example: 'https://gateway.example',
		judge: judgeAddress,
	};
	const answer = await conversation.address(question);
	return answer.kind === 'given' ? given({baseUrl: answer.value, provider: providerAt(answer.value)}) : answer;
}

export function judgeAddress(typed: string): Verdict<string> {
	const text = typed.trim().replace(/(?<=\w)\/+$/, '');
	const remark = remarkOn(text);
	if (remark === null) return {state: 'good', value: text, notice: null};
	if (remark.kind === 'ends-in-v1' && keepsV1(text)) return {state: 'good', value: text, notice: 'Here /v1 belongs to the address.'};
	const message = messageFor(remark);
	const better = 'better' in remark ? remark.better : null;
	return remark.kind === 'ends-in-v1' || remark.kind === 'query'
		? {state: 'doubt', value: text, message, better}
		: {state: 'wrong', message, better};
}

function keepsV1(address: string): boolean {
	return providerAt(address)?.baseUrls.some(({url, keepsV1: keeps}) => keeps && address.startsWith(url)) ?? false;
}

function messageFor(remark: AddressRemark): string {
	switch (remark.kind) {
		case 'empty':
			return 'Nothing was entered yet.';
		case 'no-scheme':
			return 'The beginning is missing: http:// or https://.';
		case 'not-an-address':
			return 'That is no address. It begins with https:// and a host name.';
		case 'space':
			return 'There is a space in it.';
		case 'user-info':
			return 'A user name or password does not belong into the address.';
		case 'key':
			return 'That looks like a key. It is asked for on the next screen, where it is not shown.';
		case 'query':
			return 'What follows ? or # does not belong to a base address.';
		case 'messages-path':
			return 'claude adds /v1/messages itself, so that would go out twice.';
		case 'openai-path':
			return "That is OpenAI's protocol. claude needs the address where the endpoint speaks Anthropic's.";
		case 'ends-in-v1':
			return 'claude adds /v1/messages itself: with this it asks /v1/v1/messages. A few endpoints want that, most do not.';
		case 'plain-http':
			return `http:// sends the key to ${remark.host} unencrypted: everyone on the way can read it. Use https://, or bring it to 127.0.0.1 (ssh -L).`;
	}
}
