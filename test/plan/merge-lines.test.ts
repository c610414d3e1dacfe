import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {diffLines, splitLines} from '../../source/plan/line-diff.ts';
import {mergeLines} from '../../source/plan/merge-lines.ts';

function patch(old: readonly string[], now: readonly string[]): string {
	const lines = [...old];
	for (const {from, to, lines: put} of diffLines(old, now).toReversed()) lines.splice(from, to - from, ...put);
	return lines.join('');
}

const someLines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'long line\r\n'), {maxLength: 12});

describe('a line diff', () => {
	it('leads from the one text to the other, whatever they are', () => {
		fc.assert(
			fc.property(someLines, someLines, (old, now) => {
				expect(patch(old, now)).toBe(now.join(''));
			}),
			{numRuns: 1000},
		);
	});

	it('is short', () => {
		const old = splitLines('a\nb\nc\nd\ne\n');
		expect(diffLines(old, splitLines('a\nc\nd\nX\ne\n'))).toEqual([
			{from: 1, to: 2, lines: []},
			{from: 4, to: 4, lines: ['X\n']},
		]);
		expect(diffLines(old, old)).toEqual([]);
	});

	it('keeps line ends apart from their absence', () => {
		expect(splitLines('a\r\n\nb')).toEqual(['a\r\n', '\n', 'b']);
		expect(diffLines(splitLines('a\n'), splitLines('a'))).toEqual([{from: 0, to: 1, lines: ['a']}]);
	});
});

describe('merging', () => {
	it('takes our block out and keeps lines that were added around it', () => {
		const base = 'alias x=y\n# begin\nsource ours\n# end\nPATH=1\n';
		expect(mergeLines(base, 'alias x=y\nPATH=1\n', `new first\n${base}new last\n`)).toEqual({
			state: 'merged',
			text: 'new first\nalias x=y\nPATH=1\nnew last\n',
		});
	});

	it('puts a removed line back between its neighbours, also when one of them was changed', () => {
		expect(mergeLines('a\nc\n', 'a\nb\nc\n', 'a\nC!\nd\n')).toEqual({state: 'merged', text: 'a\nb\nC!\nd\n'});
	});

	it('is at odds where our own lines were changed, and says where', () => {
		expect(mergeLines('a\nours\nc\n', 'a\nc\n', 'new\na\nours, edited\nc\n')).toEqual({state: 'conflict', line: 3});
		expect(mergeLines('a\nbegin\nend\n', 'a\n', 'a\nbegin\ninside\nend\n')).toMatchObject({state: 'conflict'});
	});

	it('has nothing to do where our lines are gone already', () => {
		expect(mergeLines('a\nours\nc\n', 'a\nc\n', 'a\nc\nd\n')).toEqual({state: 'merged', text: 'a\nc\nd\n'});
		expect(mergeLines('a\nours\nc\nd\n', 'a\nc\nd\n', 'a\nd\n')).toEqual({state: 'merged', text: 'a\nd\n'});
	});

	it('does not glue lines together where the file once had no final newline', () => {
		expect(mergeLines('a\nblock\n', 'a', 'a\nblock\nb\n')).toEqual({state: 'merged', text: 'a\nb\n'});
		expect(mergeLines('a\r\nblock\r\n', 'a', 'a\r\nblock\r\nb\r\n')).toEqual({state: 'merged', text: 'a\r\nb\r\n'});
	});

	it('gives the one change where there is only one', () => {
		fc.assert(
			fc.property(someLines, someLines, (base, changed) => {
				const [one, other] = [base.join(''), changed.join('')];
				expect(mergeLines(one, other, one)).toEqual({state: 'merged', text: other});
				expect(mergeLines(one, one, other)).toEqual({state: 'merged', text: other});
				expect(mergeLines(one, other, other)).toEqual({state: 'merged', text: other});
			}),
			{numRuns: 500},
		);
	});
});
