import type {Fact} from '../../source/places/fact.ts';
import {parseCustomHeaders} from '../../source/request/custom-headers.ts';
import type {Header, Request} from '../../source/request/request.ts';
import {port, type Scenario} from './machine-of.ts';

/** What a real `claude` did on one machine. */
export type Observed = {
	readonly name: string;
	readonly sends: boolean;
	/** It called an address that is not the recorder's. */
	readonly elsewhere?: boolean;
	readonly path: string | null;
	readonly authorization: string | null;
	readonly xApiKey: string | null;
	readonly model?: string | null;
	readonly outcomes?: readonly Pick<Observed, 'sends' | 'path' | 'authorization' | 'xApiKey'>[];
	readonly approvals?: {readonly approved?: readonly string[]; readonly rejected?: readonly string[]} | null;
	readonly shown?: string;
};

type Wire = {
	readonly sends: boolean;
	readonly target: string | null;
	readonly authorization: string | null;
	readonly xApiKey: string | null;
};

/** Empty where prediction and reality agree; otherwise what differs, as a sentence. */
export function disagreement(request: Request, observed: Observed, scenario: Scenario, facts: readonly Fact[]): string | null {
	if (observed.elsewhere) return request.sends ? null : `claude called another address, predicted: nothing is sent (${request.reason})`;
	const wrongModel = modelDisagreement(request, observed);
	if (wrongModel !== null) return wrongModel;
	const predicted = predictions(request, scenario, facts);
	for (const outcome of observed.outcomes ?? [observed]) {
		const wire = {
			sends: outcome.sends,
			target: outcome.path,
			authorization: outcome.authorization?.trim() ?? null,
			xApiKey: outcome.xApiKey,
		};
		if (!predicted.some(one => same(one, wire))) {
			return `sent ${JSON.stringify(wire)}\n  predicted ${predicted.map(one => JSON.stringify(one)).join(' or ')}${request.sends ? '' : ` (${request.reason})`}`;
		}
	}
	return null;
}

/** Where the model is chosen by what no rule says: a gateway sign-in, and a subscription token that a project gives. */
const ownWay = new Set(['use gateway', 'level CLAUDE_CODE_OAUTH_TOKEN project<local']);

/** 2.0.77 asks its small model for a title first, and a cloud's request has the model in its path. */
function modelDisagreement(request: Request, {name, model}: Observed): string | null {
	if (
		!request.sends ||
		ownWay.has(name) ||
		model === undefined ||
		model === null ||
		request.provider !== 'anthropic' ||
		model.includes('haiku-4-5-2025')
	)
		return null;
	return request.model === model ? null : `asked for the model ${model}, predicted ${request.model}`;
}

/** One, or two where a header goes out in some runs only. */
function predictions(request: Request, scenario: Scenario, facts: readonly Fact[]): readonly Wire[] {
	if (!request.sends) return [{sends: false, target: null, authorization: null, xApiKey: null}];
	const wire = {
		sends: true,
		target: request.target,
		authorization: headerText(request.authorization, 'authorization', scenario, facts),
		xApiKey: headerText(request.xApiKey, 'x-api-key', scenario, facts),
	};
	return request.xApiKey?.sometimes ? [wire, {...wire, xApiKey: null}] : [wire];
}

function headerText(header: Header | null, name: string, scenario: Scenario, facts: readonly Fact[]): string | null {
	if (header === null) return null;
	const value = header.empty ? '' : sentText(header.fact, name, scenario, facts);
	if (header.scheme === 'raw') return value;
	return `${header.scheme} ${header.scheme === 'Basic' ? basicOf(value) : value}`.trim();
}

function basicOf(address: string): string {
	const {username, password} = new URL(address);
	return Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
}

function sentText(fact: Fact, name: string, scenario: Scenario, facts: readonly Fact[]): string {
	if (fact.kind === 'login') return (scenario.credentials as {claudeAiOauth: {accessToken: string}}).claudeAiOauth.accessToken;
	const text = fact.value?.reveal() ?? '';
	if (fact.kind === 'setting' && fact.variable === 'apiKeyHelper') {
		const printed = facts.find(other => other.kind === 'helper-output' && other.command === text);
		return printed?.kind === 'helper-output' && printed.output.state === 'value' ? printed.output.value.reveal() : '';
	}
	if (fact.variable === 'ANTHROPIC_CUSTOM_HEADERS')
		return parseCustomHeaders(text).find(header => header.name.toLowerCase() === name)?.value ?? '';
	return text.trim();
}

function same(a: Wire, b: Wire): boolean {
	return (
		a.sends === b.sends &&
		a.target === (b.target?.replaceAll('{PORT}', port) ?? null) &&
		spaced(a.authorization) === spaced(b.authorization) &&
		a.xApiKey === b.xApiKey
	);
}

/** Versions differ in the spaces they leave between the word and the value. */
function spaced(text: string | null): string | null {
	return text?.replace(/\s+/g, ' ') ?? null;
}
