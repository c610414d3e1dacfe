import {explainFailure} from '../../claude/failure.ts';
import {proveKey} from '../../claude/prove-key.ts';
import {showable} from '../../claude/showable.ts';
import type {Machine, Reply} from '../../machine/machine.ts';
import {providerAt} from '../../providers/index.ts';
import {keyProof} from '../../providers/key-proof.ts';
import type {Upstream} from '../../providers/translators/translator.ts';

/** `unproved`: the service could not be reached. */
export type UpstreamProof =
	| {readonly state: 'good'}
	| {readonly state: 'bad'; readonly cause: string; readonly status: number; readonly shown: string}
	| {readonly state: 'unproved'; readonly why: string};

const timeout = 15_000;

/**
 * Asks the service itself: about the key at its own page for that, where it has one, and then with one message of one token, since lists
 * of models are public in many places and prove nothing of key or model.
 */
export async function proveUpstream(upstream: Upstream, machine: Pick<Machine, 'network'>): Promise<UpstreamProof> {
	const {baseUrl, key, model} = upstream;
	const provider = providerAt(baseUrl);
	const page = provider === null ? null : keyProof(provider, baseUrl);
	if (page !== null) {
		const proved = await proveKey(machine, page, key, {timeout});
		if (proved.state === 'bad') return {state: 'bad', cause: 'key-invalid', status: proved.status, shown: proved.shown};
		if (proved.state === 'no-credit') return {state: 'bad', cause: 'credits-exhausted', status: 402, shown: proved.shown};
	}
	const reply = await machine.network.call({
		method: 'POST',
		url: `${baseUrl}/chat/completions`,
		headers: {authorization: `Bearer ${key.reveal()}`, 'content-type': 'application/json'},
		body: JSON.stringify({model, max_tokens: 1, messages: [{role: 'user', content: 'Hi'}]}),
		timeout,
	});
	return read(reply, baseUrl);
}

function read(reply: Reply, baseUrl: string): UpstreamProof {
	if (reply.state === 'failed') return {state: 'unproved', why: `${new URL(baseUrl).host} was not reached (${reply.code})`};
	const {status, body} = reply;
	// Some models take no such short answer, and say so: the key was good enough to be told.
	if (status < 300 || (status === 400 && /max_(?:completion_|output_)?tokens/.test(body))) return {state: 'good'};
	const explained = explainFailure(`API Error: ${status} ${body}`, {status, baseUrl});
	const first = explained.state === 'explained' ? explained.first.cause : 'unknown';
	return {state: 'bad', cause: causeHere(first, status), status, shown: showable(body)};
}

/** Nothing stands between here: what is refused is the key itself. */
function causeHere(cause: string, status: number): string {
	if (status === 401 && (cause === 'unknown' || cause.startsWith('gateway'))) return 'key-invalid';
	if (status === 402 && cause === 'unknown') return 'credits-exhausted';
	if (status === 404 && (cause === 'unknown' || cause === 'base-url-path')) return 'model-name-unknown';
	return cause;
}
