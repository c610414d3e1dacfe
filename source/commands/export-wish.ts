import {type AuthHeader, type CredentialKind, carriers, competingWith} from '../credentials/competing.ts';
import type {Secret} from '../credentials/secret.ts';
import {showValue} from '../places/show.ts';
import {isLoopback, judgeAddress, judgeSending, unencrypted} from '../setups/secret-rules.ts';
import type {Assignment, Wish} from '../shells/wish.ts';
import type {GivenOptions} from './options.ts';

export type WishedFor =
	| {readonly ok: true; readonly wish: Wish; readonly notes: readonly string[]}
	| {readonly ok: false; readonly code: 2 | 3; readonly message: string; readonly hint?: string};

/** From the options to what is set and what is cleared. `token` says whether a subscription's own token is to be set. */
export function exportWish(options: GivenOptions, secret: Secret | null, token: 'login' | 'token'): WishedFor {
	const credential = options.credential ?? (options['base-url'] === undefined ? null : 'router-key');
	if (credential === null) return wrong('Which credential is it for?', '--credential console-key, subscription, router-key or proxy-key');
	const address = addressFor(credential, options['base-url']);
	if (!address.ok) return address;
	const kept = keptFromHost(address.url, secret);
	if (kept !== null) return kept;
	const headers = plainHeaders(options.header ?? []);
	if (!headers.ok) return headers;

	const set: Assignment[] = [];
	const plain = (name: string, text: string) => set.push({name, value: {kind: 'plain', text}});
	if (address.url !== null) plain('ANTHROPIC_BASE_URL', address.text);
	if (options.model !== undefined) plain('ANTHROPIC_MODEL', options.model);
	if (headers.text !== '') plain('ANTHROPIC_CUSTOM_HEADERS', headers.text);
	for (const name of carriers(credential, options.auth ?? 'bearer', token)) set.push({name, value: {kind: 'secret', secret}});
	const wish = {title: titleFor(credential, address.url), set, unset: competingWith(set.map(({name}) => name))};
	return {ok: true, wish, notes: [...authNote(credential, options.auth), ...loginNote(credential, token), ...plainHttp(address.url)]};
}

type Address = {readonly ok: true; readonly url: URL | null; readonly text: string};
type Wrong = Extract<WishedFor, {ok: false}>;

function wrong(message: string, hint?: string): Wrong {
	return {ok: false, code: 2, message, ...(hint === undefined ? {} : {hint})};
}

function addressFor(credential: CredentialKind, text: string | undefined): Address | Wrong {
	switch (credential) {
		case 'console-key':
		case 'subscription':
			return text === undefined
				? {ok: true, url: null, text: ''}
				: wrong(
						`A ${credential} belongs to Anthropic's own address, so there is no --base-url.`,
						'For another endpoint: --credential router-key',
					);
		case 'router-key':
		case 'proxy-key': {
			if (text === undefined) return wrong(`A ${credential} needs the endpoint's address.`, '--base-url URL');
			const judged = judgeAddress(text);
			if (!judged.ok) return wrong(`--base-url ${judged.why}.`, judged.hint);
			return {ok: true, url: judged.url, text};
		}
	}
}

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

/** Headers in clear text, which must not be secrets. */
export function plainHeaders(given: readonly string[]): {readonly ok: true; readonly text: string} | Wrong {
	for (const header of given) {
		const value = /^[!#$%&'*+.^_`|~\w-]+:\s*(.*)$/.exec(header)?.[1];
		if (value === undefined) return wrong("--header has the form 'Name: value'.");
		if (showValue('', value) !== value)
			return wrong('The value of --header looks like a key.', 'A snippet holds one secret only: keep the header in settings.json.');
	}
	return {ok: true, text: given.join('\n')};
}

function titleFor(credential: CredentialKind, url: URL | null): string {
	switch (credential) {
		case 'console-key':
			return 'Anthropic Console key';
		case 'subscription':
			return 'Claude subscription';
		case 'router-key':
			return `router key for ${url?.host ?? ''}`;
		case 'proxy-key':
			return `proxy key for ${url?.host ?? ''}`;
	}
}

function authNote(credential: CredentialKind, auth: AuthHeader | undefined): readonly string[] {
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
