import {recognise} from '../credentials/shapes.ts';
import type {Fact} from '../places/fact.ts';
import {vendorAt} from '../providers/vendor.ts';
import type {Header} from '../request/request.ts';
import {credentialSource, sentHeaders, textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Finding} from './finding.ts';
import {type Carrier, moveTo} from './move-to.ts';
import type {Problem, Situation} from './problem.ts';

/** A good credential travels in the header in which this endpoint does not look for it: by its shape, by the host, or by a live answer. */
export const wrongHeader: Problem = {
	id: 'wrong-header',
	symptomOf: ['malformed-key', 'placeholder-key', 'wrong-product-key', 'both-set'],
	diagnose(situation) {
		const {headless, interactive} = situation;
		const endpoint = endpointOf(headless.request);
		if (endpoint === null) return [];
		const told = new Map<Fact, Finding>();
		for (const header of [...sentHeaders(headless), ...sentHeaders(interactive)]) {
			const found = endpoint.kind === 'anthropic' ? byShape(header) : byHost(header, endpoint.host, situation);
			if (found !== null && !told.has(header.fact)) told.set(header.fact, say(header.fact, found, situation));
		}
		return [...told.values()];
	},
};

type Found = {readonly what: string; readonly to: Carrier; readonly why: string};

function byShape({fact, scheme}: Header): Found | null {
	if (!isMovable(fact)) return null;
	const shape = recognise(textOf(fact)?.trim() ?? '')?.shape.id;
	if (shape === 'anthropic-api' && scheme === 'Bearer')
		return {
			what: 'a Console key',
			to: 'ANTHROPIC_API_KEY',
			why: 'Anthropic takes a Console key as x-api-key only; as Authorization it is an "Invalid bearer token".',
		};
	if (shape === 'anthropic-oat' && scheme === 'raw')
		return {
			what: 'a token of a Claude subscription',
			to: 'CLAUDE_CODE_OAUTH_TOKEN',
			why: 'Anthropic takes it as Authorization only; as x-api-key it is an "invalid x-api-key".',
		};
	return null;
}

/** Only where one header goes out: beside another, it may be meant for somebody further on. */
function byHost(header: Header, host: string, {headless, live}: Situation): Found | null {
	const {request} = headless;
	const source = credentialSource(header.fact);
	const alone = sentHeaders(headless).every(({fact, empty}) => empty || fact === header.fact);
	if (!request.sends || !alone || header.empty || request.headers.length > 0 || (source !== 'key' && source !== 'token')) return null;
	const reads = vendorAt(host)?.reads;
	const answered = live?.trial.cause === 'wrong-header';
	if (source === 'key' && (reads === 'bearer' || answered))
		return {
			what: `the key for ${host}`,
			to: 'ANTHROPIC_AUTH_TOKEN',
			why: `Claude Code sends ANTHROPIC_API_KEY as x-api-key, and ${host} reads Authorization: Bearer. So it answers 401 although the key is good.`,
		};
	if (source === 'token' && (reads === 'x-api-key' || answered))
		return {
			what: `the key for ${host}`,
			to: 'ANTHROPIC_API_KEY',
			why: `Claude Code sends ANTHROPIC_AUTH_TOKEN as Authorization: Bearer, and ${host} reads x-api-key. So it answers 401 although the key is good.`,
		};
	return null;
}

function isMovable(fact: Fact): boolean {
	const source = credentialSource(fact);
	return source === 'key' || source === 'token' || source === 'oauth-token';
}

function say(fact: Fact, {what, to, why}: Found, situation: Situation): Finding {
	return {
		id: 'wrong-header',
		severity: 'error',
		title: `${fact.variable} holds ${what}, which belongs in ${to}`,
		why,
		evidence: [fact],
		fix: {
			summary: `Move it to ${to}, and unset ${fact.variable}.`,
			edits: moveTo('wrong-header', fact, to, textOf(fact)?.trim() ?? '', situation),
			command: 'wizard --repair',
		},
	};
}
