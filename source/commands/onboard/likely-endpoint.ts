import type {Secret} from '../../credentials/secret.ts';
import type {Directory} from '../../providers/directory.ts';
import {answersMessages} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {usualAddress} from '../../providers/usual-address.ts';
import {recogniseSecret} from './recognise-secret.ts';

/** The one endpoint and the one address that the shape of a key proves; null where it leaves a choice. */
export function likelyEndpoint(secret: Secret, {named}: Directory): {readonly provider: Provider; readonly url: string} | null {
	const shape = recogniseSecret(secret)?.shape;
	const [id, ...others] = shape?.providers ?? [];
	if (shape === undefined || !shape.certain || id === undefined || others.length > 0) return null;
	const provider = named(id);
	if (provider === null || !answersMessages(provider)) return null;
	const usual = usualAddress(provider);
	return usual.kind === 'one' ? {provider, url: usual.url} : null;
}
