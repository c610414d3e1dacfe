import {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import type {Wish} from '../shells/wish.ts';

/** What `claude --settings FILE` is given for one launch. Measured on 2.0.77 to 2.1.329: it outranks all but managed policy and stored logins' keys. */
export type LaunchSettings = {readonly env: Readonly<Record<string, string>>; readonly apiKeyHelper?: string};

/**
 * The wish as such a file: what it sets, and an empty text for everything else that is set somewhere and would compete. `text` gives
 * the text of a value, so that whoever lets the secret out is the one who writes the file.
 */
export function launchSettings(wish: Wish, facts: readonly Fact[], text: (value: Wish['set'][number]['value']) => string): LaunchSettings {
	const rivals = wish.unset
		.flat()
		.filter(name => facts.some(fact => fact.kind === 'variable' && fact.variable === name && fact.state === 'text'));
	const env = Object.fromEntries([
		...rivals.map(name => [name, ''] as const),
		...wish.set.map(({name, value}) => [name, text(value)] as const),
	]);
	return facts.some(isHelper) ? {env, apiKeyHelper: ''} : {env};
}

/** The facts as `claude` has them when it is launched so: what the file says instead of everything that it outranks. */
export function factsAtLaunch(wish: Wish, facts: readonly Fact[]): readonly Fact[] {
	const named = new Set([...wish.unset.flat(), ...wish.set.map(({name}) => name)]);
	const stays = facts.filter(fact => isManaged(fact) || !(isHelper(fact) || (fact.kind === 'variable' && named.has(fact.variable))));
	return [...stays, ...wish.set.map(atLaunch)];
}

/** Only managed policy stands above it. */
function isManaged(fact: Fact): boolean {
	return (
		fact.place === 'managed-settings' || fact.place === 'managed-drop-in' || (fact.kind === 'setting' && fact.in.startsWith('managed'))
	);
}

function isHelper(fact: Fact): boolean {
	return fact.kind === 'setting' && fact.variable === 'apiKeyHelper' && fact.state === 'text';
}

/** In the user's settings, where nothing is left to outrank it. */
function atLaunch({name, value}: Wish['set'][number]): Fact {
	const secret = value.kind === 'secret' ? value.secret : null;
	const empty = value.kind === 'plain' && value.text === '';
	return {
		kind: 'variable',
		place: 'user-settings',
		file: null,
		line: null,
		column: null,
		variable: name,
		state: empty ? 'empty' : 'text',
		value: value.kind === 'plain' ? new Secret(value.text) : secret,
		shown: value.kind === 'plain' ? value.text : '',
		why: null,
		origin: {from: 'settings', json: 'string'},
	};
}
