import {expect, test} from 'vitest';
import {showValue} from '../../source/places/show.ts';

test('a key of two parts with a dot is one, also where an address belongs', () => {
	const key = `${'0123456789abcdef'.repeat(2)}.AbCdEfGh01234567`;
	expect(showValue('ANTHROPIC_BASE_URL', key)).toBe('…4567');
	expect(showValue('ANTHROPIC_BASE_URL', 'https://api.example.com/v1.2')).toBe('https://api.example.com/v1.2');
});
