import {isLoopback, unencrypted} from '../../../setups/secret-rules.ts';
import {line, type Verdict} from '../../conversation.ts';
import {judgeService} from '../other-service.ts';
import {asking, given, type Step} from '../step.ts';
import {standsBehind} from './stands-behind.ts';

/** Where the service speaks OpenAI's protocol, if it is none that the catalogue knows. */
export const serviceAddress: Step = {
	name: 'service-address',
	due: ({translator, serviceUrl}) => translator?.settings === 'change' && serviceUrl === null,
	async take(answers, {conversation}, canGoBack) {
		const {behind, service} = answers;
		const typed = await conversation.address({
			...asking(answers, canGoBack),
			title: `At which address does ${service?.label ?? 'the service'} speak OpenAI's protocol?`,
			about: [line('As for OPENAI_BASE_URL: up to and with /v1, where it has that.', 'quiet')],
			start: behind.baseUrl ?? standsBehind(answers)?.baseUrl ?? '',
			example: 'https://llm.example/v1',
			judge: judgeKeyed,
		});
		if (typed.kind !== 'given') return typed;
		const same = typed.value === behind.baseUrl;
		// A key was meant for the address that it was given for.
		return given({...answers, behind: {...behind, baseUrl: typed.value, key: same ? behind.key : null}});
	},
};

function judgeKeyed(typed: string): Verdict<string> {
	const verdict = judgeService(typed);
	if (verdict.state !== 'good') return verdict;
	const url = new URL(verdict.value);
	return url.protocol === 'http:' && !isLoopback(url) ? {state: 'wrong', message: unencrypted(url), better: null} : verdict;
}
