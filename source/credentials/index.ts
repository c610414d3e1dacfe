import type {CredentialKind} from './competing.ts';
import {consoleKey} from './console-key.ts';
import type {Credential} from './credential.ts';
import {proxyKey} from './proxy-key.ts';
import {routerKey} from './router-key.ts';
import {subscription} from './subscription.ts';

/** In the order in which they are offered: Anthropic's own first. */
export const credentials: readonly Credential[] = [consoleKey, subscription, routerKey, proxyKey];

export function credentialOf(kind: CredentialKind): Credential {
	return credentials.find(credential => credential.kind === kind) ?? consoleKey;
}
