import type {VariableFact} from './fact.ts';
import type {Place} from './place.ts';
import {held} from './show.ts';
import {isKnownVariable} from './variables.ts';

/** The variables this process was given, which are those a `claude` started here gets. */
export const environment: Place = {
	id: 'shell',
	look: ({environment: {variables, platform}}) =>
		Object.entries(variables)
			.map(([name, text]) => [platform === 'win32' ? knownSpelling(name) : name, text] as const)
			.filter(([name]) => isKnownVariable(name))
			.map(
				([variable, text]): VariableFact => ({
					kind: 'variable',
					place: 'shell',
					file: null,
					line: null,
					column: null,
					variable,
					state: text === '' ? 'empty' : 'text',
					...held(variable, text),
					why: null,
					origin: {from: 'process'},
				}),
			),
};

/** Windows does not mind the case of a variable's name, and neither does claude there. */
function knownSpelling(name: string): string {
	return isKnownVariable(name) ? name : name.toUpperCase();
}
