import {approved, consoleKey, login, type ProblemExamples, rejected, routerKey} from '../example.ts';

export const keyNotApproved: ProblemExamples = {
	id: 'key-not-approved',
	fires: [
		{name: 'declined', variables: {ANTHROPIC_API_KEY: consoleKey}, state: rejected, severity: 'error', says: /answered No/},
		{name: 'declined, from settings', user: {env: {ANTHROPIC_API_KEY: consoleKey}}, state: rejected, severity: 'error'},
		{
			name: 'declined, and the first-run screens are still to come',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			state: {...rejected, hasCompletedOnboarding: false},
			severity: 'error',
		},
		{name: 'not asked yet', variables: {ANTHROPIC_API_KEY: consoleKey}, severity: 'warning', says: /Enter means No/},
	],
	silent: [
		{name: 'approved', variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved},
		{
			name: 'approved after it was declined',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			state: {customApiKeyResponses: {approved: [consoleKey.slice(-20)], rejected: [consoleKey.slice(-20)]}},
		},
		{
			name: 'declined, and a token goes out in its place',
			variables: {ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_AUTH_TOKEN: routerKey},
			state: rejected,
		},
		{name: 'another key was declined once', variables: {ANTHROPIC_AUTH_TOKEN: routerKey}, state: rejected},
		{name: 'not asked before the first-run screens', variables: {ANTHROPIC_API_KEY: consoleKey}, state: {hasCompletedOnboarding: false}},
		{
			name: 'declined before the first-run screens, beside a login',
			variables: {ANTHROPIC_API_KEY: consoleKey},
			state: {...rejected, hasCompletedOnboarding: false},
			login,
		},
		{name: 'declined for the sake of the login', variables: {ANTHROPIC_API_KEY: consoleKey}, state: rejected, login},
	],
};
