import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {leaks} from '../helpers/leaks.ts';
import {typed} from '../helpers/typed.ts';
import {type Said, Script} from './onboard/script.ts';

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
const other = 'gw-0ther0ther0ther0ther0ther0ther';
const stale = 'gw-0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0l';

type Started = {
	readonly program: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly settings: string | null;
};

/** A machine that remembers what it was asked to start, and what stood in the settings file at that moment. */
function machineWith(options: PretendOptions = {}) {
	const started: Started[] = [];
	const machine = pretend({
		cwd: '/work',
		files: {'/work/a': ''},
		handOver: async (program, args, {env}) => {
			const at = args.indexOf('--settings');
			started.push({program, args, env, settings: at === -1 ? null : (machine.tree.text(args[at + 1] ?? '') ?? null)});
			return 7;
		},
		...options,
	});
	return {machine, started};
}

const add = (machine: ReturnType<typeof pretend>, name: string, url = 'https://gw.example', secret = other) =>
	typed(['profiles', 'add', name, '--credential', 'router-key', '--base-url', url, '--secret-stdin', '--yes'], {
		machine,
		input: `${secret}\n`,
	});

describe('wizard profiles', () => {
	it('keeps setups under names; the secret lies in a file of its own and nowhere in the notes', async () => {
		const {machine} = machineWith();
		await add(machine, 'gw');
		await typed(['profiles', 'add', 'router', '--provider', 'openrouter', '--secret-stdin'], {machine, input: key});
		const {code, out} = await typed(['profiles', '--json'], {machine});
		const {items} = JSON.parse(out);
		expect([code, items.map(({id}: {id: string}) => id)]).toEqual([0, ['gw', 'router']]);
		expect(items[0]).toMatchObject({live: false, setup: {credential: 'router-key', baseUrl: 'https://gw.example'}});
		const file = items[0].setup.secret.file;
		expect([machine.tree.text(file), machine.files.stat(file)?.mode]).toEqual([`${other}\n`, 0o600]);
		expect(leaks(JSON.stringify(await machine.notes.read('profiles')) + out, [key, other]).length).toBe(0);
		expect((await typed(['profiles', 'show', 'router'], {machine})).out).toMatch(/Provider +openrouter/);
	});

	it('renames and removes; a new profile of an old name does not touch the secret of the renamed one', async () => {
		const {machine} = machineWith();
		await add(machine, 'a');
		const renamed = await typed(['profiles', 'rename', 'a', 'b', '--json'], {machine});
		expect(JSON.parse(renamed.out)).toMatchObject({schema: 1, changed: true, items: [{id: 'b', live: false}]});
		const live = await typed(['profiles', '--live', '--json'], {machine});
		expect([live.code, JSON.parse(live.out)]).toEqual([1, {schema: 1, items: []}]);
		const secretOf = async (name: string) =>
			machine.tree.text(JSON.parse((await typed(['profiles', 'show', name, '--json'], {machine})).out).items[0].setup.secret.file);
		machine.clock.now = () => Date.UTC(2026, 11, 1);
		await add(machine, 'a', 'https://two.example', key);
		expect([await secretOf('a'), await secretOf('b')]).toEqual([`${key}\n`, `${other}\n`]);
		const before = JSON.parse((await typed(['profiles', 'show', 'b', '--json'], {machine})).out).items[0].setup.secret.file;
		expect((await typed(['profiles', 'remove', 'b', '--yes'], {machine})).code).toBe(0);
		expect(machine.files.stat(before)).toBeNull();
		expect((await typed(['profiles', 'rename', 'a', 'a'], {machine})).code).toBe(3);
	});

	it.each([
		[['profiles', 'ad', 'x'], 2, /Did you mean: wizard profiles add/],
		[['profiles', 'add'], 2, /one profile/],
		[['profiles', 'add', '../x', '--provider', 'ollama'], 2, /no name for a profile/],
		[['profiles', 'show', 'none'], 2, /no profile none/],
		[['profiles', 'remove', 'gw'], 2, /Add --yes/],
		[['profiles', 'add', 'gw', '--provider', 'ollama'], 3, /already/],
		[['use', 'gq'], 2, /Did you mean: gw/],
		[['use'], 2, /Which profile/],
	])('%j is refused', async (argv, code, why) => {
		const {machine} = machineWith();
		await add(machine, 'gw');
		const said = await typed(argv, {machine});
		expect([said.code, said.err]).toEqual([code, expect.stringMatching(why)]);
	});
});

