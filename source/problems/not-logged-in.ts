import type {Fact} from '../places/fact.ts';
import {isActive} from './credential-source.ts';
import type {Fix} from './finding.ts';
import type {Problem, Situation} from './problem.ts';
import {type Unseen, unseenCredentials} from './unseen.ts';

/** Nothing is sent because there is no credential at all. Declined keys, broken helpers and scopes have names of their own. */
export const notLoggedIn: Problem = {
	id: 'not-logged-in',
	symptomOf: ['settings-invalid', 'credential-store', 'masked-by-wizard', 'empty-key', 'oauth-scope'],
	diagnose(situation) {
		const modes = [situation.headless, situation.interactive].filter(({request}) => !request.sends && request.because === 'no-credential');
		if (modes.length === 0) return [];
		const stores = situation.facts.filter(fact => fact.place === 'login' && (fact.state === 'unreadable' || fact.state === 'ignored'));
		const address = baseUrl(situation);
		const empty = situation.headless.judged.filter(({fact, state}) => isActive(fact) && state === 'empty').map(({fact}) => fact);
		const unseen = unseenCredentials(situation);
		const unread = stores.some(({state}) => state === 'unreadable');
		return [
			{
				id: 'not-logged-in',
				severity: unread ? 'warning' : 'error',
				title: title(unseen[0], unread),
				why: why(situation, address !== null, unseen[0]),
				evidence: [...new Set([...(address === null ? [] : [address]), ...stores, ...unseen.map(({fact}) => fact), ...empty])],
				fix: fix(unseen[0], address !== null, situation.claude.chosen !== null),
			},
		];
	},
};

function title(unseen: Unseen | undefined, unread: boolean): string {
	if (unread) return 'No credential found, and the stored login could not be read';
	return unseen === undefined
		? 'Claude Code has no credential to send'
		: `${unseen.fact.variable} is there, but does not reach Claude Code`;
}

function why({headless, interactive}: Situation, hasAddress: boolean, unseen: Unseen | undefined): string {
	const what =
		unseen !== undefined
			? `${reasons[unseen.kind]} So claude has nothing to send and answers "Not logged in".`
			: hasAddress
				? 'A base URL is set, but no credential for it. Without one claude sends nothing, and the log of the endpoint stays empty.'
				: 'No variable, helper or saved login supplies one, so claude answers "Not logged in" and sends nothing.';
	if (headless.request.sends) return `${what} This is so in an interactive session; claude -p has one.`;
	return interactive.request.sends ? `${what} This is so with claude -p; an interactive session has one.` : what;
}

const reasons: Readonly<Record<Unseen['kind'], string>> = {
	'broken-file': 'It stands in a settings file that Claude Code skips whole.',
	masked: 'An empty entry of the same name in settings cancels it.',
	unread: 'It stands in a startup file, and this shell has not read it since, or never reads that file.',
	private: 'The startup file sets it without export, so it stays inside the shell.',
	'other-programs': 'It stands in a file of variables, which Claude Code does not read.',
};

function fix(unseen: Unseen | undefined, hasAddress: boolean, hasClaude: boolean): Fix {
	switch (unseen?.kind) {
		case 'broken-file':
			return {summary: 'Mend the settings file first.', edits: [], command: 'wizard --repair'};
		case 'masked':
			return {summary: 'Remove the empty entry from settings, where the value is meant to count.', edits: [], command: 'wizard --repair'};
		case 'unread':
			return {summary: 'Open a new terminal. To have it everywhere, also in editors, keep it in settings.', edits: [], command: 'wizard'};
		case 'private':
			return {summary: 'Put export before the line (or set -gx in fish), and open a new terminal.', edits: [], command: 'wizard'};
		case 'other-programs':
			return {summary: 'Keep it where Claude Code looks.', edits: [], command: 'wizard'};
		case undefined:
			return hasAddress
				? {
						summary: 'Set ANTHROPIC_AUTH_TOKEN to the key of this endpoint; one that checks nothing takes any word.',
						edits: [],
						command: 'wizard',
					}
				: hasClaude
					? {summary: 'Sign in, or set up a key.', edits: [], command: 'claude auth login'}
					: {summary: 'Set up a key, or install claude and sign in.', edits: [], command: 'wizard'};
	}
}

function baseUrl({headless}: Situation): Fact | null {
	return (
		headless.judged.find(({fact, state}) => state === 'text' && fact.variable === 'ANTHROPIC_BASE_URL' && isActive(fact))?.fact ?? null
	);
}
