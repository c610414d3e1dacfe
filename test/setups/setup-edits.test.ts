import {describe, expect, test} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import type {Request} from '../../source/request/request.ts';
import {ownCommand} from '../../source/stores/secret-programs.ts';
import {carryOut, routerSetup} from './carry-out.ts';

/** A machine on which everything competes with a router key. */
const crowded: PretendOptions = {
	cwd: '/home/ada/work',
	variables: {ANTHROPIC_API_KEY: 'sk-stale-shell-key-0123456789', CLAUDE_CODE_USE_BEDROCK: '1', ANTHROPIC_CUSTOM_HEADERS: 'x-api-key: old'},
	files: {
		'~/.claude/settings.json': '{\n  // no\n}'.replace(
			'  // no\n',
			'  "env": {"ANTHROPIC_API_KEY": "sk-old-user-key-0123456789", "MY_OWN": "1"},\n  "apiKeyHelper": "echo old",\n  "model": "opus"\n',
		),
		'~/.claude.json': '{"primaryApiKey": "sk-ant-api03-old", "env": {"ANTHROPIC_AUTH_TOKEN": "old-global"}, "theme": "dark"}',
		'~/work/.claude/settings.local.json': '{"env": {"ANTHROPIC_BASE_URL": "https://old.example"}}',
		'~/work/.claude/settings.json': '{"env": {"ANTHROPIC_API_KEY": "sk-project-key-0123456789"}, "apiKeyHelper": "echo project"}',
		'~/.bashrc': 'alias ll="ls -l"\nexport ANTHROPIC_API_KEY=sk-stale-shell-key-0123456789\nexport OPENAI_API_KEY=sk-openai\n',
		'~/work/.env': 'ANTHROPIC_AUTH_TOKEN=old-env\nOPENAI_API_KEY=sk-openai\n',
	},
};

function sent(request: Request): unknown {
	if (!request.sends) return request.reason;
	const show = (header: typeof request.authorization) => (header === null ? null : `${header.fact.place} ${header.fact.variable}`);
	return [request.url, show(request.authorization), show(request.xApiKey)];
}

describe('a router key kept in settings', () => {
	test('is the only credential that goes out, also from a terminal with stale variables', async () => {
		const machine = pretend(crowded);
		const {headless, interactive, plan} = await carryOut(machine, routerSetup, 'settings');
		expect(sent(headless)).toEqual(['https://router.example/v1/messages', 'user-settings ANTHROPIC_AUTH_TOKEN', null]);
		expect(sent(interactive)).toEqual(sent(headless));
		expect(plan.masked.map(({place, variable}) => `${place} ${variable}`).toSorted()).toEqual([
			'project-settings ANTHROPIC_API_KEY',
			'shell ANTHROPIC_API_KEY',
			'shell ANTHROPIC_CUSTOM_HEADERS',
			'shell CLAUDE_CODE_USE_BEDROCK',
		]);
	});

	test('leaves what is not a rival: other variables, aliases, keys of other products, the model', async () => {
		const machine = pretend(crowded);
		await carryOut(machine, routerSetup, 'settings');
		const text = (file: string) => new TextDecoder().decode((machine.files.read(file) as {bytes: Uint8Array}).bytes);
		expect(text('/home/ada/.bashrc')).toBe('alias ll="ls -l"\nexport OPENAI_API_KEY=sk-openai\n');
		expect(text('/home/ada/work/.env')).toBe('OPENAI_API_KEY=sk-openai\n');
		const user = JSON.parse(text('/home/ada/.claude/settings.json'));
		expect(user).toMatchObject({model: 'opus', env: {MY_OWN: '1', ANTHROPIC_API_KEY: '', CLAUDE_CODE_USE_BEDROCK: ''}});
		expect(user).not.toHaveProperty('apiKeyHelper');
		expect(JSON.parse(text('/home/ada/.claude.json'))).toEqual({env: {}, theme: 'dark', hasCompletedOnboarding: true});
	});

	test('a second time changes nothing', async () => {
		const machine = pretend(crowded);
		await carryOut(machine, routerSetup, 'settings');
		const {applied} = await carryOut(machine, routerSetup, 'settings');
		expect(applied.state).toBe('nothing');
	});
});

test('a Console key in settings is approved, so that an interactive session uses it too', async () => {
	const secret = new Secret('sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789');
	const declined = '{"customApiKeyResponses": {"approved": [], "rejected": ["qrstuvwxyz0123456789"]}}'.replace('qrst', 'qrst');
	const own = {'~/.claude.json': declined, '~/work/.claude/settings.json': '{}'};
	const machine = pretend({...crowded, files: {...crowded.files, ...own}});
	const {headless, interactive} = await carryOut(
		machine,
		{...routerSetup, credential: 'console-key', baseUrl: null, auth: 'x-api-key', secret},
		'settings',
	);
	expect(sent(headless)).toEqual(['https://api.anthropic.com/v1/messages', null, 'user-settings ANTHROPIC_API_KEY']);
	expect(sent(interactive)).toEqual(sent(headless));
});

