import type {Fact, VariableFact} from '../places/fact.ts';
import {type Effective, placeName} from './effective.ts';
import type {Holdings} from './holdings.ts';
import type {Judged, Mode, Request} from './request.ts';
import type {Verdicts} from './verdicts.ts';

type Case = {
	readonly facts: readonly Fact[];
	readonly request: Request;
	readonly effective: Effective;
	readonly holdings: Holdings;
	readonly verdicts: Verdicts;
	readonly mode: Mode;
};

/** Every fact with its verdict: what its value became, or the reason it is not used. Nothing is left without an answer. */
export function judge(situation: Case): readonly Judged[] {
	const {facts, request, verdicts} = situation;
	markWinners(situation);
	for (const fact of facts) {
		if (verdicts.of(fact) !== undefined) continue;
		if (fact.state === 'unreadable' || fact.state === 'ignored') verdicts.ignored(fact, fact.why ?? 'claude does not read it');
		else verdicts.lost(fact, whyNot(fact, situation));
	}
	return facts.map(fact => verdicts.of(fact) ?? {fact, state: fact.state, wins: false, reason: request.reason});
}

function markWinners({request, effective, verdicts}: Case): void {
	if (!request.sends) return;
	if (request.authorization !== null) verdicts.won(request.authorization.fact, 'goes out as Authorization');
	if (request.xApiKey !== null) {
		const both = request.authorization?.fact === request.xApiKey.fact;
		verdicts.won(request.xApiKey.fact, both ? 'goes out as Authorization and as x-api-key' : 'goes out as x-api-key');
	}
	for (const {fact} of request.headers) verdicts.won(fact, 'its headers go out');
	const base = effective.variables.get('ANTHROPIC_BASE_URL');
	if (base !== undefined && base.text.trim() !== '' && request.provider === 'anthropic')
		verdicts.won(base.fact, 'requests go to this address');
	const model = effective.variables.get('ANTHROPIC_MODEL');
	if (model !== undefined && model.text.trim() !== '') verdicts.won(model.fact, 'the model asked for');
}

function whyNot(fact: Fact, situation: Case): string {
	switch (fact.kind) {
		case 'variable':
			return variableReason(fact, situation);
		case 'setting':
			if (fact.variable === 'primaryApiKey') return loginReason(situation, 'the key saved by /login');
			if (fact.variable === 'apiKeyHelper') return fact.state === 'empty' ? 'empty: no helper' : helperReason(situation);
			return 'no credential';
		case 'login':
			return loginReason(situation, 'the saved login');
		case 'file':
			return fact.state === 'absent' ? 'not there' : 'read';
		case 'approval':
			return fact.answer === 'approved' ? 'an answer of the approval dialog: Yes' : 'an answer of the approval dialog: No';
		case 'state':
			return fact.is ? 'yes' : 'no';
		case 'helper-output':
			return 'what the helper printed';
	}
}

function variableReason(fact: VariableFact, situation: Case): string {
	const applied = situation.effective.variables.get(fact.variable);
	if (applied?.fact !== fact) return elsewhereReason(fact);
	if (fact.state === 'empty') return 'empty, which counts as not set';
	const {request, holdings} = situation;
	switch (fact.variable) {
		case 'ANTHROPIC_API_KEY':
			if (holdings.keptBack !== null)
				return holdings.keptBack.why === 'declined' ? 'declined in the approval dialog' : 'not approved yet: the dialog asks first';
			return unusedReason(request, 'a cloud provider or a custom header is used in its place');
		case 'ANTHROPIC_AUTH_TOKEN':
			return unusedReason(request, 'a cloud provider is used in its place');
		case 'CLAUDE_CODE_OAUTH_TOKEN':
			return loginReason(situation, 'CLAUDE_CODE_OAUTH_TOKEN');
		case 'ANTHROPIC_BASE_URL':
			return unusedReason(request, 'a cloud provider has its own address');
		default:
			return 'in force';
	}
}

function elsewhereReason(fact: VariableFact): string {
	switch (fact.place) {
		case 'startup-file':
			return fact.origin.from === 'startup-file' && fact.origin.does === 'unset'
				? 'clears the variable in new shells'
				: 'reaches claude only through a shell that reads this file';
		case 'parent-process':
			return 'what a parent process was started with';
		case 'editor-settings':
			return "counts in the editor's own sessions";
		case 'desktop-settings':
			return 'counts in Claude Desktop only';
		case 'env-file':
		case 'system-environment':
		case 'fish-universal':
			return 'reaches claude only through what loads this file';
		default:
			return `not used from ${placeName(fact.place)}`;
	}
}

/** Of a login or a key it saved: what displaced it. */
function loginReason({holdings, request}: Case, what: string): string {
	if (!request.sends) return unusedReason(request, '');
	if (request.provider !== 'anthropic') return 'a cloud provider is switched on';
	if (holdings.helper !== null) return `the apiKeyHelper outranks ${what}`;
	if (holdings.token !== null && what !== 'the key saved by /login') return `ANTHROPIC_AUTH_TOKEN outranks ${what}`;
	if (holdings.key !== null) return `ANTHROPIC_API_KEY outranks ${what}`;
	if (holdings.oauthToken !== null) return `CLAUDE_CODE_OAUTH_TOKEN outranks ${what}`;
	if (holdings.login !== null) return `the saved login outranks ${what}`;
	if (holdings.weakLogin !== null) return 'its scopes lack user:inference';
	return 'a custom header is used in its place';
}

function helperReason({holdings, request}: Case): string {
	if (!request.sends) return unusedReason(request, '');
	if (holdings.helper === null) return 'not used in this mode';
	return 'the key and the token outrank the apiKeyHelper';
}

function unusedReason(request: Request, otherwise: string): string {
	return request.sends ? otherwise : `nothing is sent: ${request.reason}`;
}
