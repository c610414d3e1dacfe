import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import type {Machine} from '../../source/machine/machine.ts';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {leaks} from '../helpers/leaks.ts';
import {typed} from '../helpers/typed.ts';

const gateway = 'sk-Gw5ec2e75ec2e75ec2e7Gw';
const login = `sk-ant-oat01-${'Lg1'.repeat(31)}AA`;
const router = `sk-or-v1-${'57041e57'.repeat(8)}`;
const claude = {'/usr/local/bin/claude': {text: '', mode: 0o755}};
const prompt = JSON.stringify({model: 'm-1', messages: [{role: 'user', content: 'hi'}]});

type Client = (url: string, started: Started) => Promise<unknown>;
type Started = {
	readonly file: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly output?: string;
};

/** A computer with claude, where the program that is started asks what `client` asks; `started` keeps how it was started. */
function computer({
	client = async () => {},
	code = 0,
	...more
}: Omit<PretendOptions, 'run' | 'handOver'> & {client?: Client; code?: number | null}) {
	const started: Started[] = [];
	const settings: string[] = [];
	const machine = pretend({
		...more,
		variables: {PATH: '/usr/local/bin', HOME: '/home/ada', ...more.variables},
		files: {...claude, ...more.files},
		run: async (_, args) =>
			args.includes('--version') ? {state: 'ended', code: 0, stdout: '2.1.329 (Claude Code)\n', stderr: ''} : {state: 'missing'},
		handOver: async (file, args, {env, output}) => {
			const one = {file, args, env, ...(output === undefined ? {} : {output})};
			started.push(one);
			const given = args[args.indexOf('--settings') + 1] ?? '';
			const reading = machine.files.read(given);
			if (reading.state === 'bytes') settings.push(new TextDecoder().decode(reading.bytes));
			await client(env['ANTHROPIC_BASE_URL'] ?? '', one);
			return code;
		},
	});
	return {machine: machine as Machine, tree: machine.tree, started, settings};
}
const asks =
	(headers: Record<string, string>, path = '/v1/messages'): Client =>
	async url =>
		(await fetch(`${url}${path}`, {method: 'POST', headers, body: prompt})).text();

const lines = (text: string) =>
	text
		.split('\n')
		.filter(Boolean)
		.map(line => JSON.parse(line));

