import {afterEach, describe, expect, it} from 'vitest';
import {findForm} from '../../source/claude/find-form.ts';
import {inOtherHeader, type ProbeWish, probe, unknownModel} from '../../source/claude/probe.ts';
import {probeForms} from '../../source/claude/probe-forms.ts';
import {readProbe} from '../../source/claude/probe-reading.ts';
import {proxyRoute} from '../../source/claude/proxy-route.ts';
import {Secret} from '../../source/credentials/secret.ts';
import {failures} from '../../source/gateway/failures/index.ts';
import {type Gateway, type GatewayOptions, startGateway} from '../../source/gateway/gateway.ts';
import type {Reply} from '../../source/machine/machine.ts';
import {realNetwork} from '../../source/machine/real-network.ts';

const secret = new Secret('sk-sentinel-0123456789abcdefghijklmnop');
const machine = {network: realNetwork('1.2.3')};
const gateways: Gateway[] = [];
afterEach(async () => {
	for (const gateway of gateways.splice(0)) await gateway.close();
});
const start = async (options: GatewayOptions) => {
	const gateway = await startGateway(options);
	gateways.push(gateway);
	return gateway;
};
const wishFor = (url: string): ProbeWish => ({
	url: `${url}/v1/messages`,
	bearer: secret,
	xApiKey: null,
	model: {ask: 'unknown'},
	timeout: 5_000,
});

describe('a probe', () => {
	it('is one small request that says who it is', async () => {
		const {url, requests} = await start({expect: 'bearer', secret});
		const {bytes} = await probe(machine, wishFor(url));
		expect(requests).toHaveLength(1);
		expect(requests[0]).toMatchObject({client: 'wizard', bytes, shape: {model: unknownModel, maxTokens: 1, tools: 0, stream: false}});
		expect(bytes).toBeLessThan(200);
		expect(unknownModel).not.toMatch(/claude/i);
	});

	it('sends what claude would: one header, the other, or both', async () => {
		const {url, requests} = await start({});
		await probe(machine, wishFor(url));
		await probe(machine, {...wishFor(url), bearer: null, xApiKey: secret, model: {ask: 'named', name: 'auto'}});
		await probe(machine, {...wishFor(url), xApiKey: secret});
		expect(requests.map(({carried, shape}) => [carried.authorization?.scheme, carried.xApiKey?.scheme, shape.model])).toEqual([
			['Bearer', undefined, unknownModel],
			[undefined, 'raw', 'auto'],
			['Bearer', 'raw', unknownModel],
		]);
	});

	it('follows no redirect', async () => {
		const target = await start({});
		const {url} = await start({play: 'redirect'});
		const {reply} = await probe(machine, wishFor(url));
		expect(readProbe(`${url}/v1/messages`, reply)).toEqual({
			state: 'redirect',
			to: 'http://127.0.0.1:9/moved/v1/messages',
			otherHost: true,
		});
		expect(target.requests).toEqual([]);
	});

	it('finds the form of the address that answers, at the same host and with the same credential', async () => {
		const {url, requests} = await start({expect: 'bearer', secret, second: 'refused', prefix: '/api/anthropic'});
		const {origin} = new URL(url);
		expect(await findForm(machine, `${origin}/api/v1`, wishFor(url))).toMatchObject({base: url});
		expect(requests.map(({path}) => path)).toEqual(['/api/v1/messages', '/api/anthropic/v1/messages']);
		const nobody = await start({play: 'base-url-path'});
		expect(await findForm(machine, nobody.url, wishFor(nobody.url))).toBeNull();
		expect(nobody.requests.length).toBeLessThan(10);
	});

	it('can be asked in the other header, where there is one', () => {
		const wish = wishFor('https://gw.example');
		expect(inOtherHeader(wish)).toEqual({...wish, bearer: null, xApiKey: secret});
		expect(inOtherHeader({...wish, xApiKey: secret})).toBeNull();
		expect(inOtherHeader({...wish, bearer: null})).toBeNull();
	});

	it('hears a proxy that wants a login', async () => {
		const {url} = await start({play: 'http-proxy-auth'});
		const {reply} = await probe(machine, wishFor(url));
		expect(readProbe(url, reply)).toMatchObject({state: 'refused', cause: 'http-proxy-auth'});
	});

	it('tells a refused connection', async () => {
		const {url, close} = await start({});
		await close();
		const {reply} = await probe(machine, wishFor(url));
		expect(readProbe(url, reply)).toMatchObject({state: 'unreached', cause: 'unreachable-host'});
	});
});

const answered = (status: number, body: unknown, headers: Record<string, string> = {'content-type': 'application/json'}): Reply => ({
	state: 'answered',
	status,
	headers,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	ms: 1,
});
const broken = (code: string): Reply => ({state: 'failed', code, message: 'x', ms: 1});

