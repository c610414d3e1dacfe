import type {Asked} from './ask.ts';
import type {Cause} from './causes/cause.ts';
import {type Explanation, explainFailure} from './failure.ts';
import type {ProbeContext, ProbeReading} from './probe-reading.ts';
import type {Route} from './proxy-route.ts';

/** What is known of the request besides the answers. */
export type Known = ProbeContext & {
	/** The full address of the messages request. */
	readonly url: string;
	/** Credential headers that went out with something in them. */
	readonly sent: readonly ('authorization' | 'x-api-key')[];
	readonly route: Route;
};

export type Judgement = {
	readonly ok: boolean;
	readonly cause: Cause | 'unknown' | null;
	/** Not yet fit to show. */
	readonly text: string;
	readonly status: number | null;
};

/**
 * Both answers together. The real program decides whether the setup works; the probe tells why it does not, since claude hides the
 * server's words behind its own in three cases, and follows redirects without a word.
 */
export function judge(asked: Asked | null, probe: ProbeReading | null, other: ProbeReading | null, told: Known): Judgement {
	const known = {...told, here: [...(told.here ?? []), ...told.sent.map(header => headerSigns[header])]};
	if (asked === null) return byProbe(probe, other, known);
	switch (asked.state) {
		case 'answered':
			return {ok: true, cause: null, text: asked.text, status: 200};
		case 'cancelled':
			return failed('unknown', 'It was cancelled', null);
		case 'not-started':
			return failed('cli-missing', `claude could not be started: ${asked.why}`, null);
		case 'timeout':
			return failed(unreachedCause(probe) ?? 'timeout', asked.text === '' ? 'No answer within the time limit' : asked.text, null);
		case 'refused':
			return refused(asked, probe, other, known);
	}
}

const headerSigns = {authorization: 'sent-bearer', 'x-api-key': 'sent-key'} as const;

function byProbe(probe: ProbeReading | null, other: ProbeReading | null, known: Known): Judgement {
	if (probe === null) return failed('unknown', 'Nothing could be asked', null);
	switch (probe.state) {
		case 'accepted':
			return {ok: true, cause: null, text: probe.text, status: null};
		case 'redirect':
			return failed('base-url-path', `The address leads elsewhere: ${probe.to ?? 'it does not say where'}`, null);
		case 'not-evidence':
			return failed('client-not-allowed', probe.text, null);
		case 'unreached':
			return failed(probe.cause, probe.text, null);
		case 'refused':
			return failed(weighed([explainFailure(probe.text, known)], probe, other, known) ?? probe.cause ?? 'unknown', probe.text, null);
	}
}

function refused(asked: Asked & {state: 'refused'}, probe: ProbeReading | null, other: ProbeReading | null, known: Known): Judgement {
	const {text} = asked;
	const hides = hidesServer(text);
	const plain = probe?.state === 'refused' ? probe : null;
	// Up to 2.1.100 no status comes with it. Where a credential went out, the words stand for what the server says to it.
	const status = asked.status ?? (hides && known.sent.length > 0 ? (plain?.status ?? null) : null);
	const context = status === null ? known : {...known, status};
	if (status === 404 && hides) return failed(notFoundCause(probe, known), withServer(text, plain), status);
	if (status === null && known.route.by === 'proxy' && refusesTunnel.test(text)) return failed('http-proxy-auth', text, status);
	const own = explainFailure(text, context);
	if (status === null && isNetwork(own) && probe !== null && probe.state !== 'unreached') {
		if (known.route.by === 'proxy') return failed('http-proxy-misroute', text, status);
		// 2.0.77 and 2.1.100 call every strange answer a connection error.
		if (plain?.cause != null) return failed(plain.cause, withServer(text, plain), plain.status);
	}
	const theirs = plain !== null && (status === plain.status || (status === null && own.state === 'unknown')) ? plain : null;
	const explained = [...(theirs === null ? [] : [explainFailure(theirs.text, context)]), ...(hides && status !== null ? [] : [own])];
	const cause = weighed(explained, probe, other, known) ?? theirs?.cause ?? (hides ? hiddenCause(text, known) : null);
	return failed(cause ?? 'unknown', hides || own.state === 'unknown' ? withServer(text, theirs) : text, status);
}

