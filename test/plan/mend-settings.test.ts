import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {plain} from '../../source/plan/json-plain.ts';
import {scanJson} from '../../source/plan/json-tree.ts';
import {mendSettings} from '../../source/plan/mend-settings.ts';
import {fixture, fixtures, parse} from './corpus.ts';
import {randomJsonc} from './random-json.ts';

function mended(text: string, drop: readonly (readonly string[])[] = []) {
	const outcome = mendSettings(text, drop);
	if (outcome.state !== 'mended') throw new Error(`${outcome.state}: ${'why' in outcome ? outcome.why : ''}`);
	return outcome;
}

describe('what has one mend is mended, and nothing else is changed', () => {
	const cases: readonly (readonly [file: string, did: readonly string[], text: string])[] = [
		[
			'comments.json',
			['moved 4 comments out'],
			'{\n  "env": {\n    "ANTHROPIC_API_KEY": "k1",\n    "ANTHROPIC_BASE_URL": "https://router.example//path"\n  }\n}\n',
		],
		[
			'comments-and-trailing-comma.json',
			['removed 2 commas before a closing bracket', 'moved 2 comments out'],
			'{\n    "model": "opus",\n    "env": {\n        "ANTHROPIC_API_KEY": "k1"\n    }\n}\n',
		],
		[
			'trailing-comma.json',
			['removed 2 commas before a closing bracket'],
			'{\n  "env": {\n    "ANTHROPIC_API_KEY": "k1"\n  },\n  "permissions": {"allow": ["Bash(ls:*)"]}\n}\n',
		],
		[
			'trailing-comma-crlf-tabs.json',
			['removed a comma before a closing bracket'],
			'{\r\n\t"env": {\r\n\t\t"ANTHROPIC_API_KEY": "k1"\r\n\t}\r\n}\r\n',
		],
		[
			'missing-comma.json',
			['put in a missing comma'],
			'{\n  "model": "opus",\n  "env": {\n    "A": "1",\n    "ANTHROPIC_API_KEY": "k1"\n  }\n}\n',
		],
		['missing-brace.json', ['closed a bracket at the end'], '{\n  "model": "opus",\n  "env": {\n    "ANTHROPIC_API_KEY": "k1"\n  }\n}\n'],
		[
			'missing-two-braces.json',
			['closed 2 brackets at the end'],
			'{\n  "model": "opus",\n  "env": {\n    "ANTHROPIC_API_KEY": "k1"\n  }\n}\n',
		],
		['missing-brace-one-line.json', ['closed a bracket at the end'], '{"env": {"ANTHROPIC_API_KEY": "k1"}}'],
		['extra-brace.json', ['removed what follows the end'], '{\n  "env": {"ANTHROPIC_API_KEY": "k1"}\n}\n'],
		['double-comma.json', ['removed a doubled comma'], '{\n  "a": 1,\n  "env": {"ANTHROPIC_API_KEY": "k1"}\n}\n'],
	];
	test.each(cases)('%s', (file, did, text) => {
		expect(mended(fixture(`malformed/${file}`))).toMatchObject({text, did});
		expect(mendSettings(text)).toEqual({state: 'same'});
	});
});

