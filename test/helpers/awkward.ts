import {readFileSync} from 'node:fs';
import fc from 'fast-check';

type Row = {readonly name: string; readonly hex: string; readonly times?: number};

/** The values measured by hand, as bytes in the evidence; those that are no text are left out. */
export const measured: readonly {readonly name: string; readonly value: string}[] = (
	JSON.parse(readFileSync(new URL('../evidence/shell-quoting.json', import.meta.url), 'utf8')) as {values: readonly Row[]}
).values.flatMap(({name, hex, times = 1}) => {
	const bytes = Buffer.from(hex, 'hex');
	const value = bytes.toString('utf8').repeat(times);
	return Buffer.from(value, 'utf8').equals(Buffer.concat(Array.from({length: times}, () => bytes))) ? [{name, value}] : [];
});

/** What means something in one shell or another, alone and as whole words. */
const fragments = [
	...' !"#$%&\'()*+,-./0:;<=>?@A[\\]^_`a{|}~',
	...[
		'$HOME',
		'${HOME}',
		'$(id)',
		'`id`',
		'%PATH%',
		'!!',
		'!id',
		'!$',
		"'\\''",
		"''",
		'""',
		'\\n',
		'\\',
		'\\\\',
		'#{x}',
		"'#",
		"r#'",
		'@(1)',
		'$[id]',
	],
	...[
		'&&',
		'||',
		'>>',
		'<<E',
		'--',
		'-n',
		'~/',
		'*',
		'[a]',
		'{a,b}',
		'$$',
		'$env:X',
		'%%',
		'^^',
		'$"',
		"$'",
		'\\u{41}',
		'\\x41',
		'{}',
		'  ',
	],
	...['é', 'ñ', '日本', '🔑', '‘', '’', '‚', '‛', '“', '”', '\u00A0', 'e\u0301', 'ß', '–'],
];

export const awkwardText: fc.Arbitrary<string> = fc.oneof(
	{weight: 4, arbitrary: fc.string({unit: fc.constantFrom(...fragments), maxLength: 24})},
	{weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 30})},
	{weight: 1, arbitrary: fc.string({unit: 'grapheme-ascii', maxLength: 60})},
);
