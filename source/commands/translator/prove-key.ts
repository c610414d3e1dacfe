import {explainFailure} from '../../claude/failure.ts';
import type {Machine} from '../../machine/machine.ts';
import {printable} from '../../places/show.ts';
import {providerAt} from '../../providers/index.ts';
import type {Upstream} from '../../providers/translators/translator.ts';

/** `unproved`: the service could not be reached, or says nothing of the key. */
export type KeyProof =
	| {readonly state: 'good'; readonly by: string}
	| {readonly state: 'bad'; readonly cause: string; readonly status: number; readonly shown: string}
	| {readonly state: 'unproved'; readonly why: string};

const patience = 15_000;

/**
 * Asks the service itself about the key: at its own page for that, where it has one; else with one message of one token, since lists of
 * models are public in many places and prove nothing.
 */
export async function proveKey({baseUrl, key, model}: Upstream, {network}: Pick<Machine, 'network'>): Promise<KeyProof> {
	const base = baseUrl.replace(/\/+$/, '');
	const headers = {authorization: `Bearer ${key.reveal()}`, 'content-type': 'application/json'};
	const page = providerAt(baseUrl)?.proof ?? null;
	if (page !== null && page.header === 'bearer' && URL.canParse(page.url) && new URL(page.url).host === new URL(baseUrl).host) {
		const proof = read(await network.call({method: 'GET', url: page.url, headers, timeout: patience}), page.url);
		if (proof.state !== 'good') return proof;
	}
	const body = JSON.stringify({model, max_tokens: 1, messages: [{role: 'user', content: 'Hi'}]});
	const url = `${base}/chat/completions`;
	return read(await network.call({method: 'POST', url, headers, body, timeout: patience}), url);
}

function read(reply: Awaited<ReturnType<Machine['network']['call']>>, url: string): KeyProof {
	const {host} = new URL(url);
	if (reply.state === 'failed') return {state: 'unproved', why: `${host} was not reached: ${reply.code}`};
	if (reply.status < 300) return {state: 'good', by: host};
	const explained = explainFailure(`API Error: ${reply.status} ${reply.body}`, {status: reply.status, baseUrl: url});
	const first = explained.state === 'explained' ? explained.first.cause : 'unknown';
	// Some models take no such short answer, and say so: the key was good enough to be told.
	if (reply.status === 400 && /max_tokens|max_completion_tokens|max_output_tokens/.test(reply.body)) return {state: 'good', by: host};
	const cause = reply.status === 401 && first === 'gateway-upstream-key' ? 'key-invalid' : first;
	return {state: 'bad', cause, status: reply.status, shown: printable(reply.body.replaceAll(/\s+/g, ' ')).slice(0, 200)};
}