describe('what a probe tells', () => {
	const url = 'https://gw.example/api/v1/messages';
	const table: readonly (readonly [string, Reply, object])[] = [
		['a whole answer', answered(200, {type: 'message', content: []}), {state: 'accepted', by: 'answer'}],
		[
			'an unknown model',
			answered(404, {type: 'error', error: {type: 'not_found_error', message: 'model: x'}}),
			{state: 'accepted', by: 'model-refused'},
		],
		[
			'a model of another key',
			answered(401, {error: {message: "key not allowed to access model. This key can only access models=['a']"}}),
			{state: 'accepted'},
		],
		[
			'no channel for the model',
			answered(503, {error: {message: '当前分组 default 下对于模型 x 无可用渠道', type: 'new_api_error'}}),
			{state: 'accepted'},
		],
		['a relay for Claude Code only', answered(400, {error: {message: '接口仅可用于Claude Code客户端'}}), {state: 'not-evidence'}],
		['a wrong path', answered(404, '404 page not found', {}), {state: 'refused', cause: 'base-url-path'}],
		['a method that is not there', answered(405, 'Method Not Allowed', {}), {state: 'refused', cause: 'base-url-path'}],
		[
			"an address of OpenAI's",
			answered(404, {error: {message: 'Invalid URL (POST /v1/messages)'}}),
			{state: 'refused', cause: 'protocol-mismatch'},
		],
		[
			'a web page',
			answered(200, '<!DOCTYPE html><html></html>', {'content-type': 'text/html'}),
			{state: 'refused', cause: 'html-not-json'},
		],
		['a web page without its type', answered(404, '  <html></html>', {}), {state: 'refused', cause: 'html-not-json'}],
		['JSON of another kind', answered(200, {choices: []}), {state: 'refused', cause: 'protocol-mismatch'}],
		['a missing Bearer', answered(401, {error: {message: 'Bearer token required'}}), {state: 'refused', cause: 'wrong-header'}],
		['no money', answered(402, {error: {code: 402, message: 'Insufficient credits'}}), {state: 'refused', cause: 'credits-exhausted'}],
		['a proxy that wants a login', answered(407, 'Proxy Authentication Required', {}), {state: 'refused', cause: 'http-proxy-auth'}],
		[
			'a move to another host',
			answered(301, '', {location: 'https://www.gw.example/api/v1/messages?x=1'}),
			{state: 'redirect', to: 'https://www.gw.example/api/v1/messages', otherHost: true},
		],
		['a move to https', answered(308, '', {location: 'https://gw.example/api/v1/messages/'}), {state: 'redirect', otherHost: false}],
		['a move to nowhere', answered(302, '', {}), {state: 'redirect', to: null, otherHost: true}],
		['no such name', broken('ENOTFOUND'), {state: 'unreached', cause: 'dns'}],
		['no resolver', broken('EAI_AGAIN'), {state: 'unreached', cause: 'dns'}],
		['nobody there', broken('ECONNREFUSED'), {state: 'unreached', cause: 'unreachable-host'}],
		['a cut line', broken('ECONNRESET'), {state: 'unreached', cause: 'unreachable-host'}],
		['no answer', broken('ETIMEDOUT'), {state: 'unreached', cause: 'timeout'}],
		['a re-signed certificate', broken('SELF_SIGNED_CERT_IN_CHAIN'), {state: 'unreached', cause: 'tls-intercept'}],
		['an unknown issuer', broken('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), {state: 'unreached', cause: 'tls-intercept'}],
		["a certificate of another's", broken('ERR_TLS_CERT_ALTNAME_INVALID'), {state: 'unreached', cause: 'tls-intercept'}],
		['a key with a line break', broken('ERR_INVALID_CHAR'), {state: 'unreached', cause: 'malformed-key'}],
	];
	it.each(table)('%s', (_, reply, reading) => {
		expect(readProbe(url, reply)).toMatchObject(reading);
	});

	it('covers what the gateway says of the path and the page', () => {
		for (const {cause, answer} of failures) {
			if (answer.kind !== 'text') continue;
			const reading = readProbe(url, answered(answer.status, answer.text, {'content-type': answer.type}));
			expect(reading).toMatchObject({state: 'refused', cause});
		}
	});
});

describe('other forms of an address', () => {
	const first = (base: string) => probeForms(base).map(form => form.base);
	it('takes away first what does not belong, and adds what is documented', () => {
		expect(first('https://openrouter.ai/api/v1')[0]).toBe('https://openrouter.ai/api');
		expect(first('https://gw.example/v1/messages')).toEqual(expect.arrayContaining(['https://gw.example', 'https://gw.example/v1']));
		expect(first('https://api.deepseek.com')).toContain('https://api.deepseek.com/anthropic');
		expect(first('https://api.z.ai/api/paas/v4')).toContain('https://api.z.ai/api/anthropic');
		expect(first('https://www.coderouter.io/api')).toContain('https://www.coderouter.io/api/v1');
		expect(first('https://gw.example/v1/chat/completions')).toContain('https://gw.example');
	});

	it('names each once and never the one at hand, and leaves the host alone', () => {
		for (const base of ['https://gw.example', 'https://gw.example/', 'https://gw.example/api/anthropic', 'http://127.0.0.1:4000/v1']) {
			const forms = first(base);
			expect(new Set(forms).size).toBe(forms.length);
			expect(forms).not.toContain(base.replace(/\/$/, ''));
			for (const form of forms) expect(new URL(form).origin).toBe(new URL(base).origin);
		}
		expect(first('no address')).toEqual([]);
	});
});

describe('the way through a proxy', () => {
	it.each([
		[{}, 'direct'],
		[{HTTPS_PROXY: 'http://p:1@proxy.example:8080'}, 'HTTPS_PROXY'],
		[{https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:1'}, 'https_proxy'],
		[{HTTP_PROXY: 'http://a:1'}, 'HTTP_PROXY'],
		[{HTTPS_PROXY: 'http://a:1', NO_PROXY: 'other.example,gw.example'}, 'direct'],
		[{HTTPS_PROXY: 'http://a:1', NO_PROXY: '.example'}, 'direct'],
		[{HTTPS_PROXY: 'http://a:1', no_proxy: '*'}, 'direct'],
		[{HTTPS_PROXY: 'http://a:1', NO_PROXY: 'w.example'}, 'HTTPS_PROXY'],
	] as const)('with %j is %s', (variables, by) => {
		const route = proxyRoute('https://gw.example/v1/messages', variables);
		expect(route.by === 'direct' ? 'direct' : route.variable).toBe(by);
		expect(JSON.stringify(route)).not.toContain('p:1@');
	});
});