test("a project's value of the very variable is outranked by the setup's own in the local settings: a mask would cancel both", async () => {
	const machine = pretend(crowded);
	const text = 'sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789';
	const setup = {...routerSetup, credential: 'console-key', baseUrl: null, auth: 'x-api-key', secret: new Secret(text)} as const;
	const {headless, plan} = await carryOut(machine, setup, 'settings');
	expect(plan.tells).toEqual([]);
	expect(sent(headless)).toEqual(['https://api.anthropic.com/v1/messages', null, 'local-settings ANTHROPIC_API_KEY']);
	const local = '/home/ada/work/.claude/settings.local.json';
	expect(JSON.parse(machine.tree.text(local) ?? '')).toMatchObject({env: {ANTHROPIC_API_KEY: text}});
	expect(machine.files.stat(local)?.mode).toBe(0o600);
	expect(machine.tree.text('/home/ada/work/.claude/settings.json')).toBe(crowded.files?.['~/work/.claude/settings.json']);
	expect((await carryOut(machine, setup, 'settings')).applied.state).toBe('nothing');
});

test('a secret that lives in the shell is not copied into the folder of a project that has another: the user is told', async () => {
	const machine = pretend({...crowded, variables: {}});
	const setup = {...routerSetup, auth: 'x-api-key'} as const;
	const {plan} = await carryOut(machine, setup, 'shell');
	expect(plan.tells.map(({what}) => what?.place)).toEqual(['project-settings']);
});

describe('what a startup file said stays in terminals that are open', () => {
	const files = {
		'~/.bashrc': 'export ANTHROPIC_API_KEY=sk-old-shell-key-0123456789\nexport ANTHROPIC_AUTH_TOKEN=sk-old-token-0123456789\n',
	};
	const env = (machine: ReturnType<typeof pretend>) => JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '').env;

	test('so it is masked, also where this terminal does not have it', async () => {
		const machine = pretend({files});
		await carryOut(machine, routerSetup, 'settings');
		expect(machine.tree.text('/home/ada/.bashrc')).toBe('');
		expect(env(machine)).toMatchObject({ANTHROPIC_API_KEY: ''});
		expect(env(machine)['ANTHROPIC_AUTH_TOKEN']).not.toBe('');
	});

	test('and the mask stays when the same is set up again from a new terminal', async () => {
		const machine = pretend({files});
		await carryOut(machine, routerSetup, 'settings');
		expect((await carryOut(machine, routerSetup, 'settings')).applied.state).toBe('nothing');
		expect(env(machine)).toMatchObject({ANTHROPIC_API_KEY: ''});
	});

	test('and so is what a startup file only names: whether it sets it, a run alone would tell', async () => {
		const text = 'v=ANTHROPIC_API_KEY\nexport "$v=k"\n';
		const machine = pretend({files: {'~/.bashrc': text}});
		await carryOut(machine, routerSetup, 'settings');
		expect([machine.tree.text('/home/ada/.bashrc'), env(machine)['ANTHROPIC_API_KEY']]).toEqual([text, '']);
		expect((await carryOut(machine, routerSetup, 'settings')).applied.state).toBe('nothing');
	});

	test('but a setup that lives in the shell has no masks, and those that are there go', async () => {
		const machine = pretend({files: {...files, '~/.claude/settings.json': '{"env": {"ANTHROPIC_AUTH_TOKEN": ""}}'}});
		await carryOut(machine, routerSetup, 'shell');
		expect(env(machine)).toEqual({});
	});
});

test('a subscription keeps its login and clears every key', async () => {
	const login = {
		claudeAiOauth: {accessToken: 'sk-ant-oat01-L', refreshToken: 'r', expiresAt: 4_102_444_800_000, scopes: ['user:inference']},
	};
	const machine = pretend({...crowded, files: {...crowded.files, '~/.claude/.credentials.json': JSON.stringify(login)}});
	const {headless} = await carryOut(machine, {...routerSetup, credential: 'subscription', baseUrl: null, secret: null}, 'settings');
	expect(sent(headless)).toEqual(['https://api.anthropic.com/v1/messages', 'login claudeAiOauth', null]);
});

test('the switch that leaves out logins goes for a subscription, and stays for a key', async () => {
	const machine = () => pretend({variables: {CLAUDE_CODE_SIMPLE: '1'}, files: {'~/.zshrc': 'export CLAUDE_CODE_SIMPLE=1\n'}});
	const [forLogin, forKey] = [machine(), machine()];
	await carryOut(forLogin, {...routerSetup, credential: 'subscription', baseUrl: null, secret: null}, 'settings');
	await carryOut(forKey, routerSetup, 'settings');
	expect([forLogin, forKey].map(({tree}) => tree.text('/home/ada/.zshrc'))).toEqual(['', 'export CLAUDE_CODE_SIMPLE=1\n']);
	expect(JSON.parse(forLogin.tree.text('/home/ada/.claude/settings.json') ?? '')).toEqual({env: {CLAUDE_CODE_SIMPLE: ''}});
});

