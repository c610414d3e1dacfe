import {expect, it} from 'vitest';
import {nearest} from '../../source/commands/nearest.ts';

const known = ['doctor', 'export', 'explain', 'help', 'undo', 'use'];

it.each([
	['doctor', 'doctor'],
	['dcotor', 'doctor'],
	['doctr', 'doctor'],
	['docter', 'doctor'],
	['expor', 'export'],
	['explian', 'explain'],
	['und', 'undo'],
	['HELP', 'help'],
	['us', 'use'],
	['x', null],
	['', null],
	['configure', null],
])('%s is near %s', (typed, expected) => {
	expect(nearest(typed, known)).toBe(expected);
});
