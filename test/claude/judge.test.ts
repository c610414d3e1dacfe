import {describe, expect, it} from 'vitest';
import type {Asked} from '../../source/claude/ask.ts';
import {judge, type Known} from '../../source/claude/judge.ts';
import type {ProbeReading} from '../../source/claude/probe-reading.ts';
import {showAddress, showable} from '../../source/claude/showable.ts';
import {trialOf} from '../../source/claude/trial.ts';

const known: Known = {url: 'https://gw.example/v1/messages', baseUrl: 'https://gw.example', sent: ['authorization'], route: {by: 'direct'}};
const refused = (status: number | null, text: string): Asked => ({state: 'refused', status, text, ms: 5});
const ok: Asked = {state: 'answered', text: 'ok', model: 'm', ms: 5};
const probe = (
	cause: ProbeReading extends infer R ? (R extends {state: 'refused'; cause: infer C} ? C : never) : never,
	text: string,
): ProbeReading => ({
	state: 'refused',
	cause,
	status: Number(/\d{3}/.exec(text)?.[0]),
	text,
});
const accepted: ProbeReading = {state: 'accepted', by: 'model-refused', text: 'API Error: 404 model: x'};
const notEvidence: ProbeReading = {state: 'not-evidence', text: 'API Error: 400 接口仅可用于Claude Code客户端'};
const hidden = "There's an issue with the selected model (claude-opus-5-5). It may not exist or you may not have access to it.";
const invalidKey = 'API Error: 401 {"error":{"message":"invalid x-api-key"}}';

describe('both answers together', () => {
	const table: readonly (readonly [string, Asked | null, ProbeReading | null, ProbeReading | null, Partial<Known>, string | null])[] = [
		['claude answers', ok, accepted, null, {}, null],
		['claude answers and the probe does not', ok, probe('key-invalid', 'API Error: 401 no'), null, {}, null],
		['J13: the relay admits Claude Code only, and claude answers', ok, notEvidence, null, {}, null],
		[
			'J13: the relay refuses even claude',
			refused(400, 'API Error: 400 接口仅可用于Claude Code客户端'),
			notEvidence,
			null,
			{},
			'client-not-allowed',
		],
		[
			'MiniMax names a header that was sent',
			refused(401, "API Error: 401 login fail: Please carry the API secret key in the 'Authorization' field of the request header (1004)"),
			null,
			null,
			{},
			'wrong-plan-or-region',
		],
		[
			'MiniMax names a header that was not sent',
			refused(401, "API Error: 401 login fail: Please carry the API secret key in the 'Authorization' field of the request header (1004)"),
			null,
			null,
			{sent: ['x-api-key']},
			'wrong-header',
		],
		['a 404 while address and key are good', refused(404, hidden), accepted, null, {}, 'model-name-unknown'],
		['a 404 of the path', refused(404, hidden), probe('base-url-path', 'API Error: 404 404 page not found'), null, {}, 'base-url-path'],
		['a 404 of a web page', refused(404, hidden), probe('html-not-json', '404 answered with a web page'), null, {}, 'html-not-json'],
		[
			'a 404 with /v1 twice',
			refused(404, hidden),
			probe('base-url-path', 'API Error: 404 x'),
			null,
			{url: 'https://gw.example/v1/v1/messages'},
			'base-url-dup-v1',
		],
		['a 404 with /v1 twice and no probe', refused(404, hidden), null, null, {url: 'https://gw.example/v1/v1/messages'}, 'base-url-dup-v1'],
		[
			'"not logged in" with a Bearer on its way',
			refused(401, 'Not logged in · Please run /login'),
			probe('wrong-header', 'API Error: 401 API key required in x-api-key header'),
			null,
			{},
			'wrong-header',
		],
		['the same without a probe', refused(401, 'Not logged in · Please run /login'), null, null, {}, 'wrong-header'],
		['"not logged in" without a request', refused(null, 'Not logged in · Please run /login'), null, null, {sent: []}, 'not-logged-in'],
		[
			'the words of 2.1.100, without a status',
			refused(null, 'Not logged in · Please run /login'),
			probe('wrong-header', invalidKey),
			probe('wrong-header', invalidKey),
			{},
			'key-invalid',
		],
		[
			'a connection error of 2.0.77 that is none',
			refused(null, 'API Error: Connection error.'),
			probe('http-proxy-auth', 'API Error: 407 Proxy Authentication Required'),
			null,
			{},
			'http-proxy-auth',
		],
		[
			'an empty answer of 2.0.77',
			refused(null, 'claude gave an empty answer'),
			probe('html-not-json', '200 answered with a web page'),
			null,
			{},
			'html-not-json',
		],
		[
			'a refused key that works in the other header',
			refused(401, 'Invalid API key · Fix external API key'),
			probe('wrong-header', invalidKey),
			accepted,
			{sent: ['x-api-key']},
			'wrong-header',
		],
		[
			'a refused key that fails in both',
			refused(401, 'Invalid API key · Fix external API key'),
			probe('wrong-header', invalidKey),
			probe('wrong-header', invalidKey),
			{sent: ['x-api-key']},
			'key-invalid',
		],
		[
			'a dead proxy',
			refused(null, 'API Error: Connection refused (ECONNREFUSED)'),
			accepted,
			null,
			{route: {by: 'proxy', variable: 'HTTPS_PROXY', host: 'p:1', usable: 'yes'}},
			'http-proxy-misroute',
		],
		[
			'a proxy that opens no tunnel',
			refused(
				null,
				"API Error: Couldn't connect through your proxy (ERR_PROXY_TUNNEL) — the proxy refused the tunnel: check its credentials",
			),
			accepted,
			null,
			{route: {by: 'proxy', variable: 'HTTPS_PROXY', host: 'p:1', usable: 'yes'}},
			'http-proxy-auth',
		],
		[
			'the same in the words of 2.1.100, with the way past the proxy closed',
			refused(null, 'API Error: Unable to connect to API (UND_ERR_ABORTED)'),
			{state: 'unreached', cause: 'timeout', text: 'x'},
			null,
			{route: {by: 'proxy', variable: 'HTTPS_PROXY', host: 'p:1', usable: 'yes'}},
			'http-proxy-auth',
		],
		[
			'a dead server',
			refused(null, 'API Error: Connection refused (ECONNREFUSED)'),
			{state: 'unreached', cause: 'unreachable-host', text: 'x'},
			null,
			{},
			'unreachable-host',
		],
		['no end', {state: 'timeout', text: '', ms: 9}, null, null, {}, 'timeout'],
		[
			'no end, because the name does not resolve',
			{state: 'timeout', text: '', ms: 9},
			{state: 'unreached', cause: 'dns', text: 'x'},
			null,
			{},
			'dns',
		],
		['no start', {state: 'not-started', why: 'gone', ms: 0}, accepted, null, {}, 'cli-missing'],
		['words of nobody', refused(418, 'API Error: 418 brew'), null, null, {}, 'unknown'],
		['the probe alone, good', null, accepted, null, {}, null],
		['the probe alone, moved', null, {state: 'redirect', to: 'https://x.example', otherHost: true}, null, {}, 'base-url-path'],
		['the probe alone at a relay for Claude Code', null, notEvidence, null, {}, 'client-not-allowed'],
		[
			'the probe alone, refused',
			null,
			probe('wrong-header', 'API Error: 401 Bearer token required'),
			null,
			{sent: ['x-api-key']},
			'wrong-header',
		],
		[
			'the probe alone, refused in one header only',
			null,
			probe('key-invalid', invalidKey),
			accepted,
			{sent: ['x-api-key']},
			'wrong-header',
		],
		['nothing at all', null, null, null, {}, 'unknown'],
	];
	it.each(table)('%s', (_, asked, first, other, more, cause) => {
		expect(judge(asked, first, other, {...known, ...more})).toMatchObject({ok: cause === null, cause});
	});
});

