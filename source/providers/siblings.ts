import type {Directory} from './directory.ts';
import type {BaseUrl, Provider} from './provider.ts';

export type Sibling = {readonly host: string; readonly what: string};

/** Other regions and plans of the same maker, each with keys or a bill of its own. What runs at home has none. */
export function siblingsOf(provider: Provider, base: BaseUrl | null, {all}: Directory): readonly Sibling[] {
	if (provider.kind !== 'gateway' && provider.kind !== 'first-party') return [];
	const own = provider.choice === 'asked' && base !== null ? provider.baseUrls.filter(({url}) => url !== base.url) : [];
	const others = all
		.filter(({id, maker, kind}) => id !== provider.id && maker === provider.maker && kind === 'gateway')
		.flatMap(({baseUrls, label}) => baseUrls.slice(0, 1).map(({url, which}) => ({host: place(url), what: which ?? label})));
	const found = [...own.map(({url, which}) => ({host: place(url), what: which ?? url})), ...others];
	return base === null ? found : found.filter(({host}) => host !== place(base.url));
}

/** The host, and the path where that is what tells them apart. */
function place(url: string): string {
	return url.replace(/^https?:\/\//, '').replace(/\/(?:apps\/|api\/)?anthropic$/, '');
}
