import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {complaints, importsOf, mayReveal, rooms} from './layers.ts';

const root = path.join(import.meta.dirname, '..');
const sources = readdirSync(path.join(root, 'source'), {recursive: true, encoding: 'utf8'})
	.filter(name => /\.tsx?$/.test(name))
	.map(name => `source/${name.split(path.sep).join('/')}`)
	.map(file => ({file, text: readFileSync(path.join(root, file), 'utf8')}));

describe('the house', () => {
	it('is as house.md wants it', async () => {
		expect(sources.length).toBeGreaterThan(10);
		expect(await complaints(sources)).toEqual([]);
	});

	it('keeps half of its files under 100 lines', () => {
		const lengths = sources.map(({text}) => text.split('\n').length).sort((a, b) => a - b);
		expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100);
	});

	it('allows a secret to leave only where a file still does that, for a reason', () => {
		for (const [file, why] of Object.entries(mayReveal)) {
			expect(why.length, file).toBeGreaterThan(10);
			expect(sources.find(source => source.file === file)?.text, file).toContain('reveal(');
		}
	});
});

describe('the check', () => {
	const cases: readonly (readonly [string, string, string | null])[] = [
		['source/places/a.ts', "import {readFileSync} from 'node:fs';", 'source/places/a.ts: imports node:fs, which has effects'],
		['source/places/a.ts', "import type {Stats} from 'node:fs';", null],
		['source/places/a.ts', "import path from 'node:path';", null],
		['source/plan/a.ts', "import {createHash} from 'node:crypto';", null],
		[
			'source/plan/a.ts',
			"import {createHash, randomBytes} from 'node:crypto';",
			'source/plan/a.ts: imports node:crypto, which has effects',
		],
		['source/machine/a.ts', "import {readFileSync} from 'node:fs';", null],
		[
			'source/request/a.ts',
			"import {x} from '../problems/x.ts';",
			'source/request/a.ts: imports ../problems/x.ts, but request may not know problems',
		],
		[
			'source/request/a.ts',
			"import type {X} from '../problems/x.ts';",
			'source/request/a.ts: imports ../problems/x.ts, but request may not know problems',
		],
		[
			'source/request/a.ts',
			"export * from '../problems/x.ts';",
			'source/request/a.ts: imports ../problems/x.ts, but request may not know problems',
		],
		[
			'source/request/a.ts',
			"const x = await import('../problems/x.ts');",
			'source/request/a.ts: imports ../problems/x.ts, but request may not know problems',
		],
		['source/places/a.ts', "import type {Machine} from '../machine/machine.ts';", null],
		['source/places/a.ts', "import {\n\ttype Machine,\n\ttype Files,\n} from '../machine/machine.ts';", null],
		[
			'source/places/a.ts',
			"import {type Machine, real} from '../machine/machine.ts';",
			'source/places/a.ts: imports ../machine/machine.ts, of which places may know the types only',
		],
		[
			'source/commands/a.ts',
			"import {realMachine} from '../machine/real.ts';",
			'source/commands/a.ts: imports ../machine/real.ts, which only cli.ts may',
		],
		[
			'source/commands/a.ts',
			"import {x} from '../screens/x.tsx';",
			'source/commands/a.ts: imports ../screens/x.tsx, but commands may not know screens',
		],
		[
			'source/commands/a.ts',
			"import {realClock} from '../machine/real-clock.ts';",
			'source/commands/a.ts: imports ../machine/real-clock.ts, a part of the real machine, which has one door',
		],
		['source/commands/a.ts', "import {pretend} from '../machine/pretend.ts';", null],
		[
			'source/commands/a.ts',
			'export const a = (name: string) => import(name);',
			'source/commands/a.ts: imports what no reader can see: name it as a text',
		],
		[
			'source/places/a.ts',
			'export const a = () => globalThis.process.env;',
			'source/places/a.ts: uses globalThis, an effect that belongs in machine/',
		],
		['source/commands/a.ts', "import {Box} from 'ink';", 'source/commands/a.ts: imports ink, a package that is not for commands'],
		['source/screens/a.tsx', "import {Box} from 'ink';", null],
		['source/screens/a.tsx', "import {jsx} from 'react/jsx-runtime';", null],
		['source/places/a.ts', "const x = await import('execa');", 'source/places/a.ts: imports execa, a package that is not for places'],
		['source/cellar/a.ts', 'export const a = 1;', 'source/cellar/a.ts: there is no room "cellar" in the house'],
		['source/places/a.ts', 'export const a = () => process.env;', 'source/places/a.ts: uses process, an effect that belongs in machine/'],
		['source/places/a.ts', 'export const a = () => Date.now();', 'source/places/a.ts: uses Date.now, an effect that belongs in machine/'],
		['source/places/a.ts', 'export const a = () => new Date();', 'source/places/a.ts: uses new Date(), an effect that belongs in machine/'],
		['source/places/a.ts', 'export const a = (ms: number) => new Date(ms);', null],
		['source/places/a.ts', "// process.env\nexport const a = 'process.env';", null],
		['source/places/a.ts', 'export const a = (process: {env: string}) => process.env;', null],
		['source/places/utils.ts', 'export const a = 1;', 'source/places/utils.ts: "utils" says nothing about what is inside'],
		['source/places/camelCase.ts', 'export const a = 1;', 'source/places/camelCase.ts: "camelCase" is not in kebab-case'],
		['source/places/a.ts', 'export function handleKey() {}', 'source/places/a.ts: "handleKey" is no verb of the house'],
		['source/places/a.ts', 'export default 1;', 'source/places/a.ts: exports a default'],
		['source/places/a.ts', 'enum A {}', 'source/places/a.ts: has an enum'],
		[
			'source/places/a.ts',
			'export const a = (s: {reveal(): string}) => s.reveal();',
			'source/places/a.ts: reveals a secret; say why in mayReveal (test/layers.ts)',
		],
		['source/places/a.ts', 'x;\n'.repeat(251), 'source/places/a.ts: 251 lines, and its first comment does not say "long because …"'],
		['source/places/a.ts', `// This table is long because it lists every variable.\n${'x;\n'.repeat(251)}`, null],
	];

	it.each(cases.map(([file, text, complaint]) => ({file, text, complaint, start: text.slice(0, 60)})))(
		'$file: $start',
		async ({file, text, complaint}) => {
			expect(await complaints([{file, text}])).toEqual(complaint === null ? [] : [complaint]);
		},
	);

	it('finds a circle, also of types', async () => {
		const circle = [
			{file: 'source/places/a.ts', text: "import {b} from './b.ts';"},
			{file: 'source/places/b.ts', text: "import type {A} from './a.ts';"},
		];
		expect(await complaints(circle)).toEqual(['source/places/a.ts → source/places/b.ts → source/places/a.ts: a circle']);
	});

	it('sees every form of import', () => {
		const text =
			"import a from 'a';\nimport 'b';\nimport type {C} from 'c';\nexport {d} from 'd';\nexport type {E} from 'e';\nimport {\n\tf,\n} from 'f';\nexport const g = 'g';\n";
		expect(importsOf(text).map(({wanted, kind, names}) => [wanted, kind, ...names])).toEqual([
			['a', 'value', '*'],
			['c', 'type', 'C'],
			['d', 'value', 'd'],
			['e', 'type', 'E'],
			['f', 'value', 'f'],
			['b', 'value'],
		]);
	});

	it('names only rooms that may be known in turn', () => {
		for (const [name, room] of Object.entries(rooms))
			for (const other of [...room.of, ...room.typesOf]) expect(rooms, name).toHaveProperty(other);
	});
});
