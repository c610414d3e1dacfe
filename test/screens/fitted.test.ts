import {describe, expect, it} from 'vitest';
import type {ReviewLine} from '../../source/commands/conversation.ts';
import {fitted} from '../../source/screens/fitted.ts';
import {reduceReview, reviewState, topOf} from '../../source/screens/review-state.ts';
import {review} from './questions.ts';

const plain = (text: string): ReviewLine => ({tone: 'plain', text});
const note = plain('Note: Other programs that read it will no longer find it in ~/.bashrc.');

describe('a text in a narrow window', () => {
	it('goes on in the next line where it is a sentence or a step', () => {
		expect(fitted([note, plain('1. Remove ANTHROPIC_API_KEY  ~/.bashrc:3')], 40).map(({text}) => text)).toEqual([
			'Note: Other programs that read it will',
			'   no longer find it in ~/.bashrc.',
			'1. Remove ANTHROPIC_API_KEY  ~/.bashrc:3',
		]);
		expect(fitted([plain('1. Remove ANTHROPIC_API_KEY  ~/.bashrc:30')], 40).map(({text}) => text)).toEqual([
			'1. Remove ANTHROPIC_API_KEY',
			'   ~/.bashrc:30',
		]);
	});
	it('is left to be cut where it is quoted from a file, or one long word', () => {
		const quoted: readonly ReviewLine[] = [
			plain(` "note": "${'word '.repeat(20)}"`),
			{tone: 'come', text: `+ ${'word '.repeat(20)}`},
			plain('x'.repeat(90)),
		];
		expect(fitted(quoted, 40)).toEqual(quoted);
	});
	it('is scrolled to its last line', () => {
		const state = reviewState({...review, text: Array.from({length: 20}, () => note)});
		const end = reduceReview(state, {kind: 'end'}, {columns: 40, rows: 24});
		if (end.kind !== 'on') throw new Error('it was answered');
		expect(topOf(end.state, {columns: 40, rows: 24})).toBe(40 - 10);
	});
});
