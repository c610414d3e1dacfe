import {describe, expect, it} from 'vitest';
import {remarkOn} from '../../source/credentials/address.ts';
import {belonging} from '../../source/credentials/belonging.ts';
import {readPaste} from '../../source/credentials/paste.ts';
import {shapes} from '../../source/credentials/shape-table.ts';
import {recognise} from '../../source/credentials/shapes.ts';
import {endpoints, providerNamed, providers} from '../../source/providers/index.ts';

const long = 'a1B2'.repeat(24);

describe('a pasted text', () => {
	it.each([
		['a Console key', `sk-ant-api03-${long.slice(0, 93)}AA`, 'anthropic-api', false],
		['a Console key cut off', 'sk-ant-api03-a1B2a1B2a1B2a1B2a1B2', 'anthropic-api', true],
		['an Admin key', `sk-ant-admin01-${long}`, 'anthropic-admin', false],
		['a subscription token', `sk-ant-oat01-${long}`, 'anthropic-oat', false],
		['a refresh token', `sk-ant-ort01-${long}`, 'anthropic-ort', false],
		['an OpenRouter key', `sk-or-v1-${'0a'.repeat(32)}`, 'openrouter', false],
		['an OpenAI key', `sk-proj-${long}`, 'openai-project', true],
		['a Groq key', `gsk_${'a1'.repeat(26)}`, 'groq', false],
		['a key of Z.ai', `${'0a'.repeat(16)}.${'Ab'.repeat(8)}`, 'zhipu', false],
		['a relay key', `sk-${'aB1'.repeat(16)}`, 'newapi', false],
		['a master key of LiteLLM', 'sk-1234', 'sk-generic', false],
		['a code of the login page', `${'aB1'.repeat(10)}#${'aB1'.repeat(10)}`, 'oauth-code', false],
	])('%s', (_, text, id, cutOff) => {
		const found = recognise(text);
		expect([found?.shape.id, found?.cutOff]).toEqual([id, cutOff]);
	});
	it.each(['hunter2', 'some-company-token', 'ollama'])('%s has no shape, which says nothing against it', text => {
		expect(recognise(text)).toBeNull();
	});
	it('is matched by shapes of which each has an id of its own and ends a sentence well', () => {
		expect(new Set(shapes.map(({id}) => id)).size).toBe(shapes.length);
		for (const {meaning} of shapes) expect(meaning, meaning).toMatch(/^(?:an? |the |half |perhaps )/);
	});
});

describe('what came with the copying', () => {
	const key = `sk-or-v1-${'0a'.repeat(32)}`;
	it.each([
		['white space', ` ${key}\n`],
		['quotes', `"${key}"`],
		['curly quotes', `\u201C${key}\u201D`],
		['Bearer', `Bearer ${key}`],
		['a header', `Authorization: Bearer ${key}`],
		['an export', `export ANTHROPIC_API_KEY='${key}'`],
		['fish', `set -gx ANTHROPIC_API_KEY=${key}`],
		['a break of a narrow terminal', `${key.slice(0, 40)}\n${key.slice(40)}`],
		['invisible marks', `\uFEFF${key}\u200B`],
	])('%s is taken off', (_, text) => {
		const paste = readPaste(text);
		expect(paste.state === 'usable' && paste.text === key).toBe(true);
		expect(paste.state === 'usable' && paste.mended.length).toBeGreaterThan(0);
	});
	it.each([
		['a placeholder', 'sk-ant-your-key-here', 'placeholder'],
		['a variable', '$OPENROUTER_API_KEY', 'unexpanded-variable'],
		['an address', 'https://openrouter.ai/api', 'url'],
		['a masked key', 'sk-or-v1-••••••••', 'masked'],
		['two words', 'two words', 'inner-space'],
		['a word of a program', 'undefined', 'nothing-in-words'],
		['two lines of text', 'first line\nsecond line', 'inner-newline'],
	])('%s is asked for again', (_, text, damage) => {
		const paste = readPaste(text);
		expect([paste.state, paste.state === 'unusable' && paste.damage]).toEqual(['unusable', damage]);
		expect(paste.state === 'unusable' && paste.message).not.toContain(text);
	});
	it('a word for where nobody checks is told from a manual', () => {
		expect(readPaste('dummy').state).toBe('stand-in');
	});
	it('nothing is nothing', () => {
		expect(readPaste(' \n')).toEqual({state: 'empty'});
	});
});

describe('where it belongs', () => {
	const of = (text: string) => recognise(text);
	it.each([
		['console-key', `sk-or-v1-${'0a'.repeat(32)}`, 'other', 'router-key'],
		['router-key', `sk-ant-api03-${long.slice(0, 93)}AA`, 'other', 'console-key'],
		['console-key', `sk-ant-oat01-${long}`, 'other', 'subscription'],
		['router-key', `gsk_${'a1'.repeat(26)}`, 'other', 'proxy-key'],
		['proxy-key', `gsk_${'a1'.repeat(26)}`, 'unusable', null],
		['console-key', `sk-ant-admin01-${long}`, 'unusable', null],
		['console-key', `sk-ant-api03-${long.slice(0, 93)}AA`, 'fits', null],
		['router-key', 'sk-1234', 'fits', null],
		['router-key', 'company-token', 'fits', null],
		['console-key', 'company-token', 'doubt', null],
		['console-key', 'sk-ant-api03-a1B2a1B2a1B2a1B2a1B2', 'doubt', null],
	] as const)('a %s: %s is %s %s', (wanted, text, state, instead) => {
		const verdict = belonging(wanted, of(text));
		expect([verdict.state, verdict.state === 'other' ? verdict.instead : null]).toEqual([state, instead]);
	});
});

describe('a typed address', () => {
	it.each([
		['', 'empty', null],
		['gw.example', 'no-scheme', 'https://gw.example'],
		['localhost:4000/x', 'no-scheme', 'http://localhost:4000/x'],
		['https://gw.example/v1', 'ends-in-v1', 'https://gw.example'],
		['https://gw.example/api/v1/messages', 'messages-path', 'https://gw.example/api'],
		['https://gw.example/v1/chat/completions', 'openai-path', 'https://gw.example'],
		['https://gw.example/api?key=1', 'query', 'https://gw.example/api'],
		['https://a:b@gw.example', 'user-info', null],
		['http://gw.example', 'plain-http', null],
		['https://gw example', 'space', null],
		['ftp://gw.example', 'not-an-address', null],
		['router', 'not-an-address', null],
		['sk-or-v1-abc', 'key', null],
	])('%s: %s, better %s', (text, kind, better) => {
		const remark = remarkOn(text);
		expect([remark?.kind, remark !== null && 'better' in remark ? remark.better : null]).toEqual([kind, better]);
	});
	it.each(['https://gw.example', 'https://gw.example/api/', 'http://127.0.0.1:4000', 'http://[::1]:8080/x'])('%s is one', text => {
		expect(remarkOn(text)).toBeNull();
	});
});

describe('the endpoints', () => {
	it('have addresses that are none of the usual slips', () => {
		for (const {id, baseUrls} of endpoints)
			for (const {url, keepsV1} of baseUrls) expect(keepsV1 ? null : remarkOn(url.replace(/\{[^}]*\}/g, 'x')), id).toBeNull();
	});
	it('are found by their id', () => {
		for (const provider of providers) expect(providerNamed(provider.id)).toBe(provider);
		expect(providerNamed('nobody')).toBeNull();
	});
});
