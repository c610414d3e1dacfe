import type {Provider} from './provider.ts';

/** Cloudflare and Helicone hand Anthropic's own key on, and know their users by a header of their own. */
export function passesKeysOn({auth, headers}: Pick<Provider, 'auth' | 'headers'>): boolean {
	return auth === 'x-api-key' && headers.some(({value}) => value.kind === 'secret');
}
