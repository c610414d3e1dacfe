import type {Reply} from '../machine/machine.ts';
import type {Cause} from './causes/cause.ts';
import {explainFailure} from './failure.ts';
import type {Context} from './failures/signs.ts';
import {unknownModel} from './probe.ts';

/** What is known beforehand of how an endpoint takes a probe. Whoever asks brings it along from the catalogue of endpoints. */
export type ProbeAdvice = {
	/** What a model that nobody has is answered with. */
	readonly unknownModel: 'refused' | 'answered' | 'unknown';
	/** Some relays refuse every program but Claude Code. */
	readonly admits: 'anyone' | 'perhaps-claude-code-only';
};

export type ProbeContext = Context & {readonly advice?: ProbeAdvice};

/** What the answer to a probe tells. */
export type ProbeReading =
	/** A model answered, or only the model was refused: the address and the credential are good. */
	| {readonly state: 'accepted'; readonly by: 'answer' | 'model-refused'; readonly text: string}
	/** Moved: a credential that follows would go where nobody meant it to. */
	| {readonly state: 'redirect'; readonly to: string | null; readonly otherHost: boolean}
	/** The relay lets no program in but Claude Code: nothing is known of address, key or model. */
	| {readonly state: 'not-evidence'; readonly text: string}
	| {readonly state: 'refused'; readonly cause: Cause | null; readonly status: number; readonly text: string}
	/** No answer at all. */
	| {readonly state: 'unreached'; readonly cause: Cause; readonly text: string};

/** Pure: from what came back to what it means. */
export function readProbe(url: string, reply: Reply, context: ProbeContext = {}): ProbeReading {
	if (reply.state === 'failed') return {state: 'unreached', cause: causeOf(reply.code), text: `${reply.code}: ${reply.message}`};
	const {status, headers, body} = reply;
	if (status >= 300 && status < 400) return redirectTo(url, headers['location'] ?? null);
	const text = `API Error: ${status} ${body}`;
	if (looksLikeHtml(headers['content-type'] ?? '', body))
		return {state: 'refused', status, cause: 'html-not-json', text: `${status} answered with a web page`};
	if (status === 200 && isMessage(body)) return {state: 'accepted', by: 'answer', text};
	const explained = explainFailure(text, {...context, status});
	const cause = explained.state === 'explained' ? explained.first.cause : null;
	const sure = explained.state === 'explained' && explained.first.weight > weightOfStatus(status, context);
	// Where unknown models are refused, words that name ours are about the model, however they put it.
	if (context.advice?.unknownModel === 'refused' && !sure && refusesInput(status) && body.includes(unknownModel))
		return {state: 'accepted', by: 'model-refused', text};
	// Such a relay may have meant the program that asked: without plain words about the key, nothing is known of it.
	if (context.advice?.admits === 'perhaps-claude-code-only' && !sure && refusesCaller(status)) return {state: 'not-evidence', text};
	switch (cause) {
		case 'client-not-allowed':
			return {state: 'not-evidence', text};
		case 'model-name-unknown':
		case 'model-unavailable':
			return {state: 'accepted', by: 'model-refused', text};
		default:
			return status === 200
				? {state: 'refused', status, cause: cause ?? 'protocol-mismatch', text}
				: {state: 'refused', status, cause: wrongPath(status, body) ?? cause, text};
	}
}

/** What the status alone would speak for: only words that say more are a reason. */
function weightOfStatus(status: number, context: Context): number {
	const bare = explainFailure(`API Error: ${status} {}`, {...context, status});
	return bare.state === 'explained' ? bare.first.weight : 0;
}

function refusesInput(status: number): boolean {
	return status === 400 || status === 404 || status === 422;
}

function refusesCaller(status: number): boolean {
	return status === 400 || status === 401 || status === 403;
}

/** A 404 that speaks of no model is about the path, whatever else its words might mean elsewhere. */
function wrongPath(status: number, body: string): Cause | null {
	if (status === 405) return 'base-url-path';
	if (status !== 404 || /model/i.test(body)) return null;
	return /invalid url \(post|chat\/completions/i.test(body) ? 'protocol-mismatch' : 'base-url-path';
}

function redirectTo(url: string, location: string | null): ProbeReading {
	if (location === null || !URL.canParse(location, url)) return {state: 'redirect', to: null, otherHost: true};
	const to = new URL(location, url);
	return {state: 'redirect', to: `${to.origin}${to.pathname}`, otherHost: to.origin !== new URL(url).origin};
}

function looksLikeHtml(type: string, body: string): boolean {
	return /^text\/html\b/i.test(type) || /^\s*<(?:!doctype html|html)\b/i.test(body);
}

/** Cut at 64 KiB it would not parse, but then it is no answer of one token either. */
function isMessage(body: string): boolean {
	try {
		const value = JSON.parse(body) as {type?: unknown; content?: unknown} | null;
		return value?.type === 'message' && Array.isArray(value.content);
	} catch {
		return false;
	}
}

/** From the system's word to the cause. What is not in the list is a broken connection. */
function causeOf(code: string): Cause {
	if (/^(?:ENOTFOUND|EAI_|ENODATA|EREFUSED|ESERVFAIL)/.test(code)) return 'dns';
	if (/TIMEDOUT|TIMEOUT/.test(code)) return 'timeout';
	if (/CERT|SELF_SIGNED|UNABLE_TO|ISSUER|ERR_TLS/.test(code)) return 'tls-intercept';
	if (/INVALID_(?:CHAR|HTTP_TOKEN)/.test(code)) return 'malformed-key';
	return 'unreachable-host';
}
