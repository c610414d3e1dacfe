import type {Provider} from './provider.ts';

/** Which protocol an endpoint takes at its address. With `openai` a translator has to stand between; `cloud` has switches of its own. */
export function speaks({kind}: Pick<Provider, 'kind'>): 'anthropic' | 'openai' | 'cloud' {
	switch (kind) {
		case 'first-party':
		case 'gateway':
		case 'local':
		case 'translator':
			return 'anthropic';
		case 'openai-only':
			return 'openai';
		case 'cloud':
			return 'cloud';
	}
}