const servers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of servers.splice(0)) await close();
});
async function endpoint(status = 200, body: object = {type: 'message'}) {
	const got: IncomingMessage['headers'][] = [];
	const server = createServer((request, response) => {
		got.push(request.headers);
		request.resume();
		response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	servers.push(() => new Promise(resolve => server.close(resolve).closeAllConnections()));
	return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got};
}

describe('wizard capture -- claude', () => {
	it('points claude at the listener by a settings file that is gone afterwards, and tells what came', async () => {
		const {machine, tree, started, settings} = computer({
			variables: {ANTHROPIC_API_KEY: gateway, ANTHROPIC_BASE_URL: 'https://gw.example'},
			client: asks({'x-api-key': gateway, 'user-agent': 'claude-cli/2.1.329 (external, sdk-cli)', 'x-app': 'cli'}),
		});
		const before = tree.snapshot();
		const {code, out, err} = await typed(['capture', '--', 'claude', '-p', 'hi'], {machine});
		expect([code, err]).toEqual([0, '']);
		expect(out).toMatch(
			/^1 {2}POST \/v1\/messages {2}claude-cli\/2\.1\.329 \(external, sdk-cli\)\n {3}Carries {2}x-api-key sk-…e7Gw, 25 characters: /,
		);
		expect(out).toMatch(/✗ vLLM: reads Authorization alone: 401/);
		expect(out).toMatch(/✓ new-api relays: looks up x-api-key/);
		const [one] = started;
		expect(one).toMatchObject({file: 'claude', args: ['--settings', expect.any(String), '-p', 'hi'], env: {ANTHROPIC_API_KEY: gateway}});
		const {env} = JSON.parse(settings[0] ?? '');
		expect(env).toEqual({ANTHROPIC_BASE_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)});
		expect(one?.env['ANTHROPIC_BASE_URL']).toBe(env['ANTHROPIC_BASE_URL']);
		expect(one?.args.join()).not.toContain(gateway);
		expect(tree.snapshot()).toEqual(before);
		expect(leaks(out + err, [gateway])).toEqual([]);
	});

	it('gives the exit code of the program', async () => {
		const {machine} = computer({variables: {ANTHROPIC_API_KEY: gateway}, client: asks({'x-api-key': gateway}), code: 7});
		expect(await typed(['capture', '--', 'claude', '-p', 'hi'], {machine})).toMatchObject({code: 7});
	});

	it('lays its address over the settings that claude is given', async () => {
		const own = {model: 'opus', env: {A: 'b', ANTHROPIC_BASE_URL: 'https://gw.example'}};
		const given = [['--settings', 'mine.json'], ['--settings=mine.json'], ['--settings', JSON.stringify(own)]];
		for (const words of given) {
			const {machine, settings, started} = computer({files: {'~/mine.json': JSON.stringify(own)}});
			await typed(['capture', '--', 'claude', '-p', ...words, 'hi'], {machine});
			expect(JSON.parse(settings[0] ?? '')).toEqual({
				model: 'opus',
				env: {A: 'b', ANTHROPIC_BASE_URL: expect.stringMatching(/^http:\/\/127/)},
			});
			expect(started[0]?.args.slice(2)).toEqual(['-p', 'hi']);
		}
		const {machine, started} = computer({files: {'~/mine.json': '{"env": {"ANTHROPIC_API_KEY": "sk-broken'}});
		const {code, err} = await typed(['capture', '--', 'claude', '--settings', 'mine.json'], {machine});
		expect([code, started]).toEqual([2, []]);
		expect(err).toMatch(/are no JSON object/);
		expect(err).not.toContain('sk-broken');
	});

	it('keeps a proxy away from this computer', async () => {
		const {machine, settings, started} = computer({
			files: {'~/.claude/settings.json': '{"env": {"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": "intern.example"}}'},
		});
		await typed(['capture', '--', 'claude'], {machine});
		const list = 'intern.example,127.0.0.1,localhost';
		expect(JSON.parse(settings[0] ?? '').env).toMatchObject({NO_PROXY: list, no_proxy: list});
		expect(started[0]?.env).toMatchObject({NO_PROXY: list});
	});

	it.each([
		[
			'http://127.0.0.1:4000',
			'',
			/^Otherwise HTTPS_PROXY sends what is meant for 127\.0\.0\.1:4000 to the proxy proxy\.example:8080[\s\S]*NO_PROXY=/,
		],
		['http://127.0.0.1:4000', '127.0.0.1', /^$/],
		['https://gw.example', '', /^$/],
	])('J10: says that a proxy eats what is meant for a router on this computer (%s, NO_PROXY=%s)', async (address, except, words) => {
		const {machine} = computer({
			variables: {ANTHROPIC_BASE_URL: address, ANTHROPIC_AUTH_TOKEN: gateway, HTTPS_PROXY: 'http://proxy.example:8080', NO_PROXY: except},
			client: asks({authorization: `Bearer ${gateway}`}),
		});
		expect((await typed(['capture', '--', 'claude', '-p', 'hi'], {machine})).err).toMatch(words);
	});

	it("refuses where an administrator's settings name the address", async () => {
		const {machine, started} = computer({
			files: {'/etc/claude-code/managed-settings.json': '{"env": {"ANTHROPIC_BASE_URL": "https://gw.example"}}'},
		});
		const {code, err} = await typed(['capture', '--', 'claude', '-p', 'hi'], {machine});
		expect([code, started]).toEqual([3, []]);
		expect(err).toMatch(/administrator/);
	});

	it('refuses where claude asks a cloud provider', async () => {
		const {machine, started} = computer({
			variables: {CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'eu-west-1', AWS_BEARER_TOKEN_BEDROCK: 'ABSKx'},
		});
		expect(await typed(['capture', '--', 'claude'], {machine})).toMatchObject({code: 3, err: expect.stringMatching(/cloud provider/)});
		expect(started).toEqual([]);
	});

	it('says why nothing came', async () => {
		const {machine} = computer({code: 1, client: url => fetch(`${url}/api/hello`)});
		const {code, err} = await typed(['capture', '--', 'claude', '-p', 'hi'], {machine});
		expect(code).toBe(1);
		expect(err).toMatch(/^No prompt came: .*\n {2}wizard doctor says more/);
	});

	it('needs a claude', async () => {
		const machine = pretend({variables: {PATH: '/bin', HOME: '/home/ada'}});
		expect(await typed(['capture', '--', 'claude'], {machine})).toMatchObject({code: 4});
		expect(await typed(['capture', '--', 'no-such-program'], {machine})).toMatchObject({code: 2});
	});
});

