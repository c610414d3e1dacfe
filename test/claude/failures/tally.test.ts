import {describe, expect, it} from 'vitest';
import {tally} from '../../../source/claude/failures/tally.ts';

async function* pieces(text: string, size = text.length): AsyncGenerator<string> {
	for (let at = 0; at < text.length; at += Math.max(1, size)) yield text.slice(at, at + size);
}

const log = [
	'2026-01-01 10:00:00 INFO "POST /v1/messages HTTP/1.1" 200 OK in 401 ms, no error',
	'2026-01-01 10:00:01 ERROR 401 {"error":{"message":"Invalid proxy server token passed. key=sk-SeNtInElMiDdLe0123456789","type":"token_not_found_in_db"}}',
	'  ⎿  API Error (Connection error.) · Retrying in 4 seconds… (attempt 4/10)',
	'    ⎿  Error (self signed certificate in certificate chain) (SELF_SIGNED_CERT_IN_CHAIN)',
	'  ⎿  API Error (Connection error.) · Retrying in 10 seconds… (attempt 5/10)',
	'    ⎿  Error (self signed certificate in certificate chain) (SELF_SIGNED_CERT_IN_CHAIN)',
	'ERROR upstream answered {',
	'    "message": "余额不足"',
	'}',
	'2026-01-01 10:00:09 ERROR 401 {"error":{"message":"Invalid proxy server token passed. key=sk-SeNtInElMiDdLe9876543210","type":"token_not_found_in_db"}}',
	'2026-01-01 10:00:10 INFO 127.0.0.1:407 "GET /health HTTP/1.1" 200 OK',
].join('\n');

describe('a log', () => {
	it('gives each kind of failure once, with its count and first line', async () => {
		const kinds = await tally(pieces(log));
		expect(kinds.map(({cause, count, line}) => ({cause, count, line}))).toEqual([
			{cause: 'gateway-key-unknown', count: 2, line: 2},
			{cause: 'tls-intercept', count: 2, line: 3},
			{cause: 'credits-exhausted', count: 1, line: 7},
		]);
		expect(JSON.stringify(kinds)).not.toContain('MiDdLe');
	});

	it.each([1, 2, 7, 64, 1000])('is read the same in pieces of %i signs', async size => {
		expect(await tally(pieces(log, size))).toEqual(await tally(pieces(log)));
	});

	it('reads Windows line ends and a last line without an end', async () => {
		expect(await tally(pieces(log.replaceAll('\n', '\r\n')))).toEqual(await tally(pieces(log)));
	});

	it('survives a line without end, and finds what stands at its beginning and after it', async () => {
		const endless = `ERROR 529 Overloaded ${'x'.repeat(3_000_000)}\nzsh: command not found: claude\n`;
		const kinds = await tally(pieces(endless, 65_536));
		expect(kinds.map(kind => kind.cause)).toEqual(['overloaded', 'cli-missing']);
		expect(kinds[0]?.first.length).toBeLessThanOrEqual(200);
	});

	it('uses what is known beside the log', async () => {
		const text = 'Credit balance is too low\n';
		expect((await tally(pieces(text), {credential: 'subscription'}))[0]?.cause).toBe('env-overrides-login');
		expect((await tally(pieces(text)))[0]?.cause).toBe('credits-exhausted');
	});

	it('takes no port or duration for a status or a code', async () => {
		const text = [407, 401, 1113, 1310, 3128, 7890].map(
			port => `INFO 127.0.0.1:${port} "POST /v1/messages HTTP/1.1" 200 OK, error=none, took ${port} ms`,
		);
		expect(await tally(pieces(text.join('\n')))).toEqual([]);
	});

	it('finds nothing in a healthy log', async () => {
		expect(await tally(pieces('INFO started\nINFO 0 errors, 0 failed\nGET / 200\n'))).toEqual([]);
	});
});
