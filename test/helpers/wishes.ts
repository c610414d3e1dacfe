import {type AuthHeader, type CredentialKind, carriers, competingWith} from '../../source/credentials/competing.ts';
import {Secret} from '../../source/credentials/secret.ts';
import type {Wish} from '../../source/shells/wish.ts';

export const sentinel = 'sk-Sentinel-4f19c2~a/b+c=._:@';
export const address = 'https://gw.example.test/api/anthropic?a=1&b=$HOME';

/** A wish as the export command makes it: an address, a model and a credential. */
export function wishFor(credential: CredentialKind, auth: AuthHeader, secret: string | null): Wish {
	const names = carriers(credential, auth, 'token');
	const set: Wish['set'] = [
		{name: 'ANTHROPIC_BASE_URL', value: {kind: 'plain', text: address}},
		{name: 'ANTHROPIC_MODEL', value: {kind: 'plain', text: "it's [1m] \\ model"}},
		...names.map(name => ({name, value: {kind: 'secret', secret: secret === null ? null : new Secret(secret)}}) as const),
	];
	return {title: "a router key for gw.example.test, it's a test", set, unset: competingWith(set.map(({name}) => name))};
}
