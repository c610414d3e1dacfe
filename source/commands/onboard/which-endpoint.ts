import type {Directory} from '../../providers/directory.ts';
import {answersMessages} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {usualAddress} from '../../providers/usual-address.ts';
import type {Choice} from '../conversation.ts';
import {type Answers, holding, hostOf} from './answers.ts';
import {pointTo} from './point-to.ts';
import {recogniseSecret} from './recognise-secret.ts';
import {asking, type Step} from './step.ts';

/** Whose key it is: one of all that are known, or an address of its own. */
export const whichEndpoint: Step = {
	name: 'which-endpoint',
	// It may have led to a proxy, and is gone back to from there.
	due: ({credential, holds, service}) =>
		credential === 'router-key'
			? service === null || holds === 'router-key'
			: credential === 'proxy-key' && holds === 'router-key' && service !== null,
	async take(before, room, canGoBack) {
		const answers = before.credential === 'router-key' ? before : holding(before, 'router-key');
		for (;;) {
			const choices = offered(answers, room.directory);
			const start = answers.provider === null ? 0 : choices.findIndex(({value}) => value !== 'other' && value.id === answers.provider?.id);
			const answer = await room.conversation.choose({
				...asking({...answers, provider: null, baseUrl: null}, canGoBack),
				title: 'Whose key is it?',
				choices,
				start: Math.max(0, start),
				size: 'many',
			});
			if (answer.kind !== 'given') return answer;
			const pointed = await pointTo(answer.value === 'other' ? null : answer.value, answers, room);
			if (pointed.kind !== 'back') return pointed;
		}
	},
};

/** What the shape of a pasted key speaks for comes first, then what most people have; what claude cannot ask by itself comes last. */
function offered({secret}: Answers, {all}: Directory): readonly Choice<Provider | 'other'>[] {
	const likely = (secret === null ? null : recogniseSecret(secret))?.shape.providers ?? [];
	const rank = (provider: Provider) => (likely.includes(provider.id) ? 0 : answersMessages(provider) ? 1 : 2);
	return [
		{value: 'other', label: 'Another address', hint: 'a gateway or relay: you type it'},
		...all
			.filter(({id}) => id !== 'custom-gateway')
			.toSorted((one, other) => rank(one) - rank(other))
			.map(provider => ({value: provider, label: provider.label, hint: hintOf(provider)})),
	];
}

function hintOf(provider: Provider): string {
	const {kind} = provider;
	if (kind === 'first-party') return 'no router: set up as what it is';
	if (kind === 'cloud') return 'has switches of its own';
	if (kind === 'openai-only') return 'needs a proxy that translates';
	const usual = usualAddress(provider);
	switch (usual.kind) {
		case 'one':
			return hostOf(usual.url);
		case 'likely':
			return `${hostOf(usual.url)}, on this computer`;
		case 'choose':
			return `${hostOf(usual.from[0]?.url ?? '')} and ${usual.from.length - 1} more`;
		case 'fill-in':
			return 'at an address of your own there';
		case 'unknown':
			return 'wherever it is run';
	}
}
