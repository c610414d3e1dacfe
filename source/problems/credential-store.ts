import type {FileFact, LoginFact} from '../places/fact.ts';
import {sentFacts} from './credential-source.ts';
import type {Finding} from './finding.ts';
import type {Problem, Situation} from './problem.ts';

/** The store of the login cannot be read back or written: signing in works, and the next start knows nothing of it. */
export const credentialStore: Problem = {
	id: 'credential-store',
	diagnose(situation) {
		const stored = situation.facts.filter(
			(fact): fact is FileFact | LoginFact => fact.place === 'login' && (fact.kind === 'file' || fact.kind === 'login'),
		);
		const told = stored.map(fact => ({fact, said: describe(fact)})).find(({said}) => said !== null);
		return told?.said == null ? [] : [say(told.fact, told.said, situation)];
	},
};

type Said = {readonly title: string; readonly why: string; readonly summary: string; readonly command: string};

function describe(fact: FileFact | LoginFact): Said | null {
	if (fact.state === 'unreadable' && fact.file === null)
		return {
			title: 'The Keychain does not give out the login',
			why: `${capital(fact.why ?? 'it could not be asked')}. Over ssh and in the background it stays locked, so claude finds no login there although signing in worked.`,
			summary: 'Unlock it in this session, or use a token of claude setup-token.',
			command: 'security unlock-keychain',
		};
	if (fact.kind !== 'file' || fact.file === null) return null;
	const {file} = fact;
	const quoted = `'${file.replaceAll("'", "'\\\\''")}'`;
	if (fact.state === 'unreadable')
		return {
			title: 'The stored login cannot be read',
			why: `${capital(fact.why ?? 'reading it failed')}. Mostly claude was once run with sudo, and the file is now another user's; signing in cannot write it either.`,
			summary: 'Make the file yours again.',
			command: `sudo chown "$(id -un)" ${quoted}`,
		};
	if (fact.state === 'ignored')
		return {
			title: 'The stored login is damaged',
			why: `${capital(fact.why ?? 'it cannot be used')}, so claude takes it for no login at all. A kill or a full disk while it was written does this.`,
			summary: 'Sign in again; that writes the file anew.',
			command: 'claude auth login',
		};
	if (fact.troubles.some(({kind}) => kind === 'other-owner'))
		return {
			title: 'The stored login belongs to another user',
			why: 'Claude Code can read it, but not renew it: the new token cannot be saved. It works until the token ends, within hours.',
			summary: 'Make the file yours again.',
			command: `sudo chown "$(id -un)" ${quoted}`,
		};
	return null;
}

/** Where something else is sent, the login rests anyway. */
function say(fact: FileFact | LoginFact, {title, why, summary, command}: Said, {headless, interactive}: Situation): Finding {
	const rests = sentFacts(headless, interactive).some(({kind}) => kind !== 'login');
	return {id: 'credential-store', severity: rests ? 'warning' : 'error', title, why, evidence: [fact], fix: {summary, edits: [], command}};
}

function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
