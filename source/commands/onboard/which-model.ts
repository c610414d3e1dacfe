import {line} from '../conversation.ts';
import {asking, given, type Step} from './step.ts';

/** Where claude's own model names mean nothing. */
export const whichModel: Step = {
	name: 'which-model',
	due: ({provider, credential}) => (credential === 'router-key' || credential === 'proxy-key') && provider?.model.needed === true,
	async take(answers, {conversation}, canGoBack) {
		const {provider} = answers;
		const suggested = provider?.model.suggested ?? null;
		const answer = await conversation.text({
			...asking({...answers, model: null}, canGoBack),
			title: `Which model shall ${provider?.label} use?`,
			about: [
				line(suggested === null ? 'As the endpoint itself calls it.' : 'This was right when the wizard was built; names change.', 'quiet'),
				...(provider?.docs === null || provider === null ? [] : [line(provider.docs, 'quiet')]),
			],
			start: answers.model ?? suggested ?? '',
			example: 'leave it empty for claude’s own names',
			judge: text =>
				/\s/.test(text.trim()) && text.trim() !== suggested
					? {state: 'wrong', message: 'A model name has no spaces.', better: null}
					: {state: 'good', value: text.trim(), notice: null},
		});
		return answer.kind === 'given' ? given({...answers, model: answer.value}) : answer;
	},
};