test('the switch of a host program is taken out of files, and told where a terminal has it: settings cannot cancel it', async () => {
	const name = 'CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST';
	const machine = pretend({variables: {[name]: '1'}, files: {'~/.zshrc': `export ${name}=1\n`}});
	const {plan} = await carryOut(machine, routerSetup, 'settings');
	expect(machine.tree.text('/home/ada/.zshrc')).toBe('');
	expect(plan.tells.map(({command}) => command)).toEqual([`unset ${name}`]);
	expect(JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '').env).not.toHaveProperty(name);
});

test('a token of setup-token that this terminal has is told for a project: a mask of the folder does not cancel it', async () => {
	const variables = {CLAUDE_CODE_OAUTH_TOKEN: 'sk-ant-oat01-old', ANTHROPIC_API_KEY: 'sk-old'};
	const {plan} = await carryOut(pretend({cwd: '/home/ada/work', variables}), routerSetup, 'project');
	expect(plan.tells.map(({command}) => command)).toEqual(['unset CLAUDE_CODE_OAUTH_TOKEN']);
	expect(plan.masked.map(({variable}) => variable)).toEqual(['ANTHROPIC_API_KEY']);
});

test("what the user's settings cancel stays cancelled beside a setup for one project", async () => {
	const text = '{"env": {"CLAUDE_CODE_OAUTH_TOKEN": "", "ANTHROPIC_AUTH_TOKEN": "old"}}';
	const machine = pretend({cwd: '/home/ada/work', files: {'~/.claude/settings.json': text}});
	await carryOut(machine, routerSetup, 'project');
	expect(JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '')).toEqual({env: {CLAUDE_CODE_OAUTH_TOKEN: ''}});
});

test('a setup for one project stands in its local settings and masks the project', async () => {
	const machine = pretend(crowded);
	const {headless} = await carryOut(machine, routerSetup, 'project');
	expect(sent(headless)).toEqual(['https://router.example/v1/messages', 'local-settings ANTHROPIC_AUTH_TOKEN', null]);
});

test('a setup in the shell stands in a file of ours, and no settings outrank it', async () => {
	const machine = pretend({...crowded, variables: {}});
	const {made, after} = await carryOut(machine, routerSetup, 'shell');
	const own = after.filter(fact => fact.place === 'startup-file' && fact.variable === 'ANTHROPIC_AUTH_TOKEN' && fact.state === 'text');
	expect(own.map(({file}) => file)).toEqual(['/home/ada/.config/claude-auth-wizard/credential.sh']);
	expect(machine.files.stat('/home/ada/.config/claude-auth-wizard/credential.sh')?.mode).toBe(0o600);
	expect(after.filter(fact => fact.place === 'user-settings' && fact.kind === 'variable')).toEqual([]);
	expect(made.state === 'made' && made.openTerminals.map(({shell}) => shell)).toEqual(['bash']);
});

test("a command of the user's own is asked in a folder whose project has a helper too", async () => {
	const machine = pretend(crowded);
	const {headless, plan} = await carryOut(machine, routerSetup, 'helper', ownCommand('cat ~/.my-key'));
	expect(sent(headless)).toEqual(['https://router.example/v1/messages', 'helper apiKeyHelper', 'helper apiKeyHelper']);
	expect(JSON.parse(machine.tree.text('/home/ada/work/.claude/settings.local.json') ?? '')).toMatchObject({apiKeyHelper: 'cat ~/.my-key'});
	expect(plan.steps.map(({edit}) => edit.summary)).not.toContain("Mask the project's apiKeyHelper");
});

test.each([
	['2.1.100', {}, ['unset ANTHROPIC_AUTH_TOKEN']],
	['2.1.197', {ANTHROPIC_AUTH_TOKEN: ''}, []],
	[null, {ANTHROPIC_AUTH_TOKEN: ''}, []],
] as const)(
	'a token of the shell is cancelled where claude %s takes an empty one for none, and told where it goes out empty',
	async (version, mask, told) => {
		const settings = '{"env": {"ANTHROPIC_AUTH_TOKEN": ""}}';
		const machine = pretend({variables: {ANTHROPIC_AUTH_TOKEN: 'old-token-0123456789'}, files: {'~/.claude/settings.json': settings}});
		const {plan} = await carryOut(machine, {...routerSetup, auth: 'x-api-key'}, 'settings', null, version);
		const {env} = JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '');
		expect(env).toEqual({...mask, ANTHROPIC_BASE_URL: 'https://router.example', ANTHROPIC_API_KEY: 'sk-good-router-key-0123456789'});
		expect(plan.tells.map(({command}) => command)).toEqual(told);
	},
);
