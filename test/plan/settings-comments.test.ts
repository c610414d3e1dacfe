import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Edited} from '../../source/plan/edited.ts';
import {occurrences} from '../../source/plan/json-path.ts';
import {scanJson} from '../../source/plan/json-tree.ts';
import {removeSetting, setSetting} from '../../source/plan/settings-text.ts';
import {fixture, fixtures} from './corpus.ts';
import {meetsList, randomJsonc} from './random-json.ts';

function comments(text: string): readonly string[] {
	const scanned = scanJson(text);
	if (scanned.state === 'slip') throw new Error(`${scanned.slip.why} in ${text}`);
	return scanned.tree.comments.map(({start, end}) => text.slice(start, end));
}

function changed(edited: Edited): string {
	if (edited.state !== 'changed') throw new Error(`${edited.state}: ${'why' in edited ? edited.why : ''}`);
	return edited.text;
}

describe('in the files of editors no comment is lost, moved before another, or joined to code', () => {
	test.each(fixtures('jsonc'))('$name', ({text}) => {
		const now = changed(setSetting(text, ['new', 'key'], 'v', 'jsonc'));
		expect(comments(now)).toEqual(comments(text));
		expect(comments(changed(removeSetting(now, ['new'], 'jsonc')))).toEqual(comments(text));
	});

	test('on random texts with comments anywhere: set, removed, set and removed', () => {
		fc.assert(
			fc.property(randomJsonc, fc.nat(), ({text, paths}, which) => {
				const path = paths[which % Math.max(1, paths.length)] ?? ['env', 'NEW'];
				const removed = removeSetting(text, path, 'jsonc');
				if (removed.state === 'refused') throw new Error(removed.why);
				if (removed.state === 'changed') {
					expect(comments(removed.text)).toEqual(commentsOutside(text, path));
					if (!meetsList(text, path)) expect(removeSetting(removed.text, path, 'jsonc')).toEqual({state: 'same'});
				}
				const fresh = [...path.slice(0, -1), 'a key of mine'];
				const set = setSetting(text, fresh, 'v', 'jsonc');
				if (set.state !== 'changed') {
					expect(set).toMatchObject({state: 'refused', why: expect.stringMatching(/, not an object$/)});
					return;
				}
				expect(comments(set.text)).toEqual(comments(text));
				expect(setSetting(set.text, fresh, 'v', 'jsonc')).toEqual({state: 'same'});
			}),
			{numRuns: 1500},
		);
	});
});

describe('the traps of jsonc-parser', () => {
	const text = fixture('jsonc/last-has-comments.json');
	test('removing the last entry keeps the comment of the one before it and its own', () => {
		expect(changed(removeSetting(text, ['b'], 'jsonc'))).toBe('{\n  "a": 1, // one\n  // two\n}\n'.replace('1,', '1'));
	});
	test('removing the first keeps both', () => {
		expect(changed(removeSetting(text, ['a'], 'jsonc'))).toBe('{\n  // one\n  "b": 2 // two\n}\n');
	});
	test('a line that held nothing but the entry goes with it', () => {
		expect(changed(removeSetting('{\n  // one\n  "a": 1,\n  // two\n  "b": 2\n}', ['a'], 'jsonc'))).toBe(
			'{\n  // one\n  // two\n  "b": 2\n}',
		);
	});
	test('a new entry goes behind the comment of the last', () => {
		expect(changed(setSetting(text, ['c'], 3, 'jsonc'))).toBe('{\n  "a": 1, // one\n  "b": 2, // two\n  "c": 3\n}\n');
	});
	test('a new entry keeps a trailing comma', () => {
		expect(changed(setSetting('{\n  "a": 1, // one\n}', ['c'], 3, 'jsonc'))).toBe('{\n  "a": 1, // one\n  "c": 3,\n}');
	});
	test('an object with nothing but a comment keeps it', () => {
		expect(changed(setSetting(fixture('jsonc/only-comments.json'), ['a'], 1, 'jsonc'))).toBe('{\n  // nothing yet\n  "a": 1\n}\n');
	});
	test('an item of a list of variables is taken by its number', () => {
		const now = changed(removeSetting(fixture('jsonc/vscode.json'), ['claudeCode.environmentVariables', '0'], 'jsonc'));
		expect(now).toBe(fixture('jsonc/vscode.json').replace('        {"name": "ANTHROPIC_API_KEY", "value": "k1"},\n', ''));
	});
});

/** What stands between an entry's own key and the end of its value goes with it. */
function commentsOutside(text: string, path: readonly string[]): readonly string[] {
	const scanned = scanJson(text);
	if (scanned.state === 'slip') throw new Error(scanned.slip.why);
	const gone = occurrences(scanned.tree.root, path);
	return scanned.tree.comments
		.filter(span => !gone.some(entry => entry.start <= span.start && span.end <= entry.node.end))
		.map(({start, end}) => text.slice(start, end));
}
