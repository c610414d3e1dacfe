import {approved, consoleKey, login, type ProblemExamples} from '../example.ts';

const past = Date.UTC(2026, 10, 20);
const ended = (more: object) => ({claudeAiOauth: {...login.claudeAiOauth, expiresAt: past, ...more}});

export const oauthExpired: ProblemExamples = {
	id: 'oauth-expired',
	fires: [
		{name: 'with nothing to renew it', login: ended({refreshToken: null}), severity: 'error', says: /2026-11-20.*401/},
		{name: 'with an empty token to renew it', login: ended({refreshToken: ''})},
		{name: 'past the time of renewing', login: ended({refreshTokenExpiresAt: past}), says: /could be renewed is over/},
		{name: 'as a live prompt was answered', login, live: 'oauth-expired', severity: 'error'},
	],
	silent: [
		{name: 'it renews itself', login: ended({})},
		{name: 'it renews itself for some time yet', login: ended({refreshTokenExpiresAt: Date.UTC(2026, 11, 31)})},
		{name: 'not over', login},
		{name: 'no time is stated', login: ended({expiresAt: null, refreshToken: null})},
		{name: 'it rests behind a key', login: ended({refreshToken: null}), variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved},
	],
};
