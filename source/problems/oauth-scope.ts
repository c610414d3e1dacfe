import type {Fact} from '../places/fact.ts';
import type {Problem} from './problem.ts';

/** The saved login lacks the scope for prompts, so claude takes it for none. The one for the profile only keeps /usage from showing. */
export const oauthScope: Problem = {
	id: 'oauth-scope',
	symptomOf: ['credential-store'],
	diagnose(situation) {
		const {headless, interactive, facts} = situation;
		const stopped = [headless, interactive].some(({request}) => !request.sends && request.because === 'login-without-scope');
		const login = facts.find((fact): fact is Extract<Fact, {kind: 'login'}> => fact.kind === 'login' && fact.state === 'text');
		if (!stopped || login === undefined) return [];
		const has = login.scopes.length === 0 ? 'no scopes are stated in it' : `it has ${login.scopes.join(', ')}`;
		return [
			{
				id: 'oauth-scope',
				severity: 'error',
				title: 'The saved login may not be used for prompts',
				why: `Claude Code uses a login only with the scope user:inference, and ${has}. It then says "Not logged in", although a login is there.`,
				evidence: [login],
				fix: {summary: 'Sign in again, fully: a login made for another purpose has other scopes.', edits: [], command: 'claude auth login'},
			},
		];
	},
};
