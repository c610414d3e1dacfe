import {damageOf} from '../credentials/damage.ts';
import type {Fact} from '../places/fact.ts';
import {notCancelled} from '../request/not-cancelled.ts';
import type {Judged} from '../request/request.ts';
import {clearVariables} from './clear-variables.ts';
import {credentialSource, isActive, sentFacts, sentHeaders, textOf} from './credential-source.ts';
import type {Finding, Severity} from './finding.ts';
import type {Problem, Situation} from './problem.ts';
import {removals} from './removal.ts';

/**
 * A credential variable that is set to nothing. Empty on purpose is common: OpenRouter, Vercel and Ollama ask for an empty
 * ANTHROPIC_API_KEY, and "" in settings is how a value exported elsewhere is cancelled. So an empty one counts only where nothing else
 * is sent in its place, or where the nothing itself goes out.
 */
export const emptyKey: Problem = {
	id: 'empty-key',
	diagnose(situation) {
		const words = sentFacts(situation.headless, situation.interactive).filter(fact => isNothingInWords(fact));
		if (words.length > 0) return [outgoing(words, nothingInWords(words), situation)];
		const sentEmpty = sentHeaders(situation.headless).filter(({empty, fact}) => empty && credentialSource(fact) !== 'helper');
		if (sentEmpty.length > 0)
			return [
				outgoing(
					withOrigin(
						sentEmpty.map(({fact}) => fact),
						situation.facts,
					),
					'The header goes out with nothing in it, and the endpoint answers 401.',
					situation,
				),
			];
		return unfilled(situation);
	},
};

/** It has to go where it stands, and be cancelled for the terminals that have it: in each of them it goes out. */
function outgoing(evidence: readonly Fact[], why: string, {facts, claude}: Situation): Finding {
	const finding = say('error', evidence, why);
	const names = [...new Set(evidence.filter(({kind}) => kind === 'variable').map(({variable}) => variable))];
	const edits = [
		...removals(
			'empty-key',
			evidence.filter(({kind}) => kind !== 'variable'),
		),
		...clearVariables('empty-key', facts, names, notCancelled(claude.chosen?.version ?? null)),
	];
	return {...finding, fix: {...finding.fix, edits}};
}

function unfilled({headless, facts}: Situation): readonly Finding[] {
	const empty = headless.judged
		.filter(isEmptyCredential)
		.map(({fact}) => fact)
		.filter(fact => !cancels(fact, facts));
	if (empty.length === 0) return [];
	const {request} = headless;
	if (!request.sends) {
		const because = request.because === 'no-credential' || request.because === 'bad-header';
		return because
			? [say('error', withOrigin(empty, facts), 'An empty variable is as good as none, and no other credential is found.')]
			: [];
	}
	// Exported empty, while a saved login fills in: claude works, and every other program that reads the variable answers 401.
	const inShell = empty.filter(fact => fact.place === 'shell');
	const byLogin = sentHeaders(headless).every(({fact}) => credentialSource(fact) === 'login' || credentialSource(fact) === 'managed-key');
	if (inShell.length === 0 || !byLogin || request.provider !== 'anthropic') return [];
	return [
		say(
			'warning',
			withOrigin(inShell, facts),
			'Claude Code treats it as not set and uses the saved login. Other programs and SDKs read the empty value and answer that credentials are missing.',
		),
	];
}

/** "" in settings takes away what some other place still holds: on purpose. */
function cancels(empty: Fact, facts: readonly Fact[]): boolean {
	return empty.place !== 'shell' && facts.some(({variable, state}) => variable === empty.variable && state === 'text');
}

function isEmptyCredential({fact, state}: Judged): boolean {
	if (!isActive(fact)) return false;
	const source = credentialSource(fact);
	return (state === 'empty' || isBlank(fact)) && (source === 'key' || source === 'token' || source === 'oauth-token');
}

/** White space alone is trimmed away by claude. */
function isBlank(fact: Fact): boolean {
	return fact.state === 'empty' || (fact.state === 'text' && textOf(fact)?.trim() === '');
}

/** The environment only tells that it is empty; a startup file tells where that was written. */
function withOrigin(empty: readonly Fact[], facts: readonly Fact[]): readonly Fact[] {
	const written = facts.filter(
		fact => fact.place === 'startup-file' && isBlank(fact) && empty.some(({variable}) => variable === fact.variable),
	);
	return [...empty, ...written];
}

function isNothingInWords(fact: Fact): boolean {
	const text = textOf(fact);
	return (
		fact.kind === 'variable' && credentialSource(fact) !== 'custom-header' && text !== null && damageOf(text)?.kind === 'nothing-in-words'
	);
}

function nothingInWords([fact]: readonly Fact[]): string {
	const json = fact?.kind === 'variable' && fact.origin.from === 'settings' && fact.origin.json === 'null';
	return json
		? 'null in settings does not unset a variable: Claude Code sends the word "null" as the credential. An empty text, "", does unset it.'
		: 'Some program wrote the word it uses for "no value" into the variable, and Claude Code sends that word as the credential.';
}

function say(severity: Severity, evidence: readonly Fact[], why: string): Finding {
	const name = evidence[0]?.variable ?? 'A credential';
	const others = [...new Set(evidence.map(({variable}) => variable))].length > 1;
	return {
		id: 'empty-key',
		severity,
		title: others ? 'Credentials are set, but hold nothing' : `${name} is set, but holds nothing`,
		why,
		evidence,
		fix: {
			summary: 'Put a real credential there, or remove the variable.',
			edits: removals('empty-key', evidence),
			command: 'wizard --repair',
		},
	};
}
