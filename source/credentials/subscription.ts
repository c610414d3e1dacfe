import type {Credential} from './credential.ts';

/** Pro, Max, Team or Enterprise: a login that Claude Code keeps itself, or for machines without a browser a token in a variable. */
export const subscription: Credential = {
	kind: 'subscription',
	title: 'Claude subscription',
	hint: 'Pro, Max, Team, Enterprise: you sign in',
	address: 'fixed',
	header: 'Authorization: Bearer',
	page: 'https://claude.ai/settings',
	question: 'Paste the token that claude setup-token printed',
};
