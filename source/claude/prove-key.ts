import type {Secret} from '../credentials/secret.ts';
import type {Machine} from '../machine/machine.ts';
import {showable} from './showable.ts';

/** A request that shows whether a key is good; the key goes into `header`, after `before`. From the catalogue of endpoints. */
export type KeyRequest = {readonly url: string; readonly header: string | null; readonly before: string};

export type ProvedKey =
	| {readonly state: 'good'}
	/** Good, and nothing is left to pay with: the next message ends with 402. */
	| {readonly state: 'no-credit'; readonly shown: string}
	| {readonly state: 'bad'; readonly status: number; readonly shown: string}
	/** Nothing is known of the key. */
	| {readonly state: 'unknown'; readonly why: string};

/** One GET to the host the key belongs to. Whoever asks has shown that host. Redirects are not followed. */
export async function proveKey(
	{network}: Pick<Machine, 'network'>,
	{url, header, before}: KeyRequest,
	key: Secret,
	{timeout, signal}: {readonly timeout: number; readonly signal?: AbortSignal},
): Promise<ProvedKey> {
	const reply = await network.call({
		method: 'GET',
		url,
		headers: {'anthropic-version': '2023-06-01', ...(header === null ? {} : {[header]: `${before}${key.reveal()}`})},
		timeout,
		...(signal === undefined ? {} : {signal}),
	});
	if (reply.state === 'failed') return {state: 'unknown', why: `${new URL(url).host} was not reached (${reply.code})`};
	const {status, body} = reply;
	if (header !== null && (status === 401 || status === 403)) return {state: 'bad', status, shown: showable(body)};
	if (status === 402) return {state: 'no-credit', shown: showable(body)};
	if (status !== 200) return {state: 'unknown', why: `${new URL(url).host} answered ${status}`};
	const spent = creditGone(body);
	return spent === null ? {state: 'good'} : {state: 'no-credit', shown: spent};
}

/** OpenRouter tells what is left of a limit, DeepSeek whether there is any. */
function creditGone(body: string): string | null {
	let said: unknown;
	try {
		said = JSON.parse(body);
	} catch {
		return null;
	}
	if (typeof said !== 'object' || said === null) return null;
	const data = 'data' in said && typeof said.data === 'object' && said.data !== null ? said.data : said;
	if ('limit_remaining' in data && typeof data.limit_remaining === 'number' && data.limit_remaining <= 0)
		return 'nothing is left of its limit';
	if ('is_available' in data && data.is_available === false) return 'its balance is used up';
	return null;
}
