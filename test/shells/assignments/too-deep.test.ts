import {describe, expect, it} from 'vitest';
import {readAssignments} from '../../../source/shells/assignments.ts';
import {shells} from '../../../source/shells/index.ts';

/** What opens something, or runs a text: a project may bring a file that is nothing but these. */
const openings = [
	'(',
	'((',
	'$(',
	'"$(',
	'${a:-',
	'N=${N:-',
	'PS1="$(',
	'`',
	'{',
	'[',
	'eval "',
	"eval '",
	'eval eval ',
	'bash -c "',
	'for n in A B C; do export $n=v; ',
	'for n in A B C; eval export $n=v; ',
	'if a; then ',
	'f() { ',
	'begin; ',
	'case a in ',
	'foreach n (A B)\nsetenv $n v\n',
];

describe.each(shells.map(({name}) => name))('%s', shell => {
	it.each(openings)('comes to an end on nothing but %j', opening => {
		const text = opening.repeat(Math.ceil(16_000 / opening.length));
		expect(readAssignments(text, shell)).toBeInstanceOf(Array);
	});
});

it('comes to an end on lists that are longer than any', () => {
	const text = `for n in ${'A '.repeat(3000)}; do ${'export $n=v; '.repeat(1000)} done\nexport N=v\n`;
	expect(readAssignments(text, 'bash').at(-1)).toMatchObject({variable: 'N', value: 'v'});
	expect(readAssignments('export A=b B=c '.repeat(5_000), 'bash').length).toBe(14_999);
});

it('reads what nests as deep as scripts do', () => {
	const [open, close] = ['if a; then for x in 1; do ('.repeat(20), '); done; fi'.repeat(20)];
	expect(readAssignments(`${open} b ${close}\nexport N=v\n`, 'bash')).toMatchObject([{variable: 'N', value: 'v', conditional: false}]);
	expect(readAssignments(`export N=${'$(echo '.repeat(40)}v${')'.repeat(40)}\n`, 'bash')).toMatchObject([
		{variable: 'N', does: 'computed'},
	]);
});

it('takes the inner one of two loops over one name', () => {
	const text = 'for n in A B; do for n in C D; do export "$n"=v; done; done\n';
	const found = readAssignments(text, 'bash').flatMap(one => (one.kind === 'assignment' ? [one.variable] : []));
	expect(found).toEqual(['C', 'D']);
});
