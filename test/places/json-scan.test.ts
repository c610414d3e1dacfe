import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type JsonNode, scanJson} from '../../source/places/json-scan.ts';
import {lineIndex} from '../../source/places/line-index.ts';

function parses(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Valid JSON with one character taken out, put in or doubled: most of what people break. */
const nearlyJson = fc
	.tuple(
		fc.json({maxDepth: 5}),
		fc.nat(),
		fc.constantFrom('', ',', '"', '}', ']', '/', '\\', '\n', '0', '.', '-', 'e', ':', '\u0000', ' ', "'"),
	)
	.chain(([text, where, put]) => {
		const at = where % (text.length + 1);
		return fc.constantFrom(text, text.slice(0, at) + put + text.slice(at), text.slice(0, at) + put + text.slice(at + 1));
	});

describe('is as strict as JSON.parse', () => {
	test('on damaged JSON', () => {
		fc.assert(
			fc.property(nearlyJson, text => {
				expect(scanJson(text).state === 'valid').toBe(parses(text));
			}),
			{numRuns: 3000},
		);
	});

	test.each([
		'',
		' ',
		'{',
		'[1,]',
		'{"a":1,}',
		'01',
		'1.',
		'-',
		'+1',
		'.5',
		'1e',
		'nul',
		'truex',
		'"\t"',
		'"\\x"',
		'"\\u12"',
		'\uFEFF{}',
		'{}x',
		'1 2',
		"{'a':1}",
		'{a:1}',
		'[1 2]',
		'\u00a01',
	])('refuses %j', text => {
		expect(parses(text)).toBe(false);
		expect(scanJson(text).state).toBe('invalid');
	});

	test('gives the values of JSON.parse', () => {
		fc.assert(
			fc.property(fc.jsonValue({maxDepth: 4}), value => {
				const scan = scanJson(JSON.stringify(value, null, 2));
				expect(scan.state === 'valid' && scan.root.value()).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});
});

describe('positions', () => {
	const text = '{\n  "env": {\n    "A": "x",\r\n    "B": [1, null]\n  },\n  "model": "m"}';
	const scan = scanJson(text);
	const root = (scan as {root: JsonNode}).root;
	const at = lineIndex(text);

	test('of values, two levels deep', () => {
		const env = root.members[0]?.node;
		expect(at(env?.start ?? -1)).toEqual({line: 2, column: 10});
		expect(env?.members.map(({key, node}) => [key, at(node.start)])).toEqual([
			['A', {line: 3, column: 10}],
			['B', {line: 4, column: 10}],
		]);
		expect(at(root.members[1]?.node.start ?? -1)).toEqual({line: 6, column: 12});
		expect(env?.members[1]?.node.items.map(({json}) => json)).toEqual(['number', 'null']);
	});

	test.each([
		['{\n  // mine\n  "a": 1}', {line: 2, column: 3}, /comment/],
		['{"a": 1,\n}', {line: 2, column: 1}, /comma stands before/],
		['{"a": 1\n "b": 2}', {line: 2, column: 2}, /comma or closing brace/],
		['{"a": 1}\nx', {line: 2, column: 1}, /after the end/],
		['{"a": "x\n"}', {line: 1, column: 9}, /line break/],
		['{"a": 1\n\n', {line: 1, column: 8}, /ends too early/],
		["{'a': 1}", {line: 1, column: 2}, /double quotes/],
		['{"a": "C:\\Users"}', {line: 1, column: 10}, /backslash/],
	])('of the flaw in %j', (broken, spot, says) => {
		const flaw = scanJson(broken);
		expect(flaw.state).toBe('invalid');
		if (flaw.state !== 'invalid') return;
		expect(lineIndex(broken)(flaw.offset)).toEqual(spot);
		expect(flaw.message).toMatch(says);
	});
});

test('survives nesting deeper than the stack', () => {
	const deep = '['.repeat(200_000) + ']'.repeat(200_000);
	expect(scanJson(deep).state).toBe('valid');
	expect(scanJson(deep.slice(1)).state).toBe('invalid');
});
