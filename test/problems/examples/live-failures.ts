import type {Cause} from '../../../source/claude/causes.ts';
import {liveFailures as problems} from '../../../source/problems/live-failures.ts';
import {type ProblemExamples, routerKey} from '../example.ts';

/** A machine on which a live prompt can fail for any reason: a gateway, a model, a proxy, a cloud region. */
const variables = {
	ANTHROPIC_BASE_URL: 'https://gw.example.com',
	ANTHROPIC_AUTH_TOKEN: routerKey,
	ANTHROPIC_MODEL: 'some-model',
	HTTPS_PROXY: 'http://proxy.corp.example:8080',
	AWS_REGION: 'eu-west-1',
};

export const liveFailures: readonly ProblemExamples[] = problems.map(({id}) => ({
	id,
	fires: [{name: 'a live prompt failed so', variables, live: id as Cause}],
	silent: [
		{name: 'no prompt was sent', variables},
		{name: 'it failed for another reason', variables, live: id === 'overloaded' ? 'dns' : 'overloaded'},
	],
}));

export const liveFailed: ProblemExamples = {
	id: 'live-failed',
	fires: [{name: 'nobody knows the words', variables, live: 'unknown'}],
	silent: [
		{name: 'no prompt was sent', variables},
		{name: 'a cause that is known', variables, live: 'dns'},
	],
};
