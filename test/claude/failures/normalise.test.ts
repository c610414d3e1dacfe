import {describe, expect, it} from 'vitest';
import {normalise, says} from '../../../source/claude/failures/normalise.ts';

describe('normalise', () => {
	it.each([
		['colours', '\u001B[31mAPI Error\u001B[0m: 401', 'api error: 401'],
		['links of terminals', '\u001B]8;;https://x\u0007Invalid\u001B]8;;\u0007 key', 'invalid key'],
		['frames and bullets', '│ ⎿  API Error: 529 │\n│ ● Overloaded      │', 'api error: 529 overloaded'],
		['typographic quotes', 'model ‘x’ isn’t “there”', `model 'x' isn't "there"`],
		['JSON in JSON in JSON', '{\\"a\\":\\"{\\\\\\"message\\\\\\":\\\\\\"no\\\\\\"}\\"}', '{"a":"{"message":"no"}"}'],
		['escaped signs', '\\u4f59\\u989d\\u4e0d\\u8db3', '余额不足'],
		['escaped line breaks', 'Unauthorized\\nretry', 'unauthorized retry'],
		['full width', 'ＡＰＩ　Ｅｒｒｏｒ：４０１', 'api error:401'],
		['traditional characters', '餘額不足，請儲值', '余额不足,请储值'],
		['words of Taiwan', '伺服器逾時，無效的權杖', '服务器超时,无效的令牌'],
		['Windows line ends', 'a\r\nb', 'a b'],
		['quoted posts', '> API Error\n> 401', 'api error 401'],
		['names of marks in web pages', '{&quot;error&quot;:&#39;&lt;html&gt;&#39;}', `{"error":'<html>'}`],
		['addresses', 'error%20%7B%22no%22%7D', 'error {"no"}'],
		['invisible marks', 'in\u200Bvalid\uFEFF', 'invalid'],
	])('reads through %s', (_, text, expected) => {
		expect(normalise(text).flowed).toBe(expected);
	});

	it('mends words that a terminal cut, and keeps words that it did not', () => {
		const cut = normalise('{"type":"invalid_re\n     quest_error"}');
		expect(says(cut, /invalid_request_error/)).toBe(true);
		expect(says(normalise('not\n  found'), /not found/)).toBe(true);
	});

	it.each([
		['ResourceNotFoundException', /\bresource not found\b/],
		['code=refresh_token_reused', /refresh token reused/],
		['"code":"AccountQuotaExceeded"', /quota exceeded/],
	])('reads %s as words', (text, pattern) => {
		expect(says(normalise(text), pattern)).toBe(true);
	});

	it('leaves the general types of errors as they are', () => {
		expect(says(normalise('{"type":"invalid_request_error"}'), /invalid request/)).toBe(false);
	});
});