describe('wizard use', () => {
	it('switches by a plan that can be undone, and the list marks the one that is live', async () => {
		const {machine} = machineWith({files: {'~/.claude/settings.json': `{"env": {"ANTHROPIC_API_KEY": "${stale}"}}`}});
		await add(machine, 'gw');
		await add(machine, 'two', 'https://two.example', key);
		const used = await typed(['use', 'gw', '--yes', '--no-live', '--json'], {machine});
		expect(JSON.parse(used.out)).toMatchObject({schema: 1, changed: true});
		expect(JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '').env).toEqual({
			ANTHROPIC_BASE_URL: 'https://gw.example',
			ANTHROPIC_AUTH_TOKEN: other,
		});
		const live = async () => (await typed(['profiles', '--live'], {machine})).out.trim();
		expect(await live()).toBe('gw');
		await typed(['use', 'two', '--yes', '--no-live'], {machine});
		expect(await live()).toBe('two');
		await typed(['undo', '--yes'], {machine});
		expect(await live()).toBe('gw');
		expect(JSON.parse((await typed(['use', 'gw', '--yes', '--no-live', '--json'], {machine})).out).changed).toBe(false);
		for (const words of [['show', 'gw'], ['--live']])
			expect(JSON.parse((await typed(['profiles', ...words, '--json'], {machine})).out).items).toMatchObject([{id: 'gw', live: true}]);
	});

	it('asks before it writes', async () => {
		const {machine} = machineWith();
		await add(machine, 'gw');
		const said = await typed(['use', 'gw', '--no-live'], {machine});
		expect([said.code, machine.files.stat('/home/ada/.claude')]).toEqual([2, null]);
	});
});

describe('wizard run', () => {
	it('hands claude the profile in a settings file that masks what competes and is gone afterwards', async () => {
		const {machine, started} = machineWith({
			variables: {ANTHROPIC_API_KEY: stale, PATH: '/bin'},
			files: {'~/.claude/settings.json': `{"apiKeyHelper": "x", "env": {"ANTHROPIC_MODEL": "foreign"}}`},
		});
		await add(machine, 'gw');
		const before = machine.tree.snapshot();
		expect((await typed(['run', 'gw', '--', 'claude', '-p', 'hi'], {machine})).code).toBe(7);
		const [{args, env, settings}] = started as [Started];
		expect(args.slice(2)).toEqual(['-p', 'hi']);
		expect(JSON.parse(settings ?? '')).toEqual({
			apiKeyHelper: '',
			env: {ANTHROPIC_API_KEY: '', ANTHROPIC_MODEL: '', ANTHROPIC_BASE_URL: 'https://gw.example', ANTHROPIC_AUTH_TOKEN: other},
		});
		expect(env).toEqual({PATH: '/bin'});
		expect(leaks(args.join(' '), [other]).length).toBe(0);
		expect(machine.tree.snapshot()).toEqual(before);
	});

	it('gives every other program an environment in which nothing competes', async () => {
		const {machine, started} = machineWith({variables: {ANTHROPIC_API_KEY: stale, CLAUDE_CODE_USE_BEDROCK: '1', EDITOR: 'vi'}});
		await add(machine, 'gw');
		await typed(['run', 'gw', '--', 'node', 'agent.js'], {machine});
		expect(started[0]).toMatchObject({
			program: 'node',
			args: ['agent.js'],
			env: {EDITOR: 'vi', ANTHROPIC_BASE_URL: 'https://gw.example', ANTHROPIC_AUTH_TOKEN: other},
		});
		expect(started[0]?.env).not.toHaveProperty('ANTHROPIC_API_KEY');
	});

	it.each([
		[
			'managed policy',
			{'/etc/claude-code/managed-settings.json': `{"env": {"ANTHROPIC_API_KEY": "${stale}"}}`},
			/ANTHROPIC_API_KEY from \/etc/,
		],
		[
			'a policy that names another host',
			{'/etc/claude-code/managed-settings.json': '{"env": {"ANTHROPIC_BASE_URL": "https://corp.example"}}'},
			/corp\.example/,
		],
		['a key that /login stored', {'~/.claude.json': `{"primaryApiKey": "${stale}"}`}, /primaryApiKey/],
	])('starts nothing where %s would still be followed', async (_, files, why) => {
		const {machine, started} = machineWith({files: {'/work/a': '', ...files}});
		await add(machine, 'gw');
		const {code, err} = await typed(['run', 'gw', '--', 'claude'], {machine});
		expect([code, err, started]).toEqual([125, expect.stringMatching(why), []]);
	});

	it('follows the file of a folder only once it was agreed to, by its content', async () => {
		const {machine, started} = machineWith({files: {'/work/.claude-profile': 'gw\n', '/work/below/a': ''}, cwd: '/work/below'});
		await add(machine, 'gw');
		const refused = await typed(['run', '--', 'claude'], {machine});
		expect([refused.code, started]).toEqual([125, []]);
		const hash = /--trust (\w{64})/.exec(refused.err)?.[1] ?? '';
		expect((await typed(['run', '--trust', hash, '--', 'claude'], {machine})).code).toBe(7);
	});

	it.each([
		[['run', 'gw'], /Which command/],
		[['run', 'none', '--', 'claude'], /no profile none/],
		[['run', 'gw', '--', 'claude', '--settings', 'x'], /--settings once/],
	])('%j fails with 125 before anything starts', async (argv, why) => {
		const {machine, started} = machineWith();
		await add(machine, 'gw');
		const {code, err} = await typed(argv, {machine});
		expect([code, err, started]).toEqual([125, expect.stringMatching(why), []]);
	});
});

