import {type AddressRemark, remarkOn} from '../../credentials/address.ts';
import type {Directory} from '../../providers/directory.ts';
import {builtIn} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {addressTraps} from '../../providers/traps.ts';
import {type Answer, line, type TextQuestion, type Verdict} from '../conversation.ts';
import type {Answers} from './answers.ts';
import {asking, given, type Room} from './step.ts';

export type Address = {readonly baseUrl: string; readonly provider: Provider | null};

/** Asks for a base URL and checks it as it is typed. Whether it answers is seen only when something is sent. */
export async function askAddress(answers: Answers, {conversation, directory}: Room, known: Provider | null): Promise<Answer<Address>> {
	const usual = known?.baseUrls[0]?.url ?? '';
	const question: TextQuestion = {
		...asking({...answers, provider: known, baseUrl: null}, true),
		title: known === null ? 'At which address does it answer?' : `At which address does ${known.label} answer?`,
		about: [line('As for ANTHROPIC_BASE_URL: claude adds /v1/messages to it.', 'quiet')],
		start: answers.baseUrl ?? usual,
		example: 'https://gateway.example',
		judge: text => judgeAddress(text, directory),
	};
	const answer = await conversation.address(question);
	return answer.kind === 'given' ? given({baseUrl: answer.value, provider: directory.at(answer.value)}) : answer;
}

export function judgeAddress(typed: string, directory: Directory = builtIn): Verdict<string> {
	const text = typed.trim().replace(/(?<=\w)\/+$/, '');
	const remark = remarkOn(text);
	if (remark !== null && isNoAddress(remark)) return {state: 'wrong', message: messageFor(remark), better: betterOf(remark)};
	const [trap] = addressTraps(text, directory).filter(({weight}) => weight !== 'note');
	const never = trap?.weight === 'wrong' || (remark !== null && neverRight(remark));
	if (trap !== undefined)
		return never
			? {state: 'wrong', message: trap.says, better: trap.better}
			: {state: 'doubt', value: text, message: trap.says, better: trap.better};
	if (remark === null) return {state: 'good', value: text, notice: null};
	const documented = directory.near(text).some(({match}) => match.kind === 'same');
	if (remark.kind === 'ends-in-v1' && documented) return {state: 'good', value: text, notice: 'Here /v1 belongs to the address.'};
	const message = messageFor(remark);
	return never ? {state: 'wrong', message, better: betterOf(remark)} : {state: 'doubt', value: text, message, better: betterOf(remark)};
}

function betterOf(remark: AddressRemark): string | null {
	return 'better' in remark ? remark.better : null;
}

/** Nothing can be known of it before this is put right. */
function isNoAddress({kind}: AddressRemark): boolean {
	return ['empty', 'no-scheme', 'not-an-address', 'user-info', 'key'].includes(kind);
}

function neverRight({kind}: AddressRemark): boolean {
	return kind !== 'ends-in-v1' && kind !== 'query';
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
