import type {Rules} from './rules.ts';

export const defaultBase = 'https://api.anthropic.com';

/** The address of the messages request as the SDK inside `claude` builds it from a base URL. */
export type Address =
	| {
			readonly ok: true;
			/** Without query, user info and fragment. */
			readonly url: string;
			/** Path and query as they go on the wire. */
			readonly target: string;
			/** `user:password` of the base URL, decoded; null where it has none. */
			readonly userInfo: string | null;
	  }
	| {readonly ok: false; readonly why: string};

/** `path` begins with a slash; `query` is what claude itself adds. */
export function messagesAddress(base: string, rules: Rules, path = '/v1/messages', query = '?beta=true'): Address {
	const slashes = rules.slashesAtTheEnd === 'all-are-cut' ? /\/+$/ : /\/$/;
	const url = parse(`${base.trim().replace(slashes, '')}${path}${query}`);
	if (url === null) return {ok: false, why: `"${base.trim()}" is no address: it needs http:// or https:// in front`};
	const userInfo = url.username === '' && url.password === '' ? null : `${decode(url.username)}:${decode(url.password)}`;
	// A fragment or a query in the base swallows the path; the newer SDK parses what it finds there and writes it anew.
	if (rules.queryInAddress === 're-encoded' && url.search !== '') url.search = new URLSearchParams(url.search).toString();
	return {
		ok: true,
		url: `${url.protocol}//${url.host}${url.pathname}`,
		target: `${url.pathname}${url.search}${rules.fragmentInAddress === 'goes-out' ? url.hash : ''}`,
		userInfo,
	};
}

function parse(text: string): URL | null {
	try {
		return new URL(text);
	} catch {
		return null;
	}
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