describe('wizard export --profile', () => {
	it('names where the secret comes from, and carries it only where the text is to hold it', async () => {
		const {machine} = machineWith();
		await add(machine, 'gw');
		const engine = await typed(['export', '--profile', 'gw', '--for', 'github-actions'], {machine});
		expect([engine.code, engine.out]).toEqual([0, expect.stringContaining('ANTHROPIC_AUTH_TOKEN: "${{ secrets.ANTHROPIC_AUTH_TOKEN }}"')]);
		const asking = await typed(['export', '--profile', 'gw', '--shell', 'bash'], {machine});
		expect(asking.out).toMatch(/export ANTHROPIC_BASE_URL='https:\/\/gw.example'[\s\S]*read -rs/);
		expect(leaks(engine.out + engine.err + asking.out + asking.err, [other]).length).toBe(0);
		const literal = await typed(['export', '--profile', 'gw', '--shell', 'bash', '--form', 'literal'], {machine});
		expect(literal.out).toContain(`export ANTHROPIC_AUTH_TOKEN='${other}'`);
	});

	it.each([
		[['--model', 'x'], 2, /says by itself what --model says/],
		[['--form', 'literal', '--secret-env', 'X'], 2, /says by itself what --secret-env says/],
		[['--form', 'literal', '--for', 'github-actions'], 2, /never goes into/],
	])('is refused with %j', async (words, code, why) => {
		const {machine} = machineWith();
		await add(machine, 'gw');
		const said = await typed(['export', '--profile', 'gw', ...words], {machine});
		expect([said.code, said.out, said.err]).toEqual([code, '', expect.stringMatching(why)]);
	});

	it('knows a subscription that comes by its token, and does not split two secrets', async () => {
		const {machine} = machineWith({variables: {TEAM: 'team-0123456789abcdef'}});
		await typed(['profiles', 'add', 'plan', '--credential', 'subscription', '--secret-stdin'], {
			machine,
			input: `sk-ant-oat01-${'0badcafe'.repeat(10)}AA`,
		});
		const {out} = await typed(['export', '--profile', 'plan', '--shell', 'bash'], {machine});
		expect(out).toContain('read -rs CLAUDE_CODE_OAUTH_TOKEN');
		await typed(['profiles', 'add', 'two', '--base-url', 'https://gw.example', '--header-env', 'X-Team-Key=TEAM', '--secret-stdin'], {
			machine,
			input: other,
		});
		expect(await typed(['export', '--profile', 'two'], {machine})).toMatchObject({code: 3, err: expect.stringContaining('X-Team-Key')});
	});
});

describe('wizard profiles add, without options at a terminal', () => {
	const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
	const asked = async (machine: ReturnType<typeof pretend>, answers: readonly Said[]) => {
		const script = new Script(answers);
		const said = await typed(['profiles', 'add', 'mine'], {machine, terminal, converse: async () => script});
		return {script, said};
	};

	it('asks as onboarding does, up to where it is kept, and writes nothing of claude', async () => {
		const {machine} = machineWith({files: {'~/.claude/settings.json': `{"env": {"ANTHROPIC_API_KEY": "${stale}"}}`}});
		const {script, said} = await asked(machine, ['Router', 'OpenRouter', key]);
		expect([said.code, script.left]).toEqual([0, 0]);
		const [{setup}] = JSON.parse((await typed(['profiles', '--json'], {machine})).out).items;
		expect(setup).toMatchObject({credential: 'router-key', provider: 'openrouter', baseUrl: 'https://openrouter.ai/api', auth: 'bearer'});
		expect(machine.tree.text(setup.secret.file)).toBe(`${key}\n`);
		expect(machine.tree.text('/home/ada/.claude/settings.json')).toContain(stale);
		expect(leaks([...script.asked, ...script.shown, said.out, said.err].join(), [key]).length).toBe(0);
		await typed(['use', 'mine', '--yes', '--no-live'], {machine});
		expect(JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '').env).toEqual({
			ANTHROPIC_BASE_URL: 'https://openrouter.ai/api',
			ANTHROPIC_AUTH_TOKEN: key,
			ANTHROPIC_API_KEY: '',
		});
		const {openTalk} = await import('../../source/commands/onboard-talking.ts');
		const onboarding = new Script([{leave: true}]);
		await (await openTalk(onboarding, {machine, terminal} as never))();
		expect(onboarding.shown).toContain('profile: mine');
	});

	it('keeps nothing where somebody leaves', async () => {
		const {machine} = machineWith();
		const {said} = await asked(machine, ['Router', {leave: true}]);
		expect([said.code, await machine.notes.read('profiles')]).toEqual([130, undefined]);
	});
});
