import {expect, it} from 'vitest';
import {secretSpans} from '../../source/plan/secret-spans.ts';

const key = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;

it.each([
	['curly quotes', `export N="$(printf %s "“${key}”")"`],
	['angle quotes', `N=«${key}»`],
	['Chinese punctuation', `密钥：${key}。`],
	['a dash of prose', `key–${key}–end`],
])('a key between %s is found', (_, text) => {
	const at = text.indexOf(key);
	expect(secretSpans(text).some(({start, end}) => start <= at && end >= at + key.length)).toBe(true);
});
