import type {Machine, Reply} from '../machine/machine.ts';
import {type ProbeWish, probe} from './probe.ts';
import {probeForms} from './probe-forms.ts';

/** Whether a server answers what claude asks, and below which address. */
export type SpeaksMessages =
	| {readonly state: 'yes'; readonly base: string}
	| {readonly state: 'no'}
	/** It asks for a key before it looks at what is wanted, or did not answer. */
	| {readonly state: 'unknown'};

/** Each costs a round trip. */
const most = 6;

/** Asks without any key, on the one host: an endpoint that wants one says so in Anthropic's words, and one that has no such path says that. */
export async function speaksMessages(
	machine: Pick<Machine, 'network'>,
	base: string,
	{timeout, signal}: Pick<ProbeWish, 'timeout' | 'signal'>,
): Promise<SpeaksMessages> {
	const ask = async (url: string) => {
		const wish: ProbeWish = {url, bearer: null, xApiKey: null, model: {ask: 'unknown'}, timeout, ...(signal === undefined ? {} : {signal})};
		return (await probe(machine, wish)).reply;
	};
	let guarded = false;
	for (const form of [base.replace(/\/+$/, ''), ...probeForms(base).map(other => other.base)].slice(0, most)) {
		if (signal?.aborted) break;
		const reply = await ask(`${form}/v1/messages`);
		if (reply.state === 'failed') return {state: 'unknown'};
		const sounds = soundOf(reply);
		if (sounds === 'messages') return {state: 'yes', base: form};
		if (sounds === 'none') continue;
		// Refused in words of its own: where a path that nobody has is refused the same way, the words say nothing of the path.
		const nowhere = await ask(`${form}/v1/wizard-probe-no-such-path`);
		if (nowhere.state === 'answered' && nowhere.status === 404 && reply.status !== 404) return {state: 'yes', base: form};
		guarded = true;
	}
	return {state: guarded ? 'unknown' : 'no'};
}

type Answered = Extract<Reply, {state: 'answered'}>;

function soundOf({status, headers, body}: Answered): 'messages' | 'none' | 'refused' {
	if (status >= 300 && status < 400) return 'none';
	if (/^text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*</.test(body)) return 'none';
	const said = parsed(body);
	if (said?.type === 'message') return 'messages';
	// Anthropic's shape of an error; of a 404 only the one about the model, since its 404 for a path looks the same.
	if (said?.type === 'error' && typeof said.error === 'object' && (status !== 404 || /model/i.test(body))) return 'messages';
	if (status === 404 || status === 405 || status === 501) return 'none';
	return 'refused';
}

function parsed(body: string): {readonly type?: unknown; readonly error?: unknown} | null {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
}
