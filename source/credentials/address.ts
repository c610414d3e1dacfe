/** What a typed address lacks or has too much, as far as looking tells; whether it answers is asked later. */
export type AddressRemark =
	| {readonly kind: 'empty'}
	| {readonly kind: 'no-scheme'; readonly better: string}
	| {readonly kind: 'not-an-address'}
	| {readonly kind: 'space'}
	| {readonly kind: 'user-info'}
	| {readonly kind: 'key'}
	| {readonly kind: 'query'; readonly better: string}
	| {readonly kind: 'messages-path'; readonly better: string}
	| {readonly kind: 'openai-path'; readonly better: string}
	/** Usual slip, but some endpoints do have it: never taken off unasked. */
	| {readonly kind: 'ends-in-v1'; readonly better: string}
	| {readonly kind: 'plain-http'; readonly host: string};

/** The most important remark, or null for an address that may well be one. */
export function remarkOn(typed: string): AddressRemark | null {
	const text = typed.trim();
	if (text === '') return {kind: 'empty'};
	if (/^(?:sk|cr|vck|gsk|xai|hf)[-_]/.test(text)) return {kind: 'key'};
	if (/\s/.test(text)) return {kind: 'space'};
	if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return withoutScheme(text);
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return {kind: 'not-an-address'};
	if (url.username !== '' || url.password !== '') return {kind: 'user-info'};
	if (url.search !== '' || url.hash !== '') return {kind: 'query', better: text.replace(/[?#].*$/, '')};
	const path = url.pathname.replace(/\/+$/, '');
	const upTo = (length: number) => text.replace(/\/+$/, '').slice(0, -length);
	const messages = /(?:\/v1)?\/messages(?:\/count_tokens)?$/.exec(path);
	if (messages !== null) return {kind: 'messages-path', better: upTo(messages[0].length)};
	const openai = /(?:\/v\d+)?\/(?:chat\/completions|completions|responses|models)$/.exec(path);
	if (openai !== null) return {kind: 'openai-path', better: upTo(openai[0].length)};
	if (/\/v1$/.test(path)) return {kind: 'ends-in-v1', better: upTo(3)};
	return url.protocol === 'http:' && !isLocal(url.hostname) ? {kind: 'plain-http', host: url.host} : null;
}

function withoutScheme(text: string): AddressRemark {
	const host = /^(?:localhost|[\w-]+(?:\.[\w-]+)+|\[[\da-f:]+\])(?::\d+)?(?:\/.*)?$/i.test(text);
	if (!host) return {kind: 'not-an-address'};
	const {hostname} = new URL(`http://${text}`);
	return {kind: 'no-scheme', better: `${isLocal(hostname) ? 'http' : 'https'}://${text}`};
}

export function isLocal(hostname: string): boolean {
	return /^(?:localhost|127(?:\.\d+){3}|\[::1\]|.*\.localhost)$/i.test(hostname);
}
