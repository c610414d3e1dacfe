import {approved, consoleKey, login, type ProblemExamples} from '../example.ts';

const scoped = (scopes: readonly string[]) => ({claudeAiOauth: {...login.claudeAiOauth, scopes}});

export const oauthScope: ProblemExamples = {
	id: 'oauth-scope',
	fires: [
		{name: 'the profile only', login: scoped(['user:profile']), severity: 'error', says: /user:profile/},
		{name: 'no scope', login: scoped([]), says: /no scopes/},
		{name: 'as a live prompt was answered', login, live: 'oauth-scope'},
	],
	silent: [
		{name: 'a full login', login},
		{name: 'prompts only, which keeps /usage from showing', login: scoped(['user:inference'])},
		{name: 'a key is used instead', login: scoped(['user:profile']), variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved},
	],
};
