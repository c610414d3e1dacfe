import {isTemplate} from './address-match.ts';
import type {Proof, Provider} from './provider.ts';

/** The cheapest request that shows whether a key is good, ready to be sent; the key goes into `header`, after `before`. */
export type KeyProof = {readonly url: string; readonly header: string | null; readonly before: string; readonly tells: string};

/** Null where only a message proves a key: lists of models that answer to anybody prove nothing. */
export function keyProof({proof, baseUrls}: Pick<Provider, 'proof' | 'baseUrls'>, baseUrl: string | null): KeyProof | null {
	if (proof === null) return null;
	const base = (baseUrl ?? baseUrls[0]?.url ?? '').replace(/\/+$/, '');
	const url = filled(
		proof.url,
		base,
		baseUrls.map(({url: documented}) => documented),
	);
	if (url === null) return null;
	return {url, ...headers[proof.header], tells: proof.tells};
}

const headers: Readonly<Record<Proof['header'], Pick<KeyProof, 'header' | 'before'>>> = {
	bearer: {header: 'authorization', before: 'Bearer '},
	raw: {header: 'authorization', before: ''},
	'x-api-key': {header: 'x-api-key', before: ''},
	'x-goog-api-key': {header: 'x-goog-api-key', before: ''},
	none: {header: null, before: ''},
};

/** A key goes to the host it belongs to alone: a proof at a fixed host is none for an address elsewhere. */
function filled(template: string, base: string, documented: readonly string[]): string | null {
	if (template.startsWith('{base}')) return base === '' || isTemplate({url: base}) ? null : template.replace('{base}', base);
	if (isTemplate({url: template}))
		return URL.canParse(base) && !isTemplate({url: base}) ? template.replace(/^https:\/\/\{[^}]*\}/, new URL(base).origin) : null;
	if (base === '' || documented.some(url => sameSite(url, base))) return template;
	return sameSite(template, base) ? template : null;
}

function sameSite(one: string, other: string): boolean {
	const plain = one.replace(/\{[^}]*\}/g, 'x');
	return URL.canParse(plain) && URL.canParse(other) && new URL(plain).host === new URL(other).host;
}
