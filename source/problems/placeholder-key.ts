import {type Damage, damageOf} from '../credentials/damage.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {credentialSource, isUsableLogin, sentFacts, sentHeaders, textOf} from './credential-source.ts';
import {type Endpoint, endpointOf} from './endpoint.ts';
import type {Finding, Severity} from './finding.ts';
import type {Problem, Situation} from './problem.ts';
import {takeOut} from './take-out.ts';

/** A sample or a stand-in goes out. Where nobody checks (a server on this computer or network), any word is right. */
export const placeholderKey: Problem = {
	id: 'placeholder-key',
	diagnose(situation) {
		const {headless, interactive} = situation;
		const endpoint = endpointOf(headless.request) ?? endpointOf(interactive.request);
		if (endpoint === null) return [];
		return sentFacts(headless, interactive).flatMap(fact => {
			const damage = isText(fact) ? damageOf(textOf(fact) ?? '') : null;
			const severity = damage === null ? null : judge(damage, endpoint);
			return damage === null || severity === null
				? []
				: [say(fact, damage, severity, endpoint, severity === 'error' ? edits(fact, endpoint, situation) : [])];
		});
	},
};

function isText(fact: Fact): boolean {
	const source = credentialSource(fact);
	return source === 'key' || source === 'token' || source === 'oauth-token' || source === 'managed-key';
}

function judge(damage: Damage, endpoint: Endpoint): Severity | null {
	if (damage.kind === 'unexpanded-variable') return endpoint.kind === 'local' ? 'warning' : 'error';
	if (damage.kind !== 'placeholder' || endpoint.kind === 'local') return null;
	// A gateway of one's own may ask for any word; Anthropic never does.
	return damage.certain || endpoint.kind === 'anthropic' ? 'error' : 'warning';
}

/** It can go where something real then takes its place: the other header, or at Anthropic the saved login. */
function edits(fact: Fact, {kind}: Endpoint, situation: Situation): readonly Edit[] {
	const others = sentHeaders(situation.headless).filter(header => header.fact !== fact && !header.empty);
	const real = others.some(header => credentialSource(header.fact) === 'helper' || damageOf(textOf(header.fact) ?? '') === null);
	const login = kind === 'anthropic' && situation.facts.some(isUsableLogin);
	return fact.kind === 'variable' && (others.length > 0 ? real : login) ? takeOut('placeholder-key', fact.variable, situation) : [];
}

function say(fact: Fact, damage: Damage, severity: Severity, {host}: Endpoint, edits: readonly Edit[]): Finding {
	const variable = damage.kind === 'unexpanded-variable';
	return {
		id: 'placeholder-key',
		severity,
		title: variable ? `${fact.variable} holds the name of a variable, not its value` : `${fact.variable} holds a placeholder`,
		why: variable
			? `Nothing expands it on the way: ${fact.place === 'shell' ? 'it was probably in single quotes' : 'settings files hold values as they are'}, so these very characters go to ${host}.`
			: `${severity === 'error' ? 'The sample from some instructions' : 'A word that servers without keys are given'} goes to ${host} in place of a key.`,
		evidence: [fact],
		fix: {
			summary: edits.length > 0 ? 'Remove it: what is left is real.' : 'Put the real credential in its place.',
			edits,
			command: 'wizard --repair',
		},
	};
}
