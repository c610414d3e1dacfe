import {line, type Verdict} from '../../conversation.ts';
import {asking, given, type Step} from '../step.ts';
import {standsBehind} from './stands-behind.ts';

/** The model that the service is asked for, by the name that the service has for it. */
export const serviceModel: Step = {
	name: 'service-model',
	due: ({translator}) => translator?.settings === 'change',
	async take(answers, {conversation}, canGoBack) {
		const {behind, service, translator} = answers;
		const known = standsBehind(answers)?.models ?? [];
		const suggested = service?.model.suggested ?? null;
		const answer = await conversation.text({
			...asking({...answers, model: null}, canGoBack),
			title: `Which model shall ${service?.label ?? 'the service'} answer with?`,
			about: [
				line('As the service itself calls it.', 'quiet'),
				...(known.length > 1 ? [line(`The translator knows ${known.slice(0, 6).join(', ')}.`, 'quiet')] : []),
				...(service?.docs ? [line(service.docs, 'quiet')] : []),
			],
			start: behind.model ?? known[0] ?? suggested ?? '',
			example: 'its name in the list of models of the service',
			judge: judgeModel,
		});
		if (answer.kind !== 'given') return answer;
		const asksFor = translator?.found.translator.asksFor;
		return given({...answers, behind: {...behind, model: answer.value}, model: asksFor === 'the-model' ? answer.value : null});
	},
};

function judgeModel(typed: string): Verdict<string> {
	const text = typed.trim();
	if (text === '') return {state: 'wrong', message: 'Nothing was entered yet.', better: null};
	return /[\s\p{Cc}]/u.test(text)
		? {state: 'wrong', message: 'A model name has no spaces.', better: null}
		: {state: 'good', value: text, notice: null};
}
