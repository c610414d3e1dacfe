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
			/** Why this version's call fails although the address can be read; null where it does not. */
			readonly fails: string | null;
	  }
	| {readonly ok: false; readonly why: string};

/** `path` begins with a slash; `query` is what claude itself adds. */
export function messagesAddress(base: string, rules: Rules, path = '/v1/messages', query = '?beta=true'): Address {
	const trimmed = base.trim();
	const url = parse(`${withScheme(trimmed, rules).replace(/\/$/, '')}${path}${query}`);
	if (url === null) return {ok: false, why: `"${trimmed}" is no address: it needs http:// or https:// in front`};
	if (rules.twoSlashesFirst === 'one-is-cut') url.pathname = url.pathname.replace(/^\/\//, '/');
	// A fragment or a query in the base swallows the path; the newer SDK parses what it finds there and writes it anew.
	if (rules.queryInAddress === 're-encoded' && url.search !== '') url.search = new URLSearchParams(url.search).toString();
	return {
		ok: true,
		url: `${url.protocol}//${url.host}${url.pathname}`,
		target: `${url.pathname}${url.search}${rules.fragmentInAddress === 'goes-out' ? url.hash : ''}`,
		userInfo: url.username === '' && url.password === '' ? null : `${decode(url.username)}:${decode(url.password)}`,
		fails: whyItFails(url, rules),
	};
}

/** `localhost:4000` parses as an address of the scheme "localhost:", which older versions cannot call. */
function withScheme(base: string, rules: Rules): string {
	return rules.hostWithoutScheme === 'means-http' && /^(?!https?:)[a-z][\w.-]*:\d/i.test(base) ? `http://${base}` : base;
}

function whyItFails({protocol, username, password}: URL, rules: Rules): string | null {
	if (!/^https?:$/.test(protocol)) return `it cannot call an address that begins with ${protocol}`;
	if (username === '' && password === '') return null;
	if (rules.userInfoInAddress === 'fails') return 'this version cannot call an address with a user name in it';
	return rules.userInfoInAddress === 'left-out' && password === ''
		? 'this version cannot call an address with a user name and no password'
		: null;
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
