import {describe, expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {catalogue} from '../../source/providers/catalogue.ts';
import {typed} from '../helpers/typed.ts';

const own = '~/.config/claude-auth-wizard/providers.json';
const at = (columns: number) => ({
	terminal: {stdinIsTTY: false, stdoutIsTTY: true, stderrIsTTY: false, columns, colour: false, unicode: true},
});
const ask = (argv: readonly string[], files: Readonly<Record<string, string>> = {}, columns = 80) =>
	typed(['providers', ...argv], {machine: pretend({files}), ...at(columns)});

describe('wizard providers', () => {
	it('lists all of them once, what is common first', async () => {
		const {code, out, err} = await ask([]);
		expect([code, err]).toEqual([0, '']);
		for (const {id, label} of catalogue)
			expect(out.split('\n').filter(line => line.trimStart().startsWith(`${id} `)).length, `${id} ${label}`).toBe(1);
		expect(out).toMatch(/^Answer claude themselves\n {2}openrouter/);
		expect(out).toContain(own);
	});

	it.each([80, 40, 24])('is readable at %i columns', async columns => {
		for (const argv of [[], ['openrouter'], ['dashscope-token-plan'], ['portkey'], ['https://api.moonshot.ai/v1']]) {
			const {out} = await ask(argv, {}, columns);
			for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(columns);
		}
	});

	it('says what it takes to use one', async () => {
		const {code, out} = await ask(['openrouter']);
		expect(code).toBe(0);
		expect(out).toMatch(/Address {3}https:\/\/openrouter\.ai\/api\n/);
		expect(out).toMatch(/Set as {4}ANTHROPIC_AUTH_TOKEN, with ANTHROPIC_API_KEY there and empty/);
		expect(out).toMatch(/No proof {2}https:\/\/openrouter\.ai\/api\/v1\/models/);
		expect(out).toContain('wizard --credential router-key --provider openrouter\n');
		expect((await ask(['groq'])).out).toMatch(/Speaks {4}OpenAI's protocol alone/);
		expect((await ask(['stepfun'])).out).toContain('--provider stepfun --base-url URL');
	});

	it('takes a word that several have, an address, and a host alone', async () => {
		const kimi = await ask(['kimi']);
		expect(kimi.code).toBe(0);
		expect(kimi.out.match(/^ {2}(?:moonshot-intl|moonshot-cn|kimi-code) /gm)?.length).toBe(3);
		const address = await ask(['https://api.moonshot.ai/v1']);
		expect(address.out).toMatch(/moonshot-intl[\s\S]*✗[\s\S]*Most likely meant: https:\/\/api\.moonshot\.ai\/anthropic/);
		expect((await ask(['openrouter.ai'])).out).toContain('OpenRouter');
		const port = await ask(['http://localhost:8082']);
		expect(port.out.match(/^ {2}ccp-\w+ /gm)?.length).toBe(3);
	});

	it.each([
		[['openruter'], /No endpoint of that name[\s\S]*Did you mean: wizard providers openrouter/],
		[['xyzzy-nobody'], /All of them: wizard providers/],
		[['https://gw.example/v1'], /No endpoint is known at that address/],
	])('%j is a mistake', async (argv, message) => {
		const {code, out, err} = await ask(argv);
		expect([code, out]).toEqual([2, '']);
		expect(err).toMatch(message);
	});

	it('gives everything as one object', async () => {
		const {out} = await ask(['--json']);
		const {schema, items} = JSON.parse(out);
		expect([schema, items.length]).toEqual([1, 78]);
		const one = JSON.parse((await ask(['deepseek', '--json'])).out).items;
		expect(one).toEqual([
			expect.objectContaining({
				id: 'deepseek',
				protocol: 'anthropic',
				addresses: [{url: 'https://api.deepseek.com/anthropic', which: null, note: null, keepsV1: false}],
				emptyApiKey: false,
				model: {needed: true, suggested: 'deepseek-v4-pro[1m]', faster: 'deepseek-flash', subagents: 'deepseek-flash'},
				confidence: 'high',
			}),
		]);
		const address = JSON.parse((await ask(['https://openrouter.ai/api/v1', '--json'])).out);
		expect(address.traps).toEqual([{kind: 'v1-goes', weight: 'doubt', says: expect.any(String), better: 'https://openrouter.ai/api'}]);
		const unknown = await ask(['openruter', '--json']);
		expect(JSON.parse(unknown.out)).toMatchObject({schema: 1, error: {code: 2, hint: 'Did you mean: wizard providers openrouter'}});
	});
});

describe("the user's own file", () => {
	const file = (value: unknown) => ({[own]: JSON.stringify(value, null, 2)});

	it('adds endpoints, which stand first', async () => {
		const acme = {
			label: 'ACME gateway',
			baseUrl: 'https://llm.acme.example/v1',
			auth: 'x-api-key',
			model: 'acme-large',
			fastModel: 'acme-small',
			variables: {CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: '1'},
			keyPage: 'https://acme.example/keys',
		};
		const files = file({providers: {acme}});
		const {out, err} = await ask([], files);
		expect(err).toBe('');
		expect(out).toMatch(/^Your own\n {2}acme +ACME gateway/);
		expect(JSON.parse((await ask(['acme', '--json'], files)).out).items[0]).toMatchObject({
			id: 'acme',
			auth: 'x-api-key',
			addresses: [{url: 'https://llm.acme.example/v1', keepsV1: true}],
			required: {CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: '1'},
			model: {needed: true, suggested: 'acme-large', faster: 'acme-small'},
			confidence: 'own',
		});
	});

	it('wins by its id', async () => {
		const {out} = await ask(['openrouter', '--json'], file({providers: {openrouter: {baseUrl: 'https://or.acme.example/api'}}}));
		expect(JSON.parse(out).items[0].addresses[0].url).toBe('https://or.acme.example/api');
		expect(
			JSON.parse((await ask(['--json'], file({providers: {openrouter: {baseUrl: 'https://or.acme.example'}}}))).out).items.length,
		).toBe(78);
	});

	it.each([
		['{"providers": {\n  "acme": {"baseUrl": "https://a.example",}\n}}', /providers\.json:2 is no valid JSON/],
		['{"providers": []}', /providers\.json:1 \(providers\) Under "providers"/],
		['{"providers": {\n"acme": {"label": "x"}}}', /providers\.json:2 \(providers\.acme\) Its address is missing/],
		['{"providers": {\n"acme": {"baseUrl": "gw.example"}}}', /:2 \(providers\.acme\.baseUrl\) This is no address/],
		[
			'{"providers": {"acme":\n{"baseUrl": "https://a.example",\n"header": "x"}}}',
			/:3 \(providers\.acme\.header\) This is not known here\. Known are: label, baseUrl/,
		],
		['{"providers": {"acme": {"baseUrl": "https://a.example", "auth": "basic"}}}', /This has to be one of: bearer, x-api-key, both/],
		['{"providers": {"Acme Corp": {"baseUrl": "https://a.example"}}}', /An id has small letters/],
		[
			'{"providers": {"acme": {"baseUrl": "https://a.example", "variables": {"ANTHROPIC_API_KEY": "x"}}}}',
			/ANTHROPIC_API_KEY has a field of its own, or is a secret/,
		],
	])('%s: the mistake is told with its line, and the rest still works', async (text, message) => {
		const {code, out, err} = await ask([], {[own]: text});
		expect(code).toBe(0);
		expect(err).toMatch(message);
		expect(out).toContain('openrouter');
	});

	it('is told to hold a key, and the key is not shown', async () => {
		const key = `sk-or-v1-${'57041e57'.repeat(8)}`;
		const {out, err} = await ask(
			['--json'],
			file({providers: {acme: {baseUrl: 'https://a.example', keyBegins: key}, [key]: {}, other: {[key]: 1}}}),
		);
		expect(err).toMatch(/looks like a key/);
		expect(out + err).not.toContain('57041e57');
	});
});
