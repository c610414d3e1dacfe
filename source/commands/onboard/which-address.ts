import type {BaseUrl, Provider} from '../../providers/provider.ts';
import {type Answer, type Choice, line} from '../conversation.ts';
import type {Answers} from './answers.ts';
import {asking, type Room} from './step.ts';

/** Which region or plan the key belongs to, where an endpoint has several addresses; null for one that is typed. */
export function whichAddress(
	provider: Provider,
	from: readonly BaseUrl[],
	answers: Answers,
	{conversation}: Room,
): Promise<Answer<string | null>> {
	const choices: Choice<string | null>[] = [
		...from.map(({url, which, note}) => ({value: url, label: which ?? url, hint: note === null ? url : `${url}: ${note}`})),
		{value: null, label: 'Another address', hint: 'you type it'},
	];
	return conversation.choose({
		...asking({...answers, provider, baseUrl: null}, true),
		title: `Which of the addresses of ${provider.label} is it?`,
		about: [
			line('A key, or the bill, belongs to one of them alone.', 'quiet'),
			...provider.traps.slice(0, 1).map(trap => line(trap, 'quiet')),
		],
		choices: choices.filter(({value}) => value === null || !value.includes('{')),
		start: Math.max(
			0,
			choices.findIndex(({value}) => value !== null && value === answers.baseUrl),
		),
		size: 'few',
	});
}
