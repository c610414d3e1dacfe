import {approved, consoleKey, login, type ProblemExamples} from '../example.ts';

const at = (day: number, more: object) => ({claudeAiOauth: {...login.claudeAiOauth, ...more, expiresAt: Date.UTC(2026, 10, day)}});

export const loginExpiresSoon: ProblemExamples = {
	id: 'login-expires-soon',
	fires: [
		{name: 'within a week, with nothing to renew it', login: at(25, {refreshToken: null}), severity: 'info', says: /2026-11-25/},
		{name: 'the time of renewing ends', login: at(22, {refreshTokenExpiresAt: Date.UTC(2026, 10, 26)}), says: /2026-11-26/},
	],
	silent: [
		{name: 'it renews itself', login: at(21, {})},
		{name: 'in a month', login: at(21 + 30, {refreshToken: null})},
		{name: 'over: another name', login: at(20, {refreshToken: null})},
		{name: 'it rests behind a key', login: at(25, {refreshToken: null}), variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved},
	],
};
