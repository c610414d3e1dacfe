import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {plain, samePlain} from '../../source/plan/json-plain.ts';
import {scanJson} from '../../source/plan/json-tree.ts';
import {readSettings} from '../../source/plan/read-settings.ts';
import {fixtures, parse} from './corpus.ts';
import {randomJson} from './random-json.ts';

function parses(text: string): boolean {
	try {
		parse(text);
		return true;
	} catch {
		return false;
	}
}

describe('the scanner accepts what JSON.parse accepts, and nothing else', () => {
	test.each([...fixtures(), ...fixtures('malformed'), ...fixtures('odd'), ...fixtures('jsonc')])('$name', ({text}) => {
		expect(readSettings(text).state === 'tree').toBe(parses(text));
	});

	test('random texts, and the same with one character changed, put in or left out', () => {
		const spoiled = fc.tuple(
			randomJson,
			fc.nat(),
			fc.constantFrom('', '"', ',', '{', '}', '[', ']', ':', '\\', '/', '0', '-', 'e', '.', '\n', '\t', "'", 't', '\u00A0', '\u2028'),
			fc.nat(1),
		);
		fc.assert(
			fc.property(spoiled, ([{text}, seed, put, drop]) => {
				expect(readSettings(text).state).toBe('tree');
				const at = seed % (text.length + 1);
				const other = text.slice(0, at) + put + text.slice(at + drop);
				expect(readSettings(other).state === 'tree').toBe(parses(other));
			}),
			{numRuns: 3000},
		);
	});
});

test('a text too deep for the stack is refused, not a crash', () => {
	const scanned = scanJson('['.repeat(100_000));
	expect(scanned).toMatchObject({state: 'slip', slip: {kind: 'other', why: 'brackets are nested more than 1000 deep'}});
});

test('numbers are compared as they are spelled, for JSON.parse rounds them', () => {
	const meaning = (text: string) => {
		const scanned = scanJson(text);
		return scanned.state === 'tree' ? plain(text, scanned.tree.root) : undefined;
	};
	expect(samePlain(meaning('[12345678901234567890]'), meaning('[12345678901234567168]'))).toBe(false);
	expect(samePlain(meaning('{"a": 1, "__proto__": 2}'), meaning('{"__proto__": 2, "\\u0061": 1}'))).toBe(true);
});

test('spans lead to the very text of keys and values', () => {
	const text = '{ "a" : [1, {"b\\u0021": "x"}] }';
	const scanned = scanJson(text);
	if (scanned.state === 'slip' || scanned.tree.root.kind !== 'object') throw new Error('no tree');
	const [a] = scanned.tree.root.members;
	if (a?.value.kind !== 'array') throw new Error('no list');
	expect(text.slice(a.value.start, a.value.end)).toBe('[1, {"b\\u0021": "x"}]');
	expect(a.value.members.map(member => member.key)).toEqual(['0', '1']);
	expect(text[a.value.members[0]?.comma ?? 0]).toBe(',');
});
