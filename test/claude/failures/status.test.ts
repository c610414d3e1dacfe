import {expect, it} from 'vitest';
import {normalise} from '../../../source/claude/failures/normalise.ts';
import {statusOf} from '../../../source/claude/failures/status.ts';

it.each([
	['API Error: 401 {"type":"error"}', 401],
	['API Error (529 {"type":"error"}) · Retrying', 529],
	['Request failed with status code 403', 403],
	["Error code: 400 - {'error'", 400],
	['"POST /v1/messages HTTP/1.1" 404 Not Found', 404],
	['{"error":{"code":402,"message":"x"}}', 402],
	['状态码: 503', 503],
	['HTTP ERROR 407', 407],
	['took 401 ms', null],
	['127.0.0.1:407 connected', null],
	['claude-haiku-4-5-20251001', null],
	['port 5000', null],
])('%s has the status %s', (text, status) => {
	expect(statusOf(normalise(text))).toBe(status);
});
