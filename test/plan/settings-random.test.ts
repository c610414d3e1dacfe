import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Json} from '../../source/plan/edit.ts';
import {plain} from '../../source/plan/json-plain.ts';
import {scanJson} from '../../source/plan/json-tree.ts';
import {addItem, removeItem} from '../../source/plan/settings-list.ts';
import {removeSetting, setSetting} from '../../source/plan/settings-text.ts';
import {difference, parse} from './corpus.ts';
import {meetsList, type RandomJson, randomJson} from './random-json.ts';

const runs = {numRuns: 1500};
const value: fc.Arbitrary<Json> = fc.oneof(
	fc.string({unit: 'binary'}),
	fc.constantFrom<Json>('', null, true, 7, {}, [], {a: ['x', {b: 1}]}),
);
/** A path that is there, or one that is not. */
const aim = randomJson.chain(json =>
	fc.tuple(
		fc.constant(json),
		json.paths.length === 0
			? fc.constant(['env', 'NEW'])
			: fc.oneof(
					fc.constantFrom(...json.paths),
					fc.constantFrom(...json.paths).map(path => [...path.slice(0, -1), 'NEW']),
				),
		value,
	),
);

/** Compared by the scanner's own reading, which keeps number spelling; that it reads as JSON.parse does is shown in json-tree.test.ts. */
function meaning(text: string): unknown {
	const scanned = scanJson(text);
	if (scanned.state === 'slip') throw new Error(scanned.slip.why);
	return plain(text, scanned.tree.root);
}

function at(whole: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(inner, key) => (typeof inner === 'object' && inner !== null ? Object.getOwnPropertyDescriptor(inner, key)?.value : undefined),
		whole,
	);
}

function law(check: (json: RandomJson, path: readonly string[], value: Json) => void): void {
	fc.assert(
		fc.property(aim, ([json, path, wish]) => {
			check(json, path, wish);
		}),
		runs,
	);
}

describe('on random texts in random layouts', () => {
	test('what was set is there, strictly valid; twice is once', () =>
		law(({text}, path, wish) => {
			const edited = setSetting(text, path, wish);
			if (edited.state === 'refused') return expect(edited).toMatchObject({kind: 'impossible', line: expect.any(Number)});
			const now = edited.state === 'same' ? text : edited.text;
			// JSON.parse gives -0 and rounded numbers only where they were written; ours are written by JSON.stringify.
			expect(at(parse(now), path)).toEqual(JSON.parse(JSON.stringify(wish)));
			expect(setSetting(now, path, wish)).toEqual({state: 'same'});
		}));

	test('a new key is one insertion: no old byte is lost but blank space in an empty object', () =>
		law(({text}, path, wish) => {
			if (at(parse(text), path) !== undefined) return;
			const edited = setSetting(text, path, wish);
			if (edited.state !== 'changed' || duplicated(text, path)) return;
			expect(difference(text, edited.text).gone.trim()).toBe('');
		}));

	test('removed is gone, and nothing else; twice is once; nothing is written', () =>
		law(({text}, path) => {
			const edited = removeSetting(text, path);
			if (edited.state === 'refused') throw new Error(edited.why);
			if (edited.state === 'same') return expect(at(parse(text), path)).toBeUndefined();
			if (meetsList(text, path)) return;
			expect(at(parse(edited.text), path)).toBeUndefined();
			expect(removeSetting(edited.text, path)).toEqual({state: 'same'});
			expect(edited.text.length).toBeLessThan(text.length);
			expect(isSubsequence(edited.text, text)).toBe(true);
		}));

	test('set a new key, then remove it: the same bytes, where its parent was not empty', () =>
		law(({text}, path, wish) => {
			if (path.at(-1) !== 'NEW' || duplicated(text, path)) return;
			const parent = at(parse(text), path.slice(0, -1));
			if (typeof parent !== 'object' || parent === null || Object.keys(parent).length === 0) return;
			const edited = setSetting(text, path, wish);
			if (edited.state !== 'changed') throw new Error(edited.state);
			expect(removeSetting(edited.text, path)).toMatchObject({state: 'changed', text});
		}));

	test('other keys keep their meaning and their spelling', () =>
		law(({text}, path, wish) => {
			const edited = setSetting(text, path, wish);
			if (edited.state !== 'changed') return;
			const [before, now] = [meaning(text), meaning(edited.text)] as [Map<string, unknown>, Map<string, unknown>];
			for (const [key, inner] of before) if (key !== path[0]) expect(now.get(key)).toEqual(inner);
			expect([...now.keys()].filter(key => !before.has(key))).toEqual(before.has(path[0] ?? '') ? [] : [path[0]]);
		}));

	test('an item put into a list and taken out leaves the bytes', () =>
		fc.assert(
			fc.property(randomJson, fc.array(fc.string(), {minLength: 1, maxLength: 3}), fc.string(), ({text}, items, item) => {
				const withList = setSetting(text, ['list of mine'], items);
				if (withList.state !== 'changed') throw new Error(withList.state);
				const edited = addItem(withList.text, ['list of mine'], item);
				if (items.includes(item)) {
					expect(edited).toEqual({state: 'same'});
					return;
				}
				if (edited.state !== 'changed') throw new Error(edited.state);
				expect(at(parse(edited.text), ['list of mine'])).toEqual([...items, item]);
				expect(removeItem(edited.text, ['list of mine'], item)).toMatchObject({state: 'changed', text: withList.text});
			}),
			runs,
		));
});

function duplicated(text: string, path: readonly string[]): boolean {
	const scanned = scanJson(text);
	if (scanned.state === 'slip') return false;
	let nodes = [scanned.tree.root];
	for (const key of path) {
		nodes = nodes.flatMap(node =>
			node.kind === 'object' ? node.members.filter(member => member.key === key).map(member => member.value) : [],
		);
		if (nodes.length > 1) return true;
	}
	return false;
}

function isSubsequence(part: string, whole: string): boolean {
	let matched = 0;
	for (let index = 0; index < whole.length && matched < part.length; index++) if (whole[index] === part[matched]) matched++;
	return matched === part.length;
}
