import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readAssignments} from '../../../source/shells/assignments.ts';
import {shells} from '../../../source/shells/index.ts';
import {assignments} from './said.ts';

const pieces = [
	"'",
	'"',
	'\\',
	'$',
	'`',
	'!',
	'#',
	' ',
	';',
	'&',
	'|',
	'<',
	'>',
	'(',
	')',
	'{',
	'}',
	'[',
	']',
	'*',
	'?',
	'~',
	'=',
	'%',
	'^',
	',',
];
const awkward = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...pieces,
				'a',
				'B',
				'0',
				'-',
				'_',
				'.',
				'/',
				':',
				'+',
				'@',
				'é',
				'日',
				'🔑',
				'$(x)',
				'${y}',
				'$z',
				'\\n',
				'\\x41',
				"''",
				'""',
			),
		),
		{maxLength: 12},
	)
	.map(parts => parts.join(''));

describe.each(shells.map(shell => ({name: shell.name, shell})))('$name', ({shell}) => {
	test('reads back every value as its own quotes wrote it', () => {
		fc.assert(
			fc.property(awkward, value => {
				const quoted = shell.quote(value);
				if (!quoted.ok || (value === '' && shell.name === 'cmd')) return;
				const text = `# before\n${shell.set('N', quoted.text)}\n`;
				const [found, ...others] = assignments(text, shell.name);
				expect(found).toMatchObject({does: 'set', value, exported: true, line: 2, column: 1});
				expect(others).toEqual([]);
			}),
			{numRuns: 500},
		);
	});

	test('ends on any text, however broken, and stays inside it', () => {
		const words = [
			'if',
			'then',
			'fi',
			'case',
			'in',
			'esac',
			'for',
			'do',
			'done',
			'function',
			'end',
			'export',
			'set -gx',
			'setenv',
			'N=v',
			'eval',
			'<<EOF',
			'EOF',
			'[[',
			']]',
			'((',
			'))',
			'$env.N =',
			'load-env',
			"@'",
			"'@",
			'"""',
			'def f():',
		];
		const broken = fc
			.array(fc.constantFrom(...pieces, ...words, '\n', '\r\n', '\t', '\\\n', 'x', '$(', '${', "$'"), {maxLength: 40})
			.map(parts => parts.join(' ').replaceAll(' \n ', '\n'));
		fc.assert(
			fc.property(broken, text => {
				for (const statement of readAssignments(text, shell.name)) {
					expect(statement.start).toBeGreaterThanOrEqual(0);
					expect(statement.end).toBeGreaterThan(statement.start);
					expect(statement.end).toBeLessThanOrEqual(text.length);
					if (statement.kind === 'assignment') {
						expect(statement.item.start).toBeGreaterThanOrEqual(statement.start);
						expect(statement.item.end).toBeLessThanOrEqual(statement.end);
					}
				}
			}),
			{numRuns: 1000},
		);
	});
});

describe('words in double quotes', () => {
	const escaped = (value: string): string => value.replace(/[\\"$`]/g, '\\$&');
	test.each(['sh', 'bash', 'zsh', 'ksh'] as const)('%s', shell => {
		fc.assert(
			fc.property(awkward, awkward, (one, two) => {
				const text = `export A=1 N="${escaped(one)}"'${two.replaceAll("'", "'\\''")}'`;
				expect(assignments(text, shell)[0]?.value).toBe(one + two);
			}),
			{numRuns: 300},
		);
	});
	test('fish', () => {
		fc.assert(
			fc.property(awkward, value => {
				expect(assignments(`set -gx N "${value.replace(/[\\"$]/g, '\\$&')}"`, 'fish')[0]?.value).toBe(value);
			}),
			{numRuns: 300},
		);
	});
});
