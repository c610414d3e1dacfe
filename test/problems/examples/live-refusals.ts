import type {Cause} from '../../../source/claude/causes.ts';
import {login, type ProblemExamples, routerKey} from '../example.ts';

const gateway = {variables: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_AUTH_TOKEN: routerKey}};

const of = (id: Cause, other: Cause): ProblemExamples => ({
	id,
	fires: [{name: 'as a live prompt was answered', ...gateway, live: id}],
	silent: [
		{name: 'no live prompt', ...gateway},
		{name: 'another answer', ...gateway, live: other},
		{name: 'a good answer', login, live: 'ok'},
	],
});

export const liveRefusals: readonly ProblemExamples[] = [
	of('key-invalid', 'gateway-key-unknown'),
	of('gateway-key-unknown', 'key-invalid'),
	of('oauth-revoked', 'oauth-expired'),
	of('org-disabled', 'account-no-access'),
	of('org-oauth-not-allowed', 'org-disabled'),
	of('account-no-access', 'org-disabled'),
	of('region-blocked', 'org-disabled'),
	of('credits-exhausted', 'usage-limit'),
	of('usage-limit', 'rate-limited'),
	of('rate-limited', 'usage-limit'),
	of('overloaded', 'rate-limited'),
];
