import {type AuthHeader, type CredentialKind, carriers, competingWith} from '../credentials/competing.ts';
import {Secret} from '../credentials/secret.ts';
import type {Assignment, Wish} from '../shells/wish.ts';

/** A wish as data: from onboarding's answers, command-line options, a profile or a setup file. */
export type Setup = {
	readonly credential: CredentialKind;
	/** An id of the provider catalogue, where one is meant. */
	readonly provider: string | null;
	readonly baseUrl: string | null;
	readonly auth: AuthHeader;
	readonly model: string | null;
	/** Whole lines, `Name: value`. */
	readonly headers: readonly string[];
	readonly secretHeaders: readonly {readonly name: string; readonly secret: Secret}[];
	/** Null for a login, and where it is asked for later. */
	readonly secret: Secret | null;
	/** A subscription signs in by its saved login, or by the token of `claude setup-token`. */
	readonly token: 'login' | 'token';
	/** The endpoint wants ANTHROPIC_API_KEY there and empty. */
	readonly blankApiKey: boolean;
	/** What else the endpoint needs. */
	readonly variables: readonly {readonly name: string; readonly value: string}[];
};

/** The variables the setup sets, and all that would compete with them. */
export function wishOf(setup: Setup): Wish {
	const set: Assignment[] = [];
	const plain = (name: string, text: string) => set.push({name, value: {kind: 'plain', text}});
	if (setup.baseUrl !== null) plain('ANTHROPIC_BASE_URL', setup.baseUrl);
	for (const name of carriers(setup.credential, setup.auth, setup.token)) set.push({name, value: {kind: 'secret', secret: setup.secret}});
	if (setup.blankApiKey && !set.some(({name}) => name === 'ANTHROPIC_API_KEY')) plain('ANTHROPIC_API_KEY', '');
	if (setup.model !== null) plain('ANTHROPIC_MODEL', setup.model);
	const headers = customHeaders(setup);
	if (headers !== null) set.push({name: 'ANTHROPIC_CUSTOM_HEADERS', value: headers});
	for (const {name, value} of setup.variables) plain(name, value);
	return {title: titleOf(setup), set, unset: competingWith(set.map(({name}) => name))};
}

/** One variable for all of them: with one secret among them, the whole of it is secret. */
function customHeaders({headers, secretHeaders}: Setup): Assignment['value'] | null {
	const text = [...headers, ...secretHeaders.map(({name, secret}) => `${name}: ${secret.reveal()}`)].join('\n');
	if (text === '') return null;
	return secretHeaders.length === 0 ? {kind: 'plain', text} : {kind: 'secret', secret: new Secret(text)};
}

function titleOf({credential, baseUrl}: Setup): string {
	const host = baseUrl !== null && URL.canParse(baseUrl) ? ` for ${new URL(baseUrl).host}` : '';
	switch (credential) {
		case 'console-key':
			return 'Anthropic Console key';
		case 'subscription':
			return 'Claude subscription';
		case 'router-key':
			return `router key${host}`;
		case 'proxy-key':
			return `proxy key${host}`;
	}
}
