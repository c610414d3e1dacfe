import {isLocal} from '../../credentials/address.ts';
import type {Directory} from '../../providers/directory.ts';
import type {Provider} from '../../providers/provider.ts';
import {speaks} from '../../providers/speaks.ts';

/** Whose address it is, where that is sure: one that answers claude, at its documented path. On this computer a port proves nothing. */
export function providerOfAddress(address: string, {near, at}: Directory): Provider | null {
	const [first] = near(address);
	if (first === undefined || first.match.kind !== 'same' || speaks(first.provider) !== 'anthropic') return null;
	if (first.provider.confidence !== 'own' && URL.canParse(address) && isLocal(new URL(address).hostname)) return null;
	return first.provider.kind === 'first-party' ? null : at(address);
}
