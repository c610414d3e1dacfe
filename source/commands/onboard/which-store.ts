import type {StoreName, StoreRoots} from '../../stores/store.ts';
import type {Choice} from '../conversation.ts';
import {storeRoots} from '../store-roots.ts';
import {tilde} from '../tilde.ts';
import {type Answers, hostOf, setupOf} from './answers.ts';
import {asking, given, type Room, type Step} from './step.ts';

/** Where it is kept, and so for whom it counts. */
export const whichStore: Step = {
	name: 'which-store',
	due: ({credential, token}) => credential !== null && !(credential === 'subscription' && token === 'login'),
	async take(answers, room, canGoBack) {
		const roots = await storeRoots(room.machine, {shell: null, command: null, account: accountOf(answers)});
		const choices = offered(answers, roots, room);
		const answer = await room.conversation.choose({
			...asking(answers, canGoBack),
			title: 'Where shall it be kept, and for whom?',
			choices,
			start: Math.max(
				0,
				choices.findIndex(({value}) => value === answers.store),
			),
			size: 'few',
		});
		return answer.kind === 'given' ? given({...answers, store: answer.value}) : answer;
	},
};

export function accountOf({baseUrl}: Pick<Answers, 'baseUrl'>): string {
	return baseUrl === null ? 'api.anthropic.com' : hostOf(baseUrl);
}

function offered(
	answers: Answers,
	{userSettings, localSettings, shells, program}: StoreRoots,
	{machine}: Room,
): readonly Choice<StoreName>[] {
	const {home, cwd} = machine.environment;
	const choices: Choice<StoreName>[] = [
		{value: 'settings', label: 'For me, in settings.json', hint: `every terminal; ${tilde(userSettings, home)}`},
	];
	// claude sends what a helper prints in both headers, so the endpoint must not stumble over the other one.
	const both = answers.credential === 'console-key' || answers.provider?.reads === 'either';
	if (program !== null && both && answers.credential !== 'subscription')
		choices.push({value: 'helper', label: `For me, in ${program.title}`, hint: 'claude asks for it at every start'});
	if (shells.length > 0)
		choices.push({
			value: 'shell',
			label: `For me, in a file that ${shells.map(({title}) => title).join(' and ')} loads`,
			hint: 'new terminals; other programs see it too',
		});
	if (cwd !== home) choices.push({value: 'project', label: 'For this folder alone', hint: tilde(localSettings, home)});
	choices.push({value: 'none', label: 'Nowhere: show me the lines', hint: 'they ask for the secret when they run'});
	// Every other store keeps one secret, and these are more.
	const several = setupOf(answers).secretHeaders.length > 0;
	return choices.filter(({value}) => !several || value === 'settings' || value === 'project');
}
