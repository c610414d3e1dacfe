import type {Fact, PlaceId} from '../places/fact.ts';
import type {Resolution} from '../request/request.ts';
import {textOf} from './credential-source.ts';

/** As claude lays one over the other (request/effective.ts): later wins. */
const order: readonly PlaceId[] = [
	'shell',
	'global-config',
	'user-settings',
	'project-settings',
	'local-settings',
	'managed-settings',
	'managed-drop-in',
];

/** The fact that gives a variable its value inside claude, whether or not the value then does anything; empty ones count as well. */
export function inForce({judged}: Resolution, variable: string): Fact | null {
	const given = judged.filter(
		({fact, state}) =>
			fact.kind === 'variable' && fact.variable === variable && order.includes(fact.place) && (state === 'text' || state === 'empty'),
	);
	return given.map(({fact}) => fact).toSorted((one, other) => order.indexOf(other.place) - order.indexOf(one.place))[0] ?? null;
}

/** Its text without blanks around it; empty where nothing or an empty value is in force. */
export function valueInForce(resolution: Resolution, variable: string): string {
	const fact = inForce(resolution, variable);
	return fact === null ? '' : (textOf(fact)?.trim() ?? '');
}
