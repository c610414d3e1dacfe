import {endpoints} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import type {Choice} from '../conversation.ts';
import {hostOf, pointingAt} from './answers.ts';
import {askAddress} from './ask-address.ts';
import {asking, given, type Step} from './step.ts';

/** Whose key it is: one of the list, or an address of its own. */
export const whichEndpoint: Step = {
	name: 'which-endpoint',
	due: ({credential}) => credential === 'router-key',
	async take(answers, room, canGoBack) {
		for (;;) {
			const choices: Choice<Provider | 'other'>[] = [
				{value: 'other', label: 'Another address', hint: 'a company gateway, a relay: you type it'},
				...endpoints.map(provider => ({value: provider, label: provider.label, hint: hintOf(provider)})),
			];
			const start = answers.provider === null ? 0 : choices.findIndex(({value}) => value !== 'other' && value.id === answers.provider?.id);
			const answer = await room.conversation.choose({
				...asking({...answers, provider: null, baseUrl: null}, canGoBack),
				title: 'Whose key is it?',
				choices,
				start: Math.max(0, start),
				size: 'many',
			});
			if (answer.kind !== 'given') return answer;
			const fixed = answer.value === 'other' ? null : answer.value;
			if (fixed !== null && fixed.kind === 'gateway' && fixed.id !== 'litellm')
				return given(pointingAt(answers, fixed, fixed.baseUrls[0]?.url ?? null));
			const typed = await askAddress(answers, room, fixed);
			if (typed.kind === 'leave') return typed;
			if (typed.kind === 'given') return given(pointingAt(answers, fixed ?? typed.value.provider, typed.value.baseUrl));
		}
	},
};

function hintOf({baseUrls, kind}: Provider): string {
	const host = hostOf(baseUrls[0]?.url ?? '');
	return kind === 'gateway' ? host : `${host}, on this computer`;
}
