import {expect, test} from 'vitest';
import {damageOf} from '../../source/credentials/damage.ts';

test.each([
	['undefined', 'nothing-in-words'],
	['null', 'nothing-in-words'],
	['Authorization: Bearer sk-or-v1-abc', 'header-line'],
	['x-api-key:sk-ant-api03-abc', 'header-line'],
	['export ANTHROPIC_API_KEY=sk-ant-api03-abc', 'assignment'],
	['$env:ANTHROPIC_API_KEY = "sk-ant"', 'assignment'],
	['set -gx ANTHROPIC_API_KEY=sk', 'assignment'],
	['Bearer sk-or-v1-abc', 'bearer-prefix'],
	['bearer  abc', 'bearer-prefix'],
	['$ANTHROPIC_API_KEY', 'unexpanded-variable'],
	['${KEY:-none}', 'unexpanded-variable'],
	['${env:KEY}', 'unexpanded-variable'],
	['%KEY%', 'unexpanded-variable'],
	['$(cat key)', 'unexpanded-variable'],
	['${{ secrets.KEY }}', 'unexpanded-variable'],
	['https://openrouter.ai/api', 'url'],
	['sk-ant-api03-R2D****AA', 'masked'],
	['\u2022\u2022\u2022\u2022abcd', 'masked'],
	['"sk-ant-api03-abc"', 'quotes'],
	["'sk-ant-api03-abc'", 'quotes'],
	['sk-ant-api03-abc"', 'quotes'],
	['\u201Csk-ant-api03-abc\u201D', 'quotes'],
	['sk-ant-\napi03', 'inner-newline'],
	['sk-ant\u2013api03', 'non-ascii'],
	['sk-ant api03', 'inner-space'],
	[' sk-ant-api03-abc\n', 'edge-whitespace'],
])('%j is %s', (text, kind) => {
	expect(damageOf(text)?.kind).toBe(kind);
});

test.each([
	'your-api-key-here',
	'sk-your-openai-api-key-here',
	'YOUR_API_KEY',
	'<your key>',
	'<no value>',
	'sk-ant-...',
	'sk-ant-xxxxxxxx',
	'changeme',
	'sk-1234567890',
	'ADD_YOUR_KEY',
	'sk-***',
])('%s is a sample', text => {
	expect(damageOf(text)).toEqual({kind: 'placeholder', certain: true});
});

test.each(['dummy', 'ollama', 'lm-studio', 'lmstudio', 'any-value', 'pass', 'test', 'EMPTY', 'sk-no-key-required', 'not-needed'])(
	'%s stands in for a key',
	text => {
		expect(damageOf(text)).toEqual({kind: 'placeholder', certain: false});
	},
);

test.each([
	'sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789',
	'sk-1234',
	'sk-my-team-7f3a9c',
	'cr_0123456789abcdef',
	'0123456789abcdef0123456789abcdef',
	'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
	'YWJjZGVm==',
	'QUJDREVG=',
	'T0p.s3cret_of=our/relay+2',
	'freecc',
	'{"apiKey":"x"}',
	'sk-testing-team',
	'K-shell',
	'',
	'   ',
])('%j may be a credential', text => {
	expect(damageOf(text)).toBeNull();
});
