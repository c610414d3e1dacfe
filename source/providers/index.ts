import {catalogue} from './catalogue.ts';
import type {Provider} from './provider.ts';

/** What most people have comes first; the rest as the catalogue has it. */
const first = ['openrouter', 'litellm', 'vercel-ai-gateway', 'zai', 'deepseek', 'moonshot-intl', 'minimax-intl'];

export const providers: readonly Provider[] = [
	...first.flatMap(id => catalogue.filter(provider => provider.id === id)),
	...catalogue.filter(({id}) => !first.includes(id)),
];

export function providerNamed(id: string): Provider | null {
	return providers.find(provider => provider.id === id) ?? null;
}

/** Those that answer Anthropic's requests themselves, and so can be a base URL. */
export const endpoints: readonly Provider[] = providers.filter(({kind}) => kind === 'gateway' || kind === 'local' || kind === 'translator');

/** Whose address it is; of several on one host the one with the longest path in common. */
export function providerAt(address: string): Provider | null {
	if (!URL.canParse(address)) return null;
	const {host, pathname} = new URL(address);
	const local = /^(?:localhost|127\.0\.0\.1)/.test(host);
	const near = providers
		.flatMap(provider => provider.baseUrls.map(base => ({provider, url: new URL(base.url)})))
		.filter(({url}) => url.host === host || (local && /^(?:localhost|127\.)/.test(url.hostname) && url.port === new URL(address).port))
		.toSorted((one, other) => inCommon(other.url.pathname, pathname) - inCommon(one.url.pathname, pathname));
	return near[0]?.provider ?? null;
}

function inCommon(one: string, other: string): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length++;
	return length;
}
