import {readPaste} from '../../credentials/paste.ts';
import {Secret} from '../../credentials/secret.ts';
import {type Recognised, recognise} from '../../credentials/shapes.ts';
import type {Fact, PlaceId} from '../../places/fact.ts';
import {credentialSource, textOf} from '../../problems/credential-source.ts';

/** One credential that is on this machine, with every place that holds it. */
export type Held =
	| {
			readonly what: 'key';
			readonly secret: Secret;
			readonly found: Recognised | null;
			/** A word that servers without keys are given. */
			readonly standIn: boolean;
			/** It stands there damaged, and this is what it was before. */
			readonly mended: boolean;
			readonly facts: readonly Fact[];
	  }
	| {readonly what: 'login'; readonly facts: readonly Fact[]}
	| {readonly what: 'helper'; readonly facts: readonly Fact[]};

export type HeldKey = Extract<Held, {what: 'key'}>;

/** What a user may mean by "my credential": samples, empty values and what cannot be read again are none. */
export function heldCredentials(facts: readonly Fact[]): readonly Held[] {
	const keys: HeldKey[] = [];
	for (const fact of facts.filter(isKey)) {
		const read = readPaste(textOf(fact) ?? '');
		if (read.state !== 'usable' && read.state !== 'stand-in') continue;
		const secret = new Secret(read.text);
		const at = keys.findIndex(key => key.secret.equals(secret));
		const known = keys[at];
		const harmed = read.mended.some(what => !what.startsWith('white space'));
		if (known === undefined)
			keys.push({what: 'key', secret, found: recognise(read.text), standIn: read.state === 'stand-in', mended: harmed, facts: [fact]});
		else keys[at] = {...known, mended: known.mended && harmed, facts: [...known.facts, fact]};
	}
	const logins = facts.filter(fact => fact.kind === 'login' && fact.state === 'text' && fact.scopes.includes('user:inference'));
	const helpers = facts.filter(isHelper);
	return [
		...keys,
		...(logins.length === 0 ? [] : [{what: 'login', facts: logins} as const]),
		...(helpers.length === 0 ? [] : [{what: 'helper', facts: helpers} as const]),
	];
}

/** Files of the folder one stands in belong to whoever wrote the project: what they hold is nobody's credential by that alone. */
const places: readonly PlaceId[] = [
	'shell',
	'startup-file',
	'fish-universal',
	'user-settings',
	'local-settings',
	'managed-settings',
	'managed-drop-in',
	'global-config',
	'system-environment',
];

function isKey(fact: Fact): boolean {
	if (fact.state !== 'text' || fact.value === null || !places.includes(fact.place)) return false;
	const source = credentialSource(fact);
	if (source === 'managed-key') return fact.kind === 'setting';
	return fact.kind === 'variable' && (source === 'key' || source === 'token' || source === 'oauth-token');
}

function isHelper(fact: Fact): boolean {
	return fact.kind === 'setting' && fact.variable === 'apiKeyHelper' && fact.state === 'text' && fact.in !== 'project-settings';
}

/** The same credential in what was found since: its places may be others. */
export function heldNow(held: Held, facts: readonly Fact[]): Held {
	const same = (other: Held) => (held.what === 'key' && other.what === 'key' ? other.secret.equals(held.secret) : other.what === held.what);
	return heldCredentials(facts).find(same) ?? held;
}
