import {damageOf} from './damage.ts';

/** An example, a name in place of its value, an address, or what a program shows instead of the key: nobody's secret. */
export function isNoKey(text: string): boolean {
	switch (damageOf(text)?.kind) {
		case 'nothing-in-words':
		case 'unexpanded-variable':
		case 'placeholder':
		case 'masked':
		case 'url':
			return true;
		case 'header-line':
		case 'assignment':
		case 'bearer-prefix':
		case 'quotes':
		case 'inner-newline':
		case 'non-ascii':
		case 'inner-space':
		case 'edge-whitespace':
		case undefined:
			return false;
	}
}
