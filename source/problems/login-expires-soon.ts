import {showDay} from '../places/show-day.ts';
import {loginInUse} from './login-in-use.ts';
import type {Problem} from './problem.ts';

const week = 7 * 24 * 3_600_000;

/** The login in use ends within a week. One that renews itself at its next use is no news, whatever its token says. */
export const loginExpiresSoon: Problem = {
	id: 'login-expires-soon',
	diagnose(situation) {
		const login = loginInUse(situation);
		if (login === null) return [];
		const {now} = situation;
		const {refreshable, renewableUntil, expiresAt} = login;
		const end = refreshable ? renewableUntil : expiresAt;
		if (end === null || end <= now || end > now + week) return [];
		return [
			{
				id: 'login-expires-soon',
				severity: 'info',
				title: `The saved login ends on ${showDay(end)}`,
				why: refreshable
					? 'Until then it renews itself. After that day Claude Code asks to sign in, and scripts that run it fail.'
					: 'It holds nothing to renew it with. After that day every request is answered with 401, in scripts too.',
				evidence: [login],
				fix: {
					summary: 'Sign in again before that day; for servers and CI make a token with claude setup-token.',
					edits: [],
					command: 'claude auth login',
				},
			},
		];
	},
};
