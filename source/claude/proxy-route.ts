import {isOlder} from './is-older.ts';

/** The way a request of Claude Code takes: our own probe always goes direct, and that must be said where the two differ. */
export type Route =
	| {readonly by: 'direct'}
	| {
			readonly by: 'proxy';
			readonly variable: string;
			readonly host: string;
			/** What keeps a request from leaving by it. `scheme` is one that claude cannot use, such as socks5. */
			readonly usable: 'yes' | 'no-address' | 'scheme';
	  };

/** Variables that decide about the way. */
export const routing = [
	'https_proxy',
	'HTTPS_PROXY',
	'http_proxy',
	'HTTP_PROXY',
	'all_proxy',
	'ALL_PROXY',
	'no_proxy',
	'NO_PROXY',
] as const;

/**
 * Claude Code takes HTTPS_PROXY also for http addresses, and asks for the lower case first. Of two spellings of NO_PROXY 2.1.100 takes
 * the upper case, 2.1.197 the lower, and 2.1.329 both; it alone knows ALL_PROXY and ranges such as 127.0.0.0/8. All of this was seen with a
 * proxy on 127.0.0.1 (test/evidence/proxy-routes.jsonl).
 */
export function proxyRoute(url: string, variables: Readonly<Record<string, string | undefined>>, version: string | null = null): Route {
	if (!URL.canParse(url)) return {by: 'direct'};
	const newest = version === null || !isOlder(version, [2, 1, 329]);
	const target = new URL(url);
	const before197 = version !== null && isOlder(version, [2, 1, 197]);
	const upperFirst = before197 && !isOlder(version, [2, 1, 100]);
	const lists = (upperFirst ? ['NO_PROXY', 'no_proxy'] : ['no_proxy', 'NO_PROXY']).map(name => variables[name]).filter(Boolean);
	if (isExcepted(target, (newest ? lists.join(',') : lists[0]) ?? '', newest)) return {by: 'direct'};
	for (const variable of routing.slice(0, newest ? 6 : 4)) {
		const text = variables[variable]?.trim();
		if (text) return {by: 'proxy', variable, ...addressOf(text)};
	}
	return {by: 'direct'};
}

function addressOf(text: string): {readonly host: string; readonly usable: 'yes' | 'no-address' | 'scheme'} {
	// `proxy.corp:8080`: the newer versions put http:// in front, 2.0.77 does not start with it.
	const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
	if (!URL.canParse(whole)) return {host: 'an address that cannot be read', usable: 'no-address'};
	const {host, protocol} = new URL(whole);
	return {host, usable: /^https?:$/.test(protocol) ? 'yes' : 'scheme'};
}

function isExcepted({hostname, port}: URL, list: string, ranges: boolean): boolean {
	return list
		.split(/[\s,]+/)
		.filter(Boolean)
		.some(entry => {
			if (entry === '*') return true;
			if (ranges && entry.includes('/')) return isWithin(hostname, entry);
			const [, host = '', onPort] = /^\.?(?:\*\.)?([^:]+|\[[^\]]+\])(?::(\d+))?$/.exec(entry) ?? [];
			if (host === '' || (onPort !== undefined && onPort !== port)) return false;
			return hostname === host || hostname.endsWith(`.${host}`);
		});
}

/** `10.0.0.0/8`, for addresses of the old kind. */
function isWithin(hostname: string, range: string): boolean {
	const [network = '', bits = ''] = range.split('/');
	const [one, other] = [numberOf(hostname), numberOf(network)];
	if (one === null || other === null || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false;
	const size = 2 ** (32 - Number(bits));
	return Math.floor(one / size) === Math.floor(other / size);
}

function numberOf(address: string): number | null {
	const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)?.slice(1).map(Number);
	return parts === undefined || parts.some(part => part > 255) ? null : parts.reduce((sum, part) => sum * 256 + part, 0);
}
