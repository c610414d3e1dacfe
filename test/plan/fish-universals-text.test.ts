import {expect, test} from 'vitest';
import {eraseFishUniversal} from '../../source/plan/fish-universals-text.ts';

const text =
	'# This file contains fish universal variable definitions.\n# VERSION: 3.0\nSETUVAR --export ANTHROPIC_API_KEY:k1\\x20x\\x3ay\\x5cnz\nSETUVAR --export ANTHROPIC_API_KEY_OLD:a\\x1eb\nSETUVAR plain:1';

test('one variable goes, whatever its value and marks, and every other byte stays', () => {
	expect(eraseFishUniversal(text, 'ANTHROPIC_API_KEY')).toEqual({
		state: 'changed',
		line: 3,
		text: text.replace('SETUVAR --export ANTHROPIC_API_KEY:k1\\x20x\\x3ay\\x5cnz\n', ''),
	});
	expect(eraseFishUniversal(text, 'plain')).toMatchObject({state: 'changed', text: text.replace('SETUVAR plain:1', '')});
	expect(eraseFishUniversal('SETUVAR --export --path A:1\nSETUVAR B:A:1\n', 'A')).toMatchObject({text: 'SETUVAR B:A:1\n'});
});

test('one that is not there is no error', () => {
	for (const variable of ['ANTHROPIC', 'API_KEY', 'k1', '', 'SETUVAR', '.*'])
		expect(eraseFishUniversal(text, variable)).toEqual({state: 'same'});
});
