import {login, type ProblemExamples, routerKey} from '../example.ts';

const router = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey};

export const onboardingCheck: ProblemExamples = {
	id: 'onboarding-check',
	fires: [
		{
			name: 'a router, and no first run yet',
			user: {env: router},
			state: {hasCompletedOnboarding: false},
			severity: 'warning',
			says: /welcome screens/,
		},
		{name: 'a state file of claude -p alone', user: {env: router}, state: '{"numStartups": 3}'},
	],
	silent: [
		{name: 'done', user: {env: router}},
		{name: 'Anthropic itself', login, state: {hasCompletedOnboarding: false}},
		{name: 'nothing to send anyway', state: {hasCompletedOnboarding: false}},
	],
};
