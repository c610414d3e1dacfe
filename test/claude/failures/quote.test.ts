import {expect, it} from 'vitest';
import {quote} from '../../../source/claude/failures/quote.ts';

const middle = 'SeNtInElMiDdLe0123456789';

it.each([
	`key sk-ant-api03-${middle}-abcdAA`,
	`key=sk-or-v1-${middle}`,
	`"sk-${middle}"`,
	`cr_${middle}`,
	`Authorization: Bearer ${middle}xyz`,
	`x-api-key: ${middle}`,
	`"api_key": "${middle}"`,
	`password=${middle}`,
	`https://user:${middle}@proxy.example:8080/`,
	`token ${middle}${middle}`,
	`AIza${middle}`,
	`eyJhbGciOi.${middle}.sig`,
	`\u001B[31msk-${middle}\u001B[0m`,
	`ABSK${middle}==`,
])('shows nothing of the secret in %j', line => {
	expect(quote(line)).not.toContain('MiDdLe');
	expect(quote(line).length).toBeGreaterThan(0);
});

it('leaves what is no secret, without control characters and not too long', () => {
	expect(quote('API Error: 404 model claude-haiku-4-5-20251001 not found')).toBe(
		'API Error: 404 model claude-haiku-4-5-20251001 not found',
	);
	expect(quote('a\u0000b\u202Ec')).toBe('a b c');
	expect(quote('x '.repeat(500))).toHaveLength(200);
});
