import type {Fact} from '../places/fact.ts';
import {layers} from '../request/effective.ts';
import type {Resolution} from '../request/request.ts';
import {textOf} from './credential-source.ts';

/** The fact that gives a variable its value inside claude, whether or not the value then does anything; empty ones count as well. */
export function inForce({judged}: Resolution, variable: string): Fact | null {
	const given = judged.filter(
		({fact, state}) =>
			fact.kind === 'variable' && fact.variable === variable && layers.includes(fact.place) && (state === 'text' || state === 'empty'),
	);
	return given.map(({fact}) => fact).toSorted((one, other) => layers.indexOf(other.place) - layers.indexOf(one.place))[0] ?? null;
}

/** Its text without blanks around it; empty where nothing or an empty value is in force. */
export function valueInForce(resolution: Resolution, variable: string): string {
	const fact = inForce(resolution, variable);
	return fact === null ? '' : (textOf(fact)?.trim() ?? '');
}
