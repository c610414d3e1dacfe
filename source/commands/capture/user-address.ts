import type {Fact} from '../../places/fact.ts';
import {defaultBase} from '../../request/address.ts';
import {type Effective, layOver} from '../../request/effective.ts';
import {findIgnoredFiles} from '../../request/ignored-files.ts';
import {rulesFor} from '../../request/rules.ts';
import {Verdicts} from '../../request/verdicts.ts';
import {basisFor} from '../../request/versions.ts';

/** The variables as the process of this `claude` would have them. */
export function variablesOf(facts: readonly Fact[], version: string | null): Effective['variables'] {
	const rules = rulesFor(basisFor(version));
	return layOver(facts, findIgnoredFiles(facts, rules), rules, new Verdicts()).variables;
}

/** The base address that the user has configured, or Anthropic's own; what a project's settings say has no part in it. */
export function userAddress(facts: readonly Fact[], version: string | null): string {
	const base = variablesOf(
		facts.filter(fact => !isProjects(fact)),
		version,
	).get('ANTHROPIC_BASE_URL');
	return base?.text.trim() || defaultBase;
}

export function isProjects(fact: Fact): boolean {
	const place = fact.kind === 'setting' ? fact.in : fact.place;
	return place === 'project-settings' || place === 'local-settings';
}
