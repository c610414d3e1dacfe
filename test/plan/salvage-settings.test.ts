import {describe, expect, it} from 'vitest';
import {salvageSettings} from '../../source/plan/salvage-settings.ts';
import {fixtures} from './corpus.ts';

const read = (text: string) => JSON.parse(salvageSettings(text).text) as Record<string, unknown>;

describe('what can be read of settings that no rule reads', () => {
	const env = (value: string) => ({env: {ANTHROPIC_API_KEY: value}});
	it.each<readonly [string, string, unknown]>([
		['single quotes', "{'env': {'ANTHROPIC_API_KEY': 'k1'}}", env('k1')],
		['curly quotes', '{“env”: {“ANTHROPIC_API_KEY”: “k1”}}', env('k1')],
		['names without quotes', '{env: {ANTHROPIC_API_KEY: "k1"}}', env('k1')],
		['another language', "{'env': {'ANTHROPIC_API_KEY': 'k1'}, 'a': True, 'b': None}", {...env('k1'), a: true, b: null}],
		['signs of assignment', '{"env" = {"ANTHROPIC_API_KEY" => "k1";};}', env('k1')],
		['a colon that is missing', '{"env" {"ANTHROPIC_API_KEY": "k1"}}', env('k1')],
		['a comma missing on one line', '{"a": 1 "env": {"ANTHROPIC_API_KEY": "k1"}}', {a: 1, ...env('k1')}],
		['a comma missing in a list', '{"a": ["b"\n"c"]}', {a: ['b', 'c']}],
		['a list that is not closed', '{"a": ["b", "c", "env": {"ANTHROPIC_API_KEY": "k1"}}', {a: ['b', 'c'], ...env('k1')}],
		['a bracket missing inside', '{\n  "env": {\n    "ANTHROPIC_API_KEY": "k1"\n  "theme": "dark"\n}', {...env('k1'), theme: 'dark'}],
		['a bracket missing on one line', '{"env": {"ANTHROPIC_API_KEY": "k1", "permissions": {}}', {...env('k1'), permissions: {}}],
		['the first bracket missing', '"env": {"ANTHROPIC_API_KEY": "k1"}}', env('k1')],
		['two documents', '{"env": {"A": "1"}}\n{"env": {"ANTHROPIC_API_KEY": "k1"}}', {env: {A: '1', ANTHROPIC_API_KEY: 'k1'}}],
		['a list of documents', '[{"env": {"ANTHROPIC_API_KEY": "k1"}}]', env('k1')],
		['a merge that was never finished', '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> other\n}', {a: 1}],
		['the fence of a chat', '```json\n{"a": 1}\n```\n', {a: 1}],
		['a line break behind a key', '{"env": {"ANTHROPIC_API_KEY": "k1\n"}, "a": 1}', {...env('k1'), a: 1}],
		['a quote that is missing', '{\n"a": "b,\n"c": "d"\n}', {a: 'b', c: 'd'}],
		['the first quote of a name missing', '{"a": 1,\n  theme": "dark"}', {a: 1, theme: 'dark'}],
		['a quote inside', '{"a": "echo "hi" there", "b": 1}', {a: 'echo "hi" there', b: 1}],
		['a backslash alone', '{"a": "C:\\Users", "b": "\\u0041\\n"}', {a: 'C:\\Users', b: 'A\n'}],
		['what is cut off', '{"a": 1, "env": {"ANTHROPIC_API_KEY": "k', {a: 1, env: {}}],
		['no settings at all', '<html><body class="x">{}</body></html>', {}],
		['a shell text', 'export ANTHROPIC_API_KEY=k1\n', {}],
		['a name that objects have', '{__proto__: {a: 1}, b: 2,,}', JSON.parse('{"__proto__": {"a": 1}, "b": 2}')],
	])('%s', (_, text, wanted) => {
		expect(read(text)).toEqual(wanted);
	});

	it('numbers, indentation and line ends stay as they are written', () => {
		expect(salvageSettings("{\r\n\t'a': 1.50,\r\n\tb: [12345678901234567890]\r\n}").text).toBe(
			'{\r\n\t"a": 1.50,\r\n\t"b": [\r\n\t\t12345678901234567890\r\n\t]\r\n}\r\n',
		);
	});

	it('comments of every language are handed back with their lines', () => {
		const {comments} = salvageSettings('# one\n{\n  a: 1, // two\n  /* three */ b: "# no"\n}\n');
		expect(comments).toEqual([
			{line: 1, text: '# one'},
			{line: 3, text: '// two'},
			{line: 4, text: '/* three */'},
		]);
	});

	it('every file that mending refuses comes out as JSON, and ends soon where it is large', () => {
		for (const {text} of fixtures('malformed')) expect(() => read(text)).not.toThrow();
		expect(() => read('{'.repeat(100_000))).not.toThrow();
		expect(
			Object.keys(read(`{${"'k': 'v'\n".repeat(1)}${Array.from({length: 20_000}, (_, at) => `'k${at}': ${at};\n`).join('')}`)),
		).toHaveLength(20_001);
	});
});

it('comes to an end on large texts of one kind of sign', () => {
	const large = [
		'#\n'.repeat(200_000),
		`{"env": {${'"a": '.repeat(60_000)}`,
		`{'a': 'b' ${Array.from({length: 30_000}, (_, number) => `"k${number}": "v"`).join(' ')}`,
	];
	expect(large.map(text => Object.keys(JSON.parse(salvageSettings(text).text)).length)).toEqual([0, 1, 30_001]);
});
