import {answersMessages} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {speaks} from '../../providers/speaks.ts';
import {type Answer, type Choice, line} from '../conversation.ts';
import {type Answers, askingService, holding, hostOf, pointingAt} from './answers.ts';
import {otherService} from './other-service.ts';
import {pointTo} from './point-to.ts';
import {asking, given, type Room, type Step} from './step.ts';

/**
 * Before any proxy: which service it asks. Many that people know by OpenAI's protocol answer claude by themselves as well, and then a
 * proxy is only one more thing that can break.
 */
export const whichService: Step = {
	name: 'which-service',
	// Whoever came by an endpoint that needs a proxy has said it; whoever was told here that none is needed may come back.
	due: ({credential, holds, service}) =>
		service === null || holds !== 'router-key' ? credential === 'proxy-key' || (credential === 'router-key' && service !== null) : false,
	async take(before, room, canGoBack) {
		const answers = before.credential === 'proxy-key' ? before : holding(before, 'proxy-key');
		for (;;) {
			const choices = offered(room);
			const answer = await room.conversation.choose({
				...asking({...answers, baseUrl: null, service: null}, canGoBack),
				title: 'Which service does the proxy ask?',
				about: [line('Many answer claude by themselves. Then no proxy is needed.', 'quiet')],
				choices,
				start: Math.max(
					0,
					choices.findIndex(({value}) => typeof value === 'object' && value.id === answers.service?.id),
				),
				size: 'many',
			});
			if (answer.kind !== 'given') return answer;
			if (answer.value === 'running') return given(askingService(answers, null));
			const settled = answer.value === 'typed' ? await typedService(answers, room) : await known(answer.value, answers, room);
			if (settled.kind !== 'back') return settled;
		}
	},
};

function offered({directory}: Room): readonly Choice<Provider | 'running' | 'typed'>[] {
	const services = directory.all.filter(({kind}) => kind === 'gateway' || kind === 'local' || kind === 'openai-only');
	const rank = (provider: Provider) => (speaks(provider) === 'openai' ? 0 : 1);
	return [
		{value: 'running', label: 'I have a proxy that is set up', hint: 'whatever it asks'},
		{value: 'typed', label: 'A service that is not in this list', hint: 'you type its address'},
		...services
			.filter(({id}) => id !== 'custom-gateway')
			.toSorted((one, other) => rank(one) - rank(other))
			.map(provider => ({value: provider, label: provider.label, hint: hintOf(provider)})),
	];
}

function hintOf(provider: Provider): string {
	return answersMessages(provider) ? 'answers claude itself' : 'needs a proxy';
}

function known(provider: Provider, answers: Answers, room: Room): Promise<Answer<Answers>> {
	if (speaks(provider) === 'openai') return Promise.resolve(given(askingService(answers, provider)));
	return withoutProxy(provider.label, provider, answers, room, direct => pointTo(provider, direct, room));
}

async function typedService(answers: Answers, room: Room): Promise<Answer<Answers>> {
	const other = await otherService(answers, room);
	if (other.kind !== 'given') return other;
	switch (other.value.kind) {
		case 'known':
			return known(other.value.provider, answers, room);
		case 'needs-proxy':
			return given(askingService(answers, null, other.value.address));
		case 'answers-claude': {
			const {base} = other.value;
			return withoutProxy(hostOf(base), room.directory.named('custom-gateway'), answers, room, async direct =>
				given(pointingAt(direct, null, base)),
			);
		}
	}
}

/** The service itself becomes the endpoint, as for any router key. */
async function withoutProxy(
	label: string,
	service: Provider | null,
	answers: Answers,
	room: Room,
	point: (direct: Answers) => Promise<Answer<Answers>>,
): Promise<Answer<Answers>> {
	const decided = await room.conversation.choose<'direct' | 'proxy'>({
		...asking(answers, true),
		title: `${label} answers claude itself`,
		about: [line('It speaks the protocol that claude speaks, so no proxy is needed.', 'good')],
		choices: [
			{value: 'direct', label: 'Set it up without a proxy', hint: 'nothing to start, nothing to keep running'},
			{value: 'proxy', label: 'Use a proxy all the same', hint: 'such as one of your company'},
		],
		start: 0,
		size: 'few',
	});
	if (decided.kind !== 'given') return decided;
	// Its address for claude is not the one for OpenAI's protocol, so that is asked for.
	if (decided.value === 'proxy') return given(askingService(answers, service));
	const pointed = await point(holding(answers, 'router-key'));
	return pointed.kind === 'given' ? given({...pointed.value, holds: answers.holds, service}) : pointed;
}
