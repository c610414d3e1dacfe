import type {Fact} from '../places/fact.ts';
import {defaultBase, messagesAddress} from './address.ts';
import {brokenState} from './broken-state.ts';
import {type Choice, chooseCredential} from './choose.ts';
import {type Effective, layOver} from './effective.ts';
import {finalHeaders} from './final-headers.ts';
import {type Holdings, holdingsOf} from './holdings.ts';
import {findIgnoredFiles, type IgnoredFiles} from './ignored-files.ts';
import {interactiveGate, keptBackReason} from './interactive.ts';
import {judge} from './judge.ts';
import {managedBlock} from './managed-block.ts';
import {askedModel, ownModel} from './model.ts';
import {cloudRequest} from './provider.ts';
import type {Mode, NotSent, NotSentCause, Request, Resolution} from './request.ts';
import {type Rules, rulesFor} from './rules.ts';
import {Verdicts} from './verdicts.ts';
import {basisFor} from './versions.ts';

/**
 * What this version of `claude` will send, given everything found on the machine: pure and total. A null version means that no
 * claude was found; the newest recorded rules count then.
 */
export function resolve(facts: readonly Fact[], {version, mode}: {readonly version: string | null; readonly mode: Mode}): Resolution {
	const rules = rulesFor(basisFor(version));
	const verdicts = new Verdicts();
	const ignored = findIgnoredFiles(facts, rules);
	const effective = layOver(facts, ignored, rules, verdicts);
	const holdings = holdingsOf(effective, facts, rules, mode);
	const request = work({facts, rules, ignored, effective, holdings, mode});
	return {request, judged: judge({facts, request, effective, holdings, verdicts, mode})};
}

type Situation = {
	readonly facts: readonly Fact[];
	readonly rules: Rules;
	readonly ignored: IgnoredFiles;
	readonly effective: Effective;
	readonly holdings: Holdings;
	readonly mode: Mode;
};

function work(situation: Situation): Request {
	const {facts, rules, ignored, effective, holdings, mode} = situation;
	const gate = mode === 'interactive' ? interactiveGate(facts, ignored) : null;
	if (gate !== null) return notSent(gate.because, gate.reason);
	const blocked = brokenState(facts, rules) ?? managedBlock(facts, effective, holdings, rules);
	if (blocked !== null) return notSent(blocked.because, blocked.reason);

	const asked = askedModel(effective, rules);
	const cloud = cloudRequest(effective, holdings, asked, rules);
	const choice: Choice =
		cloud === null
			? chooseCredential(holdings, effective, rules)
			: {state: 'chosen', kind: 'key-or-token', authorization: cloud.authorization, xApiKey: cloud.xApiKey, reason: cloud.reason};
	if (choice.state === 'stopped') return notSent(choice.because, choice.reason);

	const base = cloud?.base ?? baseOf(effective, holdings);
	const address = messagesAddress(base, rules, cloud?.path, cloud === null ? undefined : cloud.query);
	const headers = finalHeaders(choice, effective, address.ok ? address.userInfo : null, rules);
	if (!headers.ok)
		return headers.because === 'no-credential' ? nothingToSend(situation, headers.reason) : notSent(headers.because, headers.reason);
	if (!address.ok) return notSent('bad-address', address.why);
	const provider = cloud?.provider ?? 'anthropic';
	const reason = choice.state === 'chosen' ? choice.reason : 'a header of ANTHROPIC_CUSTOM_HEADERS is the only credential';
	return {
		sends: true,
		url: address.url,
		target: address.target,
		authorization: headers.authorization,
		xApiKey: headers.xApiKey,
		headers: headers.extra,
		model: asked ?? ownModel(effective, holdings, choice.state === 'chosen' ? choice.kind : 'key-or-token', provider, rules),
		provider,
		reason: address.fails === null ? reason : `${reason}; but ${address.fails} ("Connection error")`,
	};
}

/** An empty base URL means Anthropic's own, or that of the profile which signs in. */
function baseOf(effective: Effective, {profile}: Holdings): string {
	const base = effective.variables.get('ANTHROPIC_BASE_URL')?.text.trim() ?? '';
	return base === '' ? (profile?.base ?? defaultBase) : base;
}

function nothingToSend({holdings, mode}: Situation, reason: string): NotSent {
	const kept = mode === 'interactive' ? keptBackReason(holdings) : null;
	if (kept !== null) return notSent(kept.because, kept.reason);
	if (holdings.weakLogin !== null)
		return notSent('login-without-scope', 'the saved login may not ask the model: its scopes lack user:inference');
	return notSent('no-credential', reason);
}

function notSent(because: NotSentCause, reason: string): NotSent {
	return {sends: false, url: null, authorization: null, xApiKey: null, because, reason};
}
