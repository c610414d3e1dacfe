import type {CredentialKind} from '../credentials/competing.ts';
import type {Secret} from '../credentials/secret.ts';
import type {Directory} from '../providers/directory.ts';
import {isLoopback, judgeSending, unencrypted} from '../setups/secret-rules.ts';
import {wishOf} from '../setups/setup.ts';
import type {Wish} from '../shells/wish.ts';
import {setupOf} from './onboard/answers.ts';
import {answersFrom} from './onboard/answers-from-options.ts';
import type {GivenOptions} from './options.ts';

export type WishedFor =
	| {readonly ok: true; readonly wish: Wish; readonly notes: readonly string[]}
	| {readonly ok: false; readonly code: 2 | 3; readonly message: string; readonly hint?: string};

/** From the options to what is set and what is cleared. `token` says whether a subscription's own token is to be set. */
export function exportWish(options: GivenOptions, secret: Secret | null, token: 'login' | 'token', directory?: Directory): WishedFor {
	const understood = answersFrom({...options, store: 'none'}, secret, {}, directory);
	if (!understood.ok) return {...understood, code: 2};
	const {answers, notes} = understood;
	const setup = {...setupOf(answers), token};
	const url = setup.baseUrl === null ? null : new URL(setup.baseUrl);
	const kept = keptFromHost(url, secret);
	if (kept !== null) return kept;
	const again = answers.provider?.headers.filter(({value}) => value.kind === 'key').map(({name}) => name) ?? [];
	if (again.length > 0 && secret === null)
		return {
			ok: false,
			code: 2,
			message: `${answers.provider?.label} wants its key once more in ${again.join(', ')}, and a snippet asks for one secret once.`,
			hint: 'Keep it in settings.json: wizard --store settings',
		};
	const said = [...notes, ...authNote(setup.credential, options), ...loginNote(setup.credential, token), ...plainHttp(url)];
	return {ok: true, wish: wishOf(setup), notes: said};
}

type Wrong = Extract<WishedFor, {ok: false}>;

/** Where a gateway does take a key of Anthropic's, its owner can still answer the question of --form ask. */
function keptFromHost(url: URL | null, secret: Secret | null): Wrong | null {
	if (url === null || secret === null) return null;
	const verdict = judgeSending({secret, to: url});
	switch (verdict.state) {
		case 'fine':
			return null;
		case 'typed':
			return {ok: false, code: 3, message: verdict.why, hint: '--form ask leaves it to you what to enter.'};
		case 'never':
			return {ok: false, code: 3, message: verdict.why, hint: verdict.hint};
	}
}

function authNote(credential: CredentialKind, {auth}: GivenOptions): readonly string[] {
	if (auth === undefined || credential === 'router-key' || credential === 'proxy-key') return [];
	return [`--auth is for router and proxy keys; a ${credential} has only one header.`];
}

function loginNote(credential: CredentialKind, token: 'login' | 'token'): readonly string[] {
	return credential === 'subscription' && token === 'login'
		? ['Nothing is set for a subscription; if you are not signed in: claude auth login']
		: [];
}

function plainHttp(url: URL | null): readonly string[] {
	return url === null || url.protocol !== 'http:' || isLoopback(url) ? [] : [unencrypted(url)];
}
