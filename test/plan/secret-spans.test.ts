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

it.each([
	['{"customApiKeyResponses": {"approved": [], "rejected": ["FRAGMENT-OF-A-KEY-20", "other"', true],
	["{'approved': ['FRAGMENT-OF-A-KEY-20']}", true],
	['{"customApiKeyResponses": {"rejected": "FRAGMENT-OF-A-KEY-20", "a"', true],
	['approved: FRAGMENT-OF-A-KEY-20 in prose', false],
])('the answered keys of a state file that is broken are found: %s', (text, found) => {
	const at = text.indexOf('FRAGMENT');
	expect(secretSpans(text).some(({start, end}) => start <= at && end >= at + 20)).toBe(found);
});
