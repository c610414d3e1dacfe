import {answersMessages} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {speaks} from '../../providers/speaks.ts';
import {usualAddress} from '../../providers/usual-address.ts';
import {type Answer, line} from '../conversation.ts';
import {type Answers, askingService, holding, pointingAt} from './answers.ts';
import {askAddress} from './ask-address.ts';
import {asking, given, type Room} from './step.ts';
import {whichAddress} from './which-address.ts';

/** From the endpoint that was chosen to its address: asked for where only the user knows it. Null stands for an address that is typed. */
export async function pointTo(provider: Provider | null, answers: Answers, room: Room): Promise<Answer<Answers>> {
	if (provider === null) return typedAddress(null, answers, room);
	switch (speaks(provider)) {
		case 'openai':
			return throughProxy(provider, answers, room);
		case 'cloud':
			room.conversation.tell([
				line(`${provider.label} takes no base URL: it has switches of its own. ${provider.docs ?? ''}`.trim(), 'warn'),
			]);
			return {kind: 'back'};
		case 'anthropic':
			break;
	}
	if (provider.kind === 'first-party') return given(holding(answers, provider.auth === 'bearer' ? 'subscription' : 'console-key'));
	const usual = usualAddress(provider);
	switch (usual.kind) {
		case 'one':
			return given(pointingAt(answers, provider, usual.url));
		case 'choose': {
			const chosen = await whichAddress(provider, usual.from, answers, room);
			if (chosen.kind !== 'given') return chosen;
			return chosen.value === null ? typedAddress(provider, answers, room) : given(pointingAt(answers, provider, chosen.value));
		}
		case 'likely':
		case 'fill-in':
		case 'unknown':
			return typedAddress(provider, answers, room);
	}
}

async function typedAddress(known: Provider | null, answers: Answers, room: Room): Promise<Answer<Answers>> {
	const typed = await askAddress(answers, room, known);
	if (typed.kind !== 'given') return typed;
	const {baseUrl, provider} = typed.value;
	return given(pointingAt(answers, provider !== null && answersMessages(provider) ? provider : known, baseUrl));
}

/** The key stays with the proxy, so what was pasted is not what claude sends. */
async function throughProxy(provider: Provider, answers: Answers, {conversation}: Room): Promise<Answer<Answers>> {
	const decided = await conversation.choose<'proxy' | 'again'>({
		...asking(answers, true),
		title: `${provider.label} speaks OpenAI's protocol alone`,
		about: [line('claude cannot ask it by itself: a proxy has to translate, and keeps the key.', 'warn')],
		choices: [
			{value: 'proxy', label: 'Set it up with a proxy', hint: 'LiteLLM, claude-code-router and others'},
			{value: 'again', label: 'Choose another endpoint', hint: ''},
		],
		start: 0,
		size: 'few',
	});
	if (decided.kind !== 'given') return decided;
	return decided.value === 'again'
		? {kind: 'back'}
		: given({...askingService(holding(answers, 'proxy-key'), provider), holds: 'router-key'});
}