describe('what is shown', () => {
	it('is one line, masked, at most 300 characters, with its addresses', () => {
		const text = `\u001B[31mno\u001B[0m\nkey sk-or-v1-0123456789abcdef0123456789abcdef at https://user:hunter2@gw.example/api/v1/messages?key=abc. ${'word '.repeat(200)}`;
		const shown = showable(text);
		expect(shown).toMatch(/^no key sk-or-v1-…cdef at https:\/\/gw\.example\/api\/v1\/messages/);
		expect(shown.length).toBeLessThanOrEqual(300);
		expect(shown).not.toMatch(/hunter2|key=abc|\u001B/);
		expect(showAddress('https://gw.example/v1/0123456789abcdef0123456789abcdef/x')).toBe('https://gw.example/v1/…cdef/x');
		expect(showAddress('no address')).toBeNull();
	});

	it('becomes the object of the contract', () => {
		const wish = {
			url: 'https://gw.example/v1/messages?beta=true',
			bearer: null,
			xApiKey: null,
			model: {ask: 'unknown'},
			timeout: 1,
		} as const;
		const reply = {state: 'answered', status: 404, headers: {server: 'nginx\u0007'}, body: '404 page not found', ms: 3} as const;
		const probed = {wish, reply, bytes: 101};
		expect(trialOf({asked: refused(404, hidden), probed, other: null, known, measured: 900})).toEqual({
			ok: false,
			through: 'claude',
			status: 404,
			shown: `${hidden} — the server: 404 404 page not found`,
			cause: 'base-url-path',
			ms: 5,
			probe: {status: 404, url: 'https://gw.example/v1/messages', server: 'nginx'},
			requestBytes: 900,
		});
		expect(trialOf({asked: null, probed, other: null, known, measured: null})).toMatchObject({
			through: 'probe',
			status: 404,
			ms: 3,
			requestBytes: 101,
		});
		expect(trialOf({asked: ok, probed: null, other: null, known, measured: null})).toMatchObject({
			ok: true,
			cause: null,
			probe: null,
			requestBytes: null,
		});
	});
});
