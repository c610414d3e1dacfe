import {describe, expect, it} from 'vitest';
import {causeLabels} from '../../../source/claude/causes.ts';
import {clues} from '../../../source/claude/clues/index.ts';
import {likelihood, seenClues} from '../../../source/claude/clues/likelihood.ts';
import {points} from '../../../source/claude/clues/points.ts';
import {explainFailure, explainOrGuess} from '../../../source/claude/failure.ts';
import {normalise} from '../../../source/claude/failures/normalise.ts';
import {type Context, signsOf} from '../../../source/claude/failures/signs.ts';

const read = (text: string, context: Context = {}) => {
	const normal = normalise(text);
	return [normal, signsOf(normal, context)] as const;
};

describe('clues', () => {
	it('have points of their own, and no points stand for a clue that is gone', () => {
		expect(new Set(clues.map(clue => clue.id)).size).toBe(clues.length);
		expect(Object.keys(points)).toEqual(clues.map(clue => clue.id));
	});

	it('put every cause in order, the likeliest at 0', () => {
		const order = likelihood(...read('the certificate is self-signed'));
		expect([...order.keys()]).toEqual(causeLabels);
		expect(Math.max(...order.values())).toBe(0);
		expect(order.get('tls-intercept')).toBe(0);
		expect(order.get('usage-limit')).toBeLessThan(-10);
	});

	it('are seen in the words and in what is known beside them', () => {
		const ids = seenClues(...read('the proxy wants a login', {status: 407})).map(clue => clue.id);
		expect(ids).toEqual(expect.arrayContaining(['proxy', 'login', 'status:407']));
	});

	it('guess where no rule knows the words, and are never sure', () => {
		const text = 'Der Proxy meldet: certificate chain / TLS handshake';
		expect(explainFailure('the handshake gave up: tls, proxy')).toEqual({state: 'unknown'});
		expect(explainOrGuess('the handshake gave up: tls, proxy')).toMatchObject({
			first: {cause: expect.stringMatching(/tls-intercept|http-proxy/), confidence: 'low', rule: null},
		});
		expect(explainOrGuess(text).state).toBe('explained');
	});

	it.each(['', 'hello', 'All tests passed in 401 ms', 'Selected model: opus', '你好'])('guess nothing from %j', text => {
		expect(explainOrGuess(text)).toEqual({state: 'unknown'});
	});
});