/**
 * A proxy that answers and opens no tunnel: 407, and in the words of 2.1.329 and 2.1.100 a 403 alike (measured; 2.1.197 gives the status,
 * 2.0.77 says "Connection error" to everything). A dead one is refused or not found instead.
 */
const refusesTunnel = /ERR_PROXY_TUNNEL|refused the tunnel|UND_ERR_ABORTED/;

/** The words claude puts in place of the server's (2.0.77 to 2.1.329): after a 401 that names x-api-key, a 403, and every 404. */
function hidesServer(text: string): boolean {
	return /^Not logged in|^Invalid API key · |issue with the selected model|^Your account does not have access to Claude\. /.test(text);
}

function withServer(text: string, plain: (ProbeReading & {state: 'refused'}) | null): string {
	return plain === null ? text : `${text} — the server: ${plain.text.replace(/^API Error: /, '')}`;
}

/** claude blames the model for every 404. The probe, which asked for no model of that name, knows better. */
function notFoundCause(probe: ProbeReading | null, {url}: Known): Cause {
	if (hasDoubledPath(url)) return 'base-url-dup-v1';
	if (probe?.state === 'redirect') return 'base-url-path';
	if (probe?.state !== 'refused' || probe.cause === null) return 'model-name-unknown';
	return ['base-url-path', 'html-not-json', 'protocol-mismatch'].includes(probe.cause) ? probe.cause : 'model-name-unknown';
}

/** The strongest explanation, without what cannot be: "not logged in" where a credential went out. */
function weighed(explained: readonly Explanation[], probe: ProbeReading | null, other: ProbeReading | null, known: Known): Cause | null {
	const named = explained.flatMap(one => (one.state === 'explained' ? [one.first, ...one.others] : []));
	const suspects = named.filter(({cause}) => possible(cause, known)).toSorted((one, two) => two.weight - one.weight);
	const first = suspects[0]?.cause ?? null;
	if (first === null) return null;
	if (other?.state === 'accepted' && probe?.state !== 'accepted') return 'wrong-header';
	const saysMissing = named.some(({cause}) => cause === 'empty-key');
	const keyIsBad = suspects.find(({cause}) => cause === 'key-invalid' || cause === 'gateway-key-unknown');
	// It fails in both headers, and the server speaks of a wrong key and not of a missing one: the header was not what is wrong.
	if (first === 'wrong-header' && other?.state === 'refused' && !saysMissing && keyIsBad !== undefined) return keyIsBad.cause;
	if (first === 'base-url-dup-v1' || first === 'base-url-path') return hasDoubledPath(known.url) ? 'base-url-dup-v1' : 'base-url-path';
	return first;
}

function possible(cause: Cause, {sent}: Known): boolean {
	switch (cause) {
		case 'not-logged-in':
		case 'empty-key':
			return sent.length === 0;
		default:
			return true;
	}
}

function hiddenCause(text: string, {sent}: Known): Cause {
	if (sent.length === 0) return 'not-logged-in';
	if (text.startsWith('Your account')) return 'account-no-access';
	// Said of a Bearer only where the server's words named x-api-key.
	return text.startsWith('Not logged in') ? 'wrong-header' : 'key-invalid';
}

function hasDoubledPath(url: string): boolean {
	return /\/v1\/v1\/messages$|\/messages\/v1\/messages$/.test(url);
}

function isNetwork(explanation: Explanation): boolean {
	return (
		explanation.state === 'explained' && ['unreachable-host', 'timeout', 'dns', 'http-proxy-misroute'].includes(explanation.first.cause)
	);
}

function unreachedCause(probe: ProbeReading | null): Cause | null {
	return probe?.state === 'unreached' ? probe.cause : null;
}

function failed(cause: Judgement['cause'], text: string, status: number | null): Judgement {
	return {ok: false, cause, text, status};
}