describe('wizard capture -- another program', () => {
	it('points it at the listener by its environment', async () => {
		const {machine, started} = computer({client: asks({authorization: `Bearer ${gateway}`})});
		const {code, out} = await typed(['capture', '--', 'python3', 'ask.py'], {machine});
		expect(code).toBe(0);
		expect(started[0]).toMatchObject({file: 'python3', args: ['ask.py']});
		expect(out).toMatch(/Carries {2}Authorization Bearer sk-…e7Gw/);
	});

	it('says that settings of claude outrank it', async () => {
		const {machine} = computer({});
		expect((await typed(['capture', '--', 'sh', '-c', 'claude -p hi'], {machine})).err).toMatch(
			/settings of claude outrank its environment/,
		);
	});
});

describe('wizard capture --json', () => {
	it('is one line a request; what the program prints goes to stderr', async () => {
		const {machine, started} = computer({
			variables: {ANTHROPIC_API_KEY: gateway},
			client: async (url, how) => {
				await asks({authorization: `Bearer ${login}`, 'x-api-key': gateway, 'user-agent': 'a\u0085b', 'anthropic-version': '2023-06-01'})(
					url,
					how,
				);
				await asks({'x-api-key': gateway}, `/v1/v1/messages?key=${gateway}`)(url, how);
			},
		});
		const {code, out, err} = await typed(['capture', '--json', '--', 'claude', '-p', 'hi'], {machine});
		expect([code, err, started[0]?.output]).toEqual([0, '', 'stderr']);
		const [first, second, ...more] = lines(out);
		expect(more).toEqual([]);
		expect(first).toMatchObject({
			schema: 1,
			kind: 'request',
			number: 1,
			method: 'POST',
			path: '/v1/messages',
			client: {kind: 'other', agent: 'a�b'},
			version: '2023-06-01',
			model: 'm-1',
			case: 'both-login',
			credentials: [
				{header: 'authorization', scheme: 'Bearer', kind: 'anthropic-oat', login: true, shown: 'sk-ant-oat01-…g1AA', length: 108},
				{header: 'x-api-key', scheme: null, kind: 'sk-generic', login: false, shown: 'sk-…e7Gw', length: 25},
			],
			answer: {by: 'wizard', status: 200},
		});
		const by = (id: string) => first.gateways.find((one: {id: string}) => one.id === id);
		expect(by('litellm')).toMatchObject({
			state: 'refused',
			reads: 'authorization',
			ignores: ['x-api-key'],
			text: expect.stringMatching(/VerificationToken/),
		});
		expect(by('new-api')).toMatchObject({state: 'taken', reads: 'x-api-key'});
		const proposals = JSON.stringify(first.proposals);
		for (const words of ['ANTHROPIC_CUSTOM_HEADERS', 'x-litellm-api-key: Bearer', 'inferenceGatewayAuthScheme'])
			expect(proposals).toContain(words);
		expect(second).toMatchObject({
			number: 2,
			path: '/v1/v1/messages',
			remark: expect.stringMatching(/ends in \/v1/),
			answer: {status: 404},
		});
		expect(leaks(out, [gateway, login])).toEqual([]);
	});
});

describe('wizard capture', () => {
	it('listens, says how to point a client at it, tells a repeated credential in few words, and ends with Ctrl-C', async () => {
		const {machine} = computer({});
		const ctrlC = new AbortController();
		const said: string[] = [];
		const out = (text: string) => said.push(text);
		const ended = typed(['capture'], {machine, out, takeInterrupt: () => ctrlC.signal});
		const url = await until(() => /Listening on (http:\S+)/.exec(said.join('\n'))?.[1]);
		for (const way of [
			'--settings',
			'Configure Third-Party Inference',
			`new Anthropic({baseURL: '${url}'})`,
			`base_url='${url}'`,
			'curl -H @',
		])
			expect(said.join('\n')).toContain(way);
		await asks({'x-api-key': gateway})(url, {} as Started);
		await asks({'x-api-key': gateway})(url, {} as Started);
		await until(() => said[2]);
		ctrlC.abort();
		expect(await ended).toMatchObject({code: 0});
		expect(said[2]).toMatch(/^2 {2}POST [^\n]*\n {3}Carries {2}the same as request 1\n$/);
		await expect(fetch(url)).rejects.toThrow();
		expect(leaks(said.join('\n'), [gateway])).toEqual([]);
	});

	it('that was ended before anything came was cancelled', async () => {
		const {machine} = computer({});
		expect(await typed(['capture'], {machine, takeInterrupt: () => AbortSignal.abort()})).toMatchObject({code: 130});
	});

	it('under --json says where it listens on stderr', async () => {
		const {machine} = computer({});
		const {out, err} = await typed(['capture', '--json'], {machine, takeInterrupt: () => AbortSignal.abort()});
		expect([out, err]).toEqual(['', expect.stringMatching(/^Listening on http:\/\/127\.0\.0\.1:\d+/)]);
	});
});

