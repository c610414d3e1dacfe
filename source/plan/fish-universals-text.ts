import type {Edited} from './edited.ts';

/**
 * Takes one variable out of fish's file of universal variables. fish writes one line for each, `SETUVAR --export NAME:value`, and
 * sessions that run already see the change (tried with 3.6.0).
 */
export function eraseFishUniversal(text: string, variable: string): Edited {
	const line = new RegExp(`^SETUVAR (?:--\\w+ )*${variable.replace(/\W/g, '\\$&')}(?::|$).*(?:\\n|$)`, 'gm');
	const first = line.exec(text);
	if (first === null) return {state: 'same'};
	return {state: 'changed', text: text.replace(line, ''), line: text.slice(0, first.index).split('\n').length};
}