describe('what would have to be guessed is refused with its place', () => {
	const guesses = [
		['missing-brace-inside.json', 7, 2],
		['missing-bracket.json', 4, 3],
		['single-quotes.json', 2, 3],
		['smart-quotes.json', 2, 3],
		['bare-keys.json', 2, 3],
		['newline-in-value.json', 3, 26],
		['tab-in-value.json', 2, 35],
		['bad-escape.json', 2, 19],
		['unclosed-text.json', 2, 32],
		['cut-after-colon.json', 3, 25],
		['cut-after-key.json', 3, 24],
		['two-documents.json', 2, 1],
		['missing-colon.json', 2, 9],
		['unclosed-comment.json', 2, 38],
		['leading-zero.json', 1, 8],
		['nan.json', 1, 7],
		['peers-doubled-texts.json', 2, 7],
		['merge-conflict.json', 2, 1],
		['nbsp.json', 2, 1],
		['shell-text.json', 1, 1],
		['nul.json', 1, 34],
	] as const;
	test.each(guesses)('%s at %i:%i', (file, line, column) => {
		expect(mendSettings(fixture(`malformed/${file}`))).toMatchObject({
			state: 'refused',
			kind: 'malformed',
			line,
			column,
			why: expect.stringMatching(/\w/),
		});
	});
	test('every malformed fixture is in one of the two lists', () => {
		const outcomes = fixtures('malformed').map(({name, text}) => [name, mendSettings(text).state] as const);
		expect(outcomes.filter(([, state]) => state === 'refused').map(([name]) => name)).toEqual(guesses.map(([name]) => name).toSorted());
		expect(outcomes.filter(([, state]) => state === 'same')).toEqual([]);
	});
	test.each([
		['a bracket before keys of the top', '{"env": {"A": "1", "model": "opus"}'],
		['a bracket in a file without indentation', '{\n"env": {\n"A": "1"\n'],
		['a comma after an opening bracket', '{,"a": 1}'],
		['a value lost between commas', '{"a": , "b": 1}'],
		['a comma missing on one line', '{"a": 1 "b": 2}'],
		['a comma missing in a list', '["a"\n"b"]'],
	])('%s', (_, text) => {
		expect(mendSettings(text).state).toBe('refused');
	});
});

test('comments are handed back as they stood, with their lines', () => {
	expect(mended(fixture('malformed/comments.json')).comments).toEqual([
		{line: 2, text: '// my router'},
		{line: 4, text: '// old: sk-ant-api03-FIXTURE-0000000000000000000000-note'},
		{line: 5, text: '/* the\n       address */'},
		{line: 7, text: '// keep //'},
	]);
});

test('what looks like a comment inside a text stays', () => {
	const text = '{"a": "// no /* comment */", "b": "https://x//y"}';
	expect(mendSettings(text)).toEqual({state: 'same'});
	expect(mended(`${text}// yes`).text).toBe(text);
});

test('the mark at the start goes, and only it', () => {
	expect(mended(fixture('peer-bom.json'))).toMatchObject({text: fixture('peer.json'), did: ['removed the byte order mark'], comments: []});
});

test('entries of a refused type go, the rest stays', () => {
	const text = fixture('odd/env-array.json');
	expect(mended(text, [['env']])).toMatchObject({
		text: '{\n  "model": "opus"\n}\n',
		did: ['removed env, which has a type that Claude Code refuses'],
	});
	expect(mendSettings(text, [['absent']])).toEqual({state: 'same'});
});

test('comments and trailing commas put anywhere into random texts are taken out, and the meaning stays', () => {
	fc.assert(
		fc.property(randomJsonc, ({text, strict}) => {
			const outcome = mendSettings(text);
			if (outcome.state === 'refused') throw new Error(`${outcome.why} ${outcome.line}`);
			const now = outcome.state === 'same' ? text : outcome.text;
			expect(() => JSON.parse(now)).not.toThrow();
			expect(meaning(now)).toEqual(meaning(strict));
			if (outcome.state === 'mended') for (const {text: kept} of outcome.comments) expect(text).toContain(kept);
		}),
		{numRuns: 500},
	);
});

function meaning(text: string): unknown {
	const scanned = scanJson(text);
	if (scanned.state === 'slip') throw new Error(scanned.slip.why);
	return plain(text, scanned.tree.root);
}

test('a mended file is one that JSON.parse reads', () => {
	for (const {text} of fixtures('malformed')) {
		const outcome = mendSettings(text);
		if (outcome.state === 'mended') expect(parse(outcome.text)).toBeTypeOf('object');
	}
});
