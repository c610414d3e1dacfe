import {isActive} from './credential-source.ts';
import type {Problem, Situation} from './problem.ts';

/** Nothing is sent because there is no credential at all. Declined keys, broken helpers and scopes have names of their own. */
export const notLoggedIn: Problem = {
	id: 'not-logged-in',
	diagnose(situation) {
		const modes = [situation.headless, situation.interactive].filter(({request}) => !request.sends && request.because === 'no-credential');
		if (modes.length === 0) return [];
		const unseen = situation.facts.filter(fact => fact.place === 'login' && fact.state === 'unreadable');
		const address = baseUrl(situation);
		return [
			{
				id: 'not-logged-in',
				severity: unseen.length > 0 ? 'warning' : 'error',
				title: unseen.length > 0 ? 'No credential found, and the stored login could not be read' : 'Claude Code has no credential to send',
				why: why(situation, address !== null),
				evidence: [...(address === null ? [] : [address]), ...unseen],
				fix:
					address === null
						? {summary: 'Sign in, or set up a key.', edits: [], command: 'claude auth login'}
						: {
								summary: 'Set ANTHROPIC_AUTH_TOKEN to the key of this endpoint; one that checks nothing takes any word.',
								edits: [],
								command: 'wizard',
							},
			},
		];
	},
};

function why({headless, interactive}: Situation, hasAddress: boolean): string {
	const what = hasAddress
		? 'A base URL is set, but no credential for it. Without one claude sends nothing, and the log of the endpoint stays empty.'
		: 'No variable, helper or saved login supplies one, so claude answers "Not logged in" and sends nothing.';
	if (headless.request.sends) return `${what} This is so in an interactive session; claude -p has one.`;
	return interactive.request.sends ? `${what} This is so with claude -p; an interactive session has one.` : what;
}

function baseUrl({headless}: Situation) {
	return (
		headless.judged.find(({fact, state}) => state === 'text' && fact.variable === 'ANTHROPIC_BASE_URL' && isActive(fact))?.fact ?? null
	);
}