describe('wizard capture --forward', () => {
	const forward = (machine: Machine, ...more: readonly string[]) =>
		typed(['capture', '--json', '--forward', ...more, '--', 'claude', '-p', 'hi'], {machine});

	it('sends on to the address of the user, and shows the answer', async () => {
		const {url, got} = await endpoint(401, {error: {message: 'Authentication Error, Invalid proxy server token passed'}});
		const {machine} = computer({
			variables: {ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: gateway},
			client: asks({authorization: `Bearer ${gateway}`}),
		});
		const {code, out, err} = await forward(machine, '--yes');
		expect(code).toBe(0);
		expect(err).toMatch(new RegExp(`^Requests will be sent on to ${url}, which is the address you have set up\\.`));
		expect(got[0]).toMatchObject({authorization: `Bearer ${gateway}`});
		expect(lines(out)[0].answer).toMatchObject({
			by: 'endpoint',
			host: new URL(url).host,
			dropped: [],
			state: 'answered',
			status: 401,
			form: 'json',
			cause: 'gateway-key-unknown',
			words: expect.stringMatching(/Invalid proxy server token/),
		});
		expect(leaks(out + err, [gateway])).toEqual([]);
	});

	it("keeps a login and another service's key from it, and says so", async () => {
		const {url, got} = await endpoint();
		const {machine} = computer({
			variables: {ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: gateway},
			client: asks({authorization: `Bearer ${login}`, 'x-api-key': gateway, 'x-other-api-key': router, cookie: `a=${gateway}`}),
		});
		const {out, err} = await forward(machine, '--yes');
		expect(got[0]).toMatchObject({'x-api-key': gateway});
		for (const name of ['authorization', 'x-other-api-key', 'cookie']) expect(got[0]).not.toHaveProperty(name);
		const {dropped} = lines(out)[0].answer;
		expect(dropped.map(({name}: {name: string}) => name)).toEqual(['authorization', 'cookie', 'x-other-api-key']);
		expect(dropped[0].why).toMatch(/the token of a Claude login, and 127\.0\.0\.1:\d+ is not Anthropic/);
		expect(dropped[2].why).toMatch(/an OpenRouter key, and .* is not OpenRouter/);
		expect(leaks(out + err, [gateway, login, router])).toEqual([]);
	});

	it("never goes to a project's address, nor takes a project's credential along", async () => {
		const mine = await endpoint();
		const theirs = await endpoint();
		const {machine} = computer({
			variables: {ANTHROPIC_BASE_URL: mine.url},
			files: {'~/.claude/settings.local.json': `{"env": {"ANTHROPIC_BASE_URL": "${theirs.url}", "ANTHROPIC_AUTH_TOKEN": "${gateway}"}}`},
			client: asks({authorization: `Bearer ${gateway}`}),
		});
		const {out, err} = await forward(machine, '--yes');
		expect([mine.got.length, theirs.got.length]).toEqual([1, 0]);
		expect(mine.got[0]).not.toHaveProperty('authorization');
		expect(err).toMatch(/Settings of this folder name another address/);
		expect(lines(out)[0].answer.dropped[0].why).toMatch(/project/);
	});

	it('goes where the command line says, without what is set up for another address', async () => {
		const named = await endpoint();
		const {machine} = computer({
			variables: {ANTHROPIC_BASE_URL: 'https://gw.example', ANTHROPIC_AUTH_TOKEN: gateway},
			client: asks({authorization: `Bearer ${gateway}`, 'x-api-key': 'a-key-of-another-client'}),
		});
		const {out} = await forward(machine, '--yes', '--base-url', named.url);
		expect(named.got[0]).toMatchObject({'x-api-key': 'a-key-of-another-client'});
		expect(named.got[0]).not.toHaveProperty('authorization');
		expect(lines(out)[0].answer.dropped).toEqual([{name: 'authorization', why: 'it is set up here for gw.example'}]);
	});

	it('knows the values of custom headers too', async () => {
		const mine = await endpoint();
		const {machine} = computer({
			variables: {ANTHROPIC_BASE_URL: mine.url},
			files: {'~/.claude/settings.local.json': `{"env": {"ANTHROPIC_CUSTOM_HEADERS": "x-litellm-api-key: Bearer ${gateway}"}}`},
			client: asks({'x-litellm-api-key': `Bearer ${gateway}`, 'x-api-key': 'mine-and-unknown-here'}),
		});
		const {out} = await forward(machine, '--yes');
		expect(mine.got[0]).toMatchObject({'x-api-key': 'mine-and-unknown-here'});
		expect(lines(out)[0].answer.dropped).toEqual([{name: 'x-litellm-api-key', why: expect.stringMatching(/project/)}]);
	});

	it('asks once, and without a terminal wants --yes', async () => {
		const {url, got} = await endpoint();
		const {machine, started} = computer({variables: {ANTHROPIC_BASE_URL: url}, client: asks({})});
		expect(await forward(machine)).toMatchObject({code: 2, out: expect.stringMatching(/^\{"schema":1,"error":\{"code":2,/)});
		expect([started.length, got.length]).toEqual([0, 0]);
		const terminal = {stdinIsTTY: true, stdoutIsTTY: false, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
		const questions: string[] = [];
		const answers = [false, true];
		const confirm = async (question: string) => {
			questions.push(question);
			return answers.shift() ?? false;
		};
		const args = ['capture', '--forward', '--', 'claude', '-p', 'hi'];
		expect(await typed(args, {machine, terminal, confirm})).toMatchObject({code: 130});
		expect(got.length).toBe(0);
		expect(await typed(args, {machine, terminal, confirm})).toMatchObject({code: 0});
		expect(got.length).toBe(1);
		expect(questions).toEqual([`Send requests on to ${new URL(url).host}?`, `Send requests on to ${new URL(url).host}?`]);
	});

	it('says of each answer what it is', async () => {
		const answers = [
			() => ({status: 307, headers: {location: 'https://elsewhere.example/login?token=x'}, body: ''}),
			() => ({status: 404, headers: {'content-type': 'text/html'}, body: '<h1>Not here</h1>'}),
			() => ({status: 200, headers: {'content-type': 'text/html'}, body: '<h1>Welcome</h1>'}),
		];
		const server = createServer((request, response) => {
			request.resume();
			const {status, headers, body} = answers.shift()?.() ?? {status: 204, headers: {}, body: ''};
			response.writeHead(status, headers).end(body);
		});
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		const {port} = server.address() as AddressInfo;
		const close = () => new Promise(resolve => server.close(resolve).closeAllConnections());
		servers.push(close);
		const {machine} = computer({
			variables: {ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`, ANTHROPIC_AUTH_TOKEN: gateway},
			client: async (url, how) => {
				for (let count = 0; count < 3; count++) await asks({authorization: `Bearer ${gateway}`})(url, how);
				await close();
				await asks({authorization: `Bearer ${gateway}`})(url, how);
			},
		});
		const {out} = await typed(['capture', '--forward', '--yes', '--', 'claude', '-p', 'hi'], {machine});
		const flowed = out.replace(/\s+/g, ' ');
		expect(flowed).toContain(`307 from 127.0.0.1:${port}: it leads to https://elsewhere.example/login, which is not followed`);
		expect(flowed).toMatch(/404 from 127\.0\.0\.1:\d+ \([\w-]+\): <h1>Not here/);
		expect(flowed).toContain(`200 from 127.0.0.1:${port}, a web page (HTML), which no client understands`);
		expect(flowed).toContain(`127.0.0.1:${port} could not be reached (ECONNREFUSED), asked without a proxy`);
	});

	it.each([
		['http://gw.example', 3, /unencrypted/],
		['https://user:pass@gw.example', 2, /user name or password/],
		['gw.example', 2, /is no address/],
	])('does not send to %s', async (address, expected, words) => {
		const {machine, started} = computer({variables: {ANTHROPIC_BASE_URL: address}});
		const {code, err} = await typed(['capture', '--forward', '--yes', '--', 'claude'], {machine});
		expect([code, started]).toEqual([expected, []]);
		expect(err).toMatch(words);
		expect(err).not.toContain('pass@');
	});

	it('is needed for --base-url', async () => {
		expect(await typed(['capture', '--base-url', 'https://gw.example'], {machine: computer({}).machine})).toMatchObject({code: 2});
	});
});

describe('while a program has the terminal', () => {
	it('nothing is written on it until the program has ended', async () => {
		const said: string[] = [];
		const seen: number[] = [];
		const {machine} = computer({
			variables: {ANTHROPIC_API_KEY: gateway},
			client: async (url, how) => {
				await asks({'x-api-key': gateway})(url, how);
				seen.push(said.length);
			},
		});
		const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
		await typed(['capture', '--', 'claude'], {machine, terminal, out: text => said.push(text)});
		expect(seen).toEqual([0]);
		expect(said[0]).toMatch(/^1 {2}POST/);
	});
});

async function until<T>(look: () => T | undefined): Promise<T> {
	for (;;) {
		const value = look();
		if (value !== undefined) return value;
		await new Promise(resolve => setImmediate(resolve));
	}
}
