import {isLocal} from '../credentials/address.ts';
import {isTemplate} from './address-match.ts';
import type {BaseUrl, Provider} from './provider.ts';

/** What is known of the address when only the endpoint is named. */
export type UsualAddress =
	| {readonly kind: 'one'; readonly url: string}
	/** Listens there unless somebody chose another port or another computer. */
	| {readonly kind: 'likely'; readonly url: string}
	/** They differ in account, region or bill. */
	| {readonly kind: 'choose'; readonly from: readonly BaseUrl[]}
	/** A part of it is the user's: an account, a workspace. */
	| {readonly kind: 'fill-in'; readonly url: string}
	| {readonly kind: 'unknown'};

export function usualAddress({baseUrls, choice}: Pick<Provider, 'baseUrls' | 'choice'>): UsualAddress {
	const [first] = baseUrls;
	if (first === undefined) return {kind: 'unknown'};
	if (choice === 'asked' && baseUrls.length > 1) return {kind: 'choose', from: baseUrls};
	if (isTemplate(first)) return {kind: 'fill-in', url: first.url};
	return {kind: isLocal(new URL(first.url).hostname) ? 'likely' : 'one', url: first.url};
}
