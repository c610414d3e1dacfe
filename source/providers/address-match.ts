import {isLocal} from '../credentials/address.ts';
import type {BaseUrl} from './provider.ts';

/**
 * How an address relates to a documented one. `same` but for a slash or for what the user fills in; `host`: the same server, another
 * path, with `common` letters of it alike.
 */
export type Match = {readonly kind: 'same'} | {readonly kind: 'host'; readonly common: number};

export function matchAddress(address: string, {url}: Pick<BaseUrl, 'url'>): Match | null {
	if (!URL.canParse(address)) return null;
	const typed = new URL(address);
	const [, scheme = '', host = '', path = ''] = /^(https?:)\/\/([^/]+)(.*)$/.exec(url) ?? [];
	const own = typed.pathname.replace(/\/+$/, '');
	const samePath = pattern(path).test(own);
	// A host that is the user's alone says nothing without its path.
	if (/^\{[^}]*\}$/.test(host)) return samePath && path !== '' && typed.protocol === scheme ? {kind: 'same'} : null;
	if (!sameServer(typed, scheme, host)) return null;
	return samePath ? {kind: 'same'} : {kind: 'host', common: inCommon(path, own)};
}

/** Whether something in it stands for what only the user knows. */
export function isTemplate({url}: Pick<BaseUrl, 'url'>): boolean {
	return /\{[^}]*\}/.test(url);
}

function sameServer(typed: URL, scheme: string, host: string): boolean {
	const bare = (name: string) => name.replace(/^www\./, '');
	if (isTemplate({url: host})) return pattern(host).test(typed.host);
	const known = new URL(`${scheme}//${host}`);
	// On this computer the port is all there is to know a server by.
	if (isLocal(known.hostname)) return isLocal(typed.hostname) && known.port === typed.port;
	return bare(known.host) === bare(typed.host);
}

function pattern(text: string): RegExp {
	const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]*\}/g, '[^/]+');
	return new RegExp(`^${escaped}$`, 'i');
}

function inCommon(one: string, other: string): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length++;
	return length;
}
