import {type Asked, ask} from '../claude/ask.ts';
import type {Cause} from '../claude/causes.ts';
import {findForm} from '../claude/find-form.ts';
import type {Copy} from '../claude/installed.ts';
import type {Known} from '../claude/judge.ts';
import {inOtherHeader, type Probed, type ProbeWish, probe} from '../claude/probe.ts';
import type {Form} from '../claude/probe-forms.ts';
import {readProbe} from '../claude/probe-reading.ts';
import {type Trial, trialOf} from '../claude/trial.ts';
import type {Machine} from '../machine/machine.ts';
import type {Situation} from '../problems/problem.ts';
import {providerAt} from '../providers/index.ts';
import type {Header, NotSentCause} from '../request/request.ts';
import {type LiveTarget, liveTarget} from './live-target.ts';
import {tilde} from './tilde.ts';

export type Proof =
	/** `form` is another form of the address, at the same host, that takes the credential. */
	| {readonly state: 'tried'; readonly trial: Trial; readonly form: Form | null}
	| {readonly state: 'no-claude'}
	| {readonly state: 'cancelled'};

export type ProofOptions = {
	/** Milliseconds for each of the two. */
	readonly timeout: number;
	readonly signal?: AbortSignal;
	/** Without an installed claude the plain request alone counts. */
	readonly alone?: 'probe';
	/** As request-size.ts measured it. */
	readonly bytes?: number | null;
};

/** What a prompt is given at most, unless asked otherwise: slow models think before they say "ok". */
export const usualTimeout = 60_000;

/**
 * Proves a setup with one live prompt through the installed claude and one plain request beside it. Whoever calls has shown the host
 * and has consent (live-consent.ts).
 */
export async function prove(machine: Machine, situation: Situation, options: ProofOptions): Promise<Proof> {
	const claude = runnable(situation);
	if (claude === null && options.alone === undefined) return {state: 'no-claude'};
	const target = liveTarget(situation);
	if (target === null) return {state: 'tried', trial: nothingSent(situation, machine), form: null};
	const known = knownOf(target, situation);
	const probed =
		target.probe === null ? null : await probe(machine, {...target.probe, model: modelFor(known, target), ...limits(options, probeTime)});
	if (options.signal?.aborted) return {state: 'cancelled'};
	// claude follows a redirect with the credential in hand: where it leads to another host, nothing more is sent.
	const asked = claude === null || leadsAway(probed, known) ? null : await askThere(machine, claude, target, options);
	if (asked?.state === 'cancelled') return {state: 'cancelled'};
	const other = asked === null || asked.state === 'refused' ? await tryOtherHeader(machine, probed, asked, options) : null;
	if (options.signal?.aborted) return {state: 'cancelled'};
	const trial = trialOf({asked, probed, other, known, measured: options.bytes ?? null});
	const form =
		probed !== null && !leadsAway(probed, known) && mayBeTheForm(trial)
			? await findForm(machine, known.baseUrl, {...probed.wish, timeout: formTime})
			: null;
	return options.signal?.aborted ? {state: 'cancelled'} : {state: 'tried', trial, form};
}

/** A plain request needs no model to think. */
const probeTime = 15_000;
const formTime = 5_000;

function mayBeTheForm({cause}: Trial): boolean {
	return cause === 'base-url-path' || cause === 'base-url-dup-v1' || cause === 'html-not-json' || cause === 'protocol-mismatch';
}

function limits({timeout, signal}: ProofOptions, most: number) {
	return {timeout: Math.min(timeout, most), ...(signal === undefined ? {} : {signal})};
}

function runnable({claude}: Situation): Copy | null {
	return claude.chosen?.condition.state === 'runs' ? claude.chosen : null;
}

function askThere(machine: Machine, claude: Copy, target: LiveTarget, {timeout, signal}: ProofOptions): Promise<Asked> {
	const folder = target.decidedBy === 'project' ? machine.environment.cwd : null;
	return ask(machine, claude, {folder, timeout, ...(signal === undefined ? {} : {signal})});
}

function leadsAway(probed: Probed | null, known: Known): boolean {
	if (probed === null) return false;
	const reading = readProbe(probed.wish.url, probed.reply, known);
	return reading.state === 'redirect' && reading.otherHost;
}

/** The same key in the other header, to the same host, only where that can tell a wrong header from a wrong key. */
async function tryOtherHeader(machine: Machine, probed: Probed | null, asked: Asked | null, options: ProofOptions): Promise<Probed | null> {
	const refusedKey = (status: number | null) => status === 401 || status === 403;
	if (probed?.reply.state !== 'answered' || !refusedKey(probed.reply.status)) return null;
	if (asked?.state === 'refused' && asked.status !== null && !refusedKey(asked.status)) return null;
	const wish = inOtherHeader(probed.wish);
	return wish === null ? null : probe(machine, {...wish, ...limits(options, probeTime)});
}

/** A model that nobody has costs nothing, but where the endpoint answers for it with one of its own: there the one in force is proved as well. */
function modelFor({advice}: Known, {request: {model}}: LiveTarget): ProbeWish['model'] {
	return advice?.unknownModel === 'answered' && model !== null ? {ask: 'named', name: model} : {ask: 'unknown'};
}

function knownOf({request, probe: plain}: LiveTarget, {route}: Situation): Known & {readonly baseUrl: string} {
	const sent = (header: Header | null) => header !== null && !header.empty;
	const base = request.url.replace(/\/v1\/messages$/, '');
	const advice = providerAt(base)?.probe;
	return {
		...(advice === undefined ? {} : {advice}),
		url: request.url,
		baseUrl: base,
		sent: [
			...(sent(request.authorization) ? (['authorization'] as const) : []),
			...(sent(request.xApiKey) ? (['x-api-key'] as const) : []),
		],
		route,
		...(plain === null && /anthropic\.com/.test(base) ? {credential: 'subscription'} : {}),
	};
}

function nothingSent({headless}: Situation, {environment}: Machine): Trial {
	const {request} = headless;
	const [cause, shown] = request.sends
		? (['unknown', ''] as const)
		: ([causes[request.because], tilde(request.reason, environment.home)] as const);
	return {ok: false, through: 'claude', status: null, shown, cause, ms: 0, probe: null, requestBytes: null};
}

/** Why nothing goes out, as the taxonomy names it. */
const causes: Readonly<Record<NotSentCause, Cause | 'unknown'>> = {
	'no-credential': 'not-logged-in',
	'key-declined': 'key-not-approved',
	'key-not-answered': 'key-not-approved',
	'settings-dialog': 'settings-invalid',
	'first-run': 'onboarding-check',
	'login-without-scope': 'oauth-scope',
	'helper-output': 'helper-failed',
	'bad-address': 'base-url-path',
	'bad-header': 'malformed-key',
	'managed-login': 'unknown',
	'broken-state': 'settings-invalid',
	'cloud-setup': 'cloud-credentials',
	profile: 'credential-store',
};
