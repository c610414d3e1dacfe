import type {LoginFact} from '../places/fact.ts';
import {showDay} from '../places/show-day.ts';
import type {Finding} from './finding.ts';
import {loginInUse} from './login-in-use.ts';
import type {Problem, Situation} from './problem.ts';

/**
 * The saved login is past its life and cannot renew itself. Claude Code sends the token all the same (measured on 2.0.77 and 2.1.329),
 * so the first sign is a 401.
 */
export const oauthExpired: Problem = {
	id: 'oauth-expired',
	symptomOf: ['credential-store'],
	diagnose(situation) {
		const login = loginInUse(situation);
		return login !== null && isOver(login, situation) ? [say(login)] : [];
	},
};

function isOver({expiresAt, refreshable, renewableUntil}: LoginFact, {now}: Situation): boolean {
	const renews = refreshable && (renewableUntil === null || renewableUntil > now);
	return expiresAt !== null && expiresAt <= now && !renews;
}

function say(login: LoginFact): Finding {
	const ended = showDay(login.expiresAt ?? 0);
	return {
		id: 'oauth-expired',
		severity: 'error',
		title: 'The saved login has ended',
		why: `It was good until ${ended}, and ${login.refreshable ? 'the time in which it could be renewed is over' : 'it holds nothing to renew it with'}. Claude Code sends it all the same, and Anthropic answers 401.`,
		evidence: [login],
		fix: {summary: 'Sign in again.', edits: [], command: 'claude auth login'},
	};
}
