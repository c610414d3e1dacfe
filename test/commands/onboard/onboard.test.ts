import {describe, expect, it} from 'vitest';
import {openTalk} from '../../../source/commands/onboard-talking.ts';
import {type Pretend, type PretendOptions, pretend} from '../../../source/machine/pretend.ts';
import type {StoreName} from '../../../source/stores/store.ts';
import {typed} from '../../helpers/typed.ts';
import {type Said, Script} from './script.ts';

const routerKey = `sk-or-v1-${'57041e57'.repeat(8)}`;
const consoleKey = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;
const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
const back = {back: true} as const;
const leave = {leave: true} as const;

/** With a claude that says its version and nothing else. */
const withClaude: PretendOptions = {
	variables: {PATH: '/usr/bin', SHELL: '/bin/bash'},
	files: {'/usr/bin/claude': {text: '#!/bin/sh\n', mode: 0o755}},
	cwd: '/home/ada/work',
	run: async (_, args) => ({state: 'ended', code: 0, stdout: args.includes('--version') ? '2.1.329 (Claude Code)\n' : '', stderr: ''}),
};

async function talk(machine: Pretend, answers: readonly Said[], store?: StoreName) {
	const script = new Script(answers);
	const printed: string[] = [];
	const run = await openTalk(script, {machine, terminal} as never, {store, print: text => printed.push(text)});
	const code = await run();
	return {code, script, text: [...script.asked, ...script.shown].join('\n'), printed: printed.join('\n')};
}

const read = (machine: Pretend, file: string): string => {
	const reading = machine.files.read(file);
	return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : reading.state;
};

describe('the questions', () => {
	it('bring a router key into settings, and nothing of it is shown', async () => {
		const machine = pretend({...withClaude, files: {...withClaude.files, '~/.bashrc': `export ANTHROPIC_API_KEY=${routerKey}\n`}});
		const {code, text} = await talk(machine, ['Router', 'OpenRouter', routerKey, 'settings.json', 'a', 'no']);
		expect(code).toBe(0);
		expect(JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env).toEqual({
			ANTHROPIC_BASE_URL: 'https://openrouter.ai/api',
			ANTHROPIC_AUTH_TOKEN: routerKey,
			ANTHROPIC_API_KEY: '',
		});
		expect(read(machine, '/home/ada/.bashrc')).toBe('');
		expect(text).not.toContain('57041e57');
		expect(text).toContain('Elsewhere: wizard export --credential router-key --base-url https://openrouter.ai/api');
	});

	it('go back from the diff to the list, and from there to the question before', async () => {
		const answers = ['Console', consoleKey, 'settings.json', 'd', back, back, leave];
		const {script} = await talk(pretend(withClaude), answers);
		expect(script.asked.slice(-4)).toEqual([...Array(3).fill('This will change 2 files'), 'Where shall it be kept, and for whom?']);
	});

	it('tell what it is, where somebody does not know', async () => {
		const {code, script} = await talk(pretend(withClaude), ["don't know", consoleKey, '', leave]);
		expect(code).toBe(130);
		expect(script.asked.slice(1)).toEqual([
			'Paste what you have',
			'This looks like an Anthropic Console key.',
			'Where shall it be kept, and for whom?',
		]);
	});

	it('turn to what a key really is when it is pasted at the wrong question', async () => {
		const {script} = await talk(pretend(withClaude), ['Console key', routerKey, 'Set it up', leave]);
		expect(script.asked.at(-2)).toBe('It belongs elsewhere');
		expect(script.asked.at(-1)).toBe('Where shall it be kept, and for whom?');
	});

	it('ask for the proxy of an OpenAI key, and leave that key with it', async () => {
		const machine = pretend({
			...withClaude,
			variables: {...withClaude.variables, OPENAI_API_KEY: 'sk-proj-exported-elsewhere'},
			files: {...withClaude.files, '~/work/.env': 'OPENAI_API_KEY=your-api-key-here\nANTHROPIC_API_KEY=gate-password-123456\n'},
		});
		const answers = [
			'OpenAI-compatible',
			'I have a proxy',
			'address I know',
			'http://127.0.0.1:8082',
			'',
			'of fuergaosi233',
			'settings.json',
			'a',
			'no',
			'no',
		];
		const {code, text, script} = await talk(machine, answers);
		expect(code).toBe(0);
		expect(script.asked).toContain('Which process reads this file?');
		expect(text).toContain('An exported OPENAI_API_KEY outranks its settings  ~/work/.env:1');
		expect(text).toContain('Clients: have to present what ANTHROPIC_API_KEY holds');
		// What the proxy wants to be shown stands there, so nobody is asked for it.
		expect(JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env).toMatchObject({ANTHROPIC_API_KEY: 'gate-password-123456'});
		expect(read(machine, '/home/ada/work/.env')).toContain('ANTHROPIC_API_KEY=gate-password');
		expect(text).not.toContain('gate-password');
	});

	it('go back without losing an answer, and forget a secret only where the endpoint changes', async () => {
		const toStore = ['Router', 'OpenRouter', routerKey, back, '', back, back, '', ''];
		const {script} = await talk(pretend(withClaude), [...toStore, back, back, 'Another address', 'https://gw.example', leave]);
		expect(script.left).toBe(0);
		const pastes = script.asked.filter(title => title.startsWith('Paste'));
		expect(pastes).toEqual([...Array.from({length: 5}, () => 'Paste your OpenRouter key'), 'Paste the key']);
		await expect(talk(pretend(withClaude), [...toStore, back, back, 'Another address', 'https://gw.example', ''])).rejects.toThrow(
			/Nothing was entered yet/,
		);
	});

	it('leave startup files alone where other programs read them', async () => {
		const machine = pretend({
			...withClaude,
			variables: {...withClaude.variables, ANTHROPIC_API_KEY: 'sk-stale-0123456789012345'},
			files: {...withClaude.files, '~/.bashrc': 'export ANTHROPIC_API_KEY=sk-stale-0123456789012345\n'},
		});
		await talk(machine, ['Router', 'OpenRouter', routerKey, 'settings.json', 'd', 'm', 'a', 'no']);
		expect(read(machine, '/home/ada/.bashrc')).toContain('sk-stale');
		expect(JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env.ANTHROPIC_API_KEY).toBe('');
	});

	it('say what was written and how to take it back, where only what competes goes', async () => {
		const machine = pretend({...withClaude, files: {...withClaude.files, '~/.bashrc': 'export ANTHROPIC_MODEL=left\n'}});
		const {text} = await talk(machine, ['Router', 'OpenRouter', routerKey, 'Nowhere', 'a']);
		expect(text).toContain('One file was changed');
		expect(text).toMatch(/Undo: wizard undo \d/);
	});

	it('begin at the store that was named', async () => {
		const machine = pretend({...withClaude, files: {...withClaude.files, '~/.bashrc': ''}});
		await talk(machine, ['Router', 'OpenRouter', routerKey, '', 'a', 'no'], 'shell');
		expect(read(machine, '/home/ada/.bashrc')).toContain('claude-auth-wizard');
	});

	it('print the lines where nothing shall be kept', async () => {
		const machine = pretend(withClaude);
		const {code, text, printed} = await talk(machine, ['Router', 'OpenRouter', routerKey, 'Nowhere', 'a']);
		expect(code).toBe(0);
		expect(text).toContain('The credential was written nowhere. Paste this into bash:');
		expect(text).not.toContain('is there already');
		expect(printed).toMatch(/^unset ANTHROPIC_CUSTOM_HEADERS .+\n[\s\S]*read -rs ANTHROPIC_AUTH_TOKEN/m);
		expect(text + printed).not.toContain('57041e57');
		expect(read(machine, '/home/ada/.claude/settings.json')).toBe('absent');
	});
});

describe('a subscription', () => {
	const login = JSON.stringify({
		claudeAiOauth: {accessToken: 'sk-ant-oat01-L', refreshToken: 'r', expiresAt: 4_102_444_800_000, scopes: ['user:inference']},
	});
	it('is signed in by claude itself, without what would outrank it, and the stale key goes', async () => {
		const runs: unknown[] = [];
		const machine: Pretend = pretend({
			...withClaude,
			variables: {...withClaude.variables, ANTHROPIC_API_KEY: ''},
			files: {...withClaude.files, '~/.bashrc': 'export ANTHROPIC_API_KEY=\n'},
			handOver: async (file, args, {env}) => {
				runs.push([file, args, 'ANTHROPIC_API_KEY' in env]);
				machine.tree.put('/home/ada/.claude/.credentials.json', {
					kind: 'file',
					bytes: new TextEncoder().encode(login),
					mode: 0o600,
					uid: 1000,
					gid: 1000,
					mtime: 0,
				});
				return 0;
			},
		});
		const {code} = await talk(machine, ['subscription', 'browser', 'a', 'no']);
		expect(runs).toEqual([['/usr/bin/claude', ['auth', 'login'], false]]);
		expect(code).toBe(0);
		expect(read(machine, '/home/ada/.bashrc')).not.toContain('ANTHROPIC_API_KEY');
	});
	it('asks again where no login came of it', async () => {
		const {script, text} = await talk(pretend(withClaude), ['subscription', 'browser', leave]);
		expect(script.asked.filter(title => title === 'How do you want to sign in?').length).toBe(2);
		expect(text).toContain('No login was saved');
	});
	it('takes a token for machines without a browser', async () => {
		const machine = pretend(withClaude);
		const token = `sk-ant-oat01-${'Ab1_'.repeat(24)}`;
		await talk(machine, ['subscription', 'token', token, 'settings.json', 'a', 'no']);
		expect(JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env.CLAUDE_CODE_OAUTH_TOKEN).toBe(token);
	});
});

describe('without claude', () => {
	it('the official command runs when it is chosen, and is shown before', async () => {
		const runs: unknown[] = [];
		const machine = pretend({
			variables: {PATH: '/usr/bin'},
			handOver: async (file, args) => {
				runs.push([file, args]);
				return 1;
			},
		});
		const {text} = await talk(machine, ['npm install', leave]);
		expect(runs).toEqual([['npm', ['install', '-g', '@anthropic-ai/claude-code']]]);
		expect(text).toContain('It ended with code 1.');
	});
	it('the setup is written, and exit code 4 says that it is not proved', async () => {
		const machine = pretend({variables: {PATH: '/usr/bin', SHELL: '/bin/bash'}});
		const {code, text} = await talk(machine, ['Go on without', 'Console key', consoleKey, 'settings.json', 'a']);
		expect(code).toBe(4);
		expect(text).toContain('when there is: wizard check');
	});
});

describe('by options', () => {
	const options = ['--credential', 'router-key', '--base-url', 'https://gw.example', '--secret-stdin', '--no-live'];
	it('sets up the same without a question', async () => {
		const machine = pretend(withClaude);
		const {code, out} = await typed([...options, '--yes', '--json'], {machine, input: `${routerKey}\n`});
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({schema: 1, changed: true, live: null, findings: []});
		expect(JSON.parse(out).undo).toMatch(/^\d{8}-/);
		expect(out).not.toContain('57041e57');
		expect(JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env.ANTHROPIC_AUTH_TOKEN).toBe(routerKey);
		const again = await typed([...options, '--yes', '--json'], {machine, input: routerKey});
		expect(JSON.parse(again.out)).toMatchObject({changed: false, undo: null});
	});
	it('shows a plan and writes nothing with --dry-run', async () => {
		const machine = pretend(withClaude);
		const {code, out} = await typed([...options, '--dry-run', '--json'], {machine, input: routerKey});
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({schema: 1, changed: true});
		expect(JSON.parse(out).plan.length).toBeGreaterThan(1);
		expect(out).not.toContain('57041e57');
		expect(read(machine, '/home/ada/.claude/settings.json')).toBe('absent');
	});
	it.each([
		[['--yes'], 2, /Which credential/],
		[['--credential', 'router-key', '--yes'], 2, /needs the endpoint's address/],
		[['--credential', 'console-key', '--yes'], 2, /no secret yet/],
		[['--provider', 'openruter', '--yes'], 2, /Did you mean: --provider openrouter/],
		[['--credential', 'console-key', '--base-url', 'https://x.example', '--yes'], 2, /Anthropic's own address/],
	])('%j ends with %i', async (argv, code, message) => {
		const said = await typed(argv, {machine: pretend(withClaude)});
		expect(said.code).toBe(code);
		expect(said.err).toMatch(message);
	});
	describe('with a header whose value is secret', () => {
		const team = 'T3am57041e57-of-a-shape-nobody-knows';
		const withTeam = () => pretend({...withClaude, variables: {...withClaude.variables, TEAM_KEY: team}});
		const headers = ['--header', 'X-Team: blue', '--header-env', 'X-Team-Key=TEAM_KEY'];
		it('keeps it in settings beside the others', async () => {
			const machine = withTeam();
			const {code, out, err} = await typed([...options, ...headers, '--yes'], {machine, input: routerKey});
			expect(code).toBe(0);
			expect(out + err).not.toContain('57041e57');
			expect(JSON.parse(read(machine, '/home/ada/.claude/settings.json')).env.ANTHROPIC_CUSTOM_HEADERS).toBe(
				`X-Team: blue\nX-Team-Key: ${team}`,
			);
		});
		it.each([['--dry-run'], ['--dry-run', '--json']])('shows nothing of it with %s %s', async (...show) => {
			const {code, out, err} = await typed([...options, ...headers, ...show], {machine: withTeam(), input: routerKey});
			expect(code).toBe(0);
			expect(out).toContain('ANTHROPIC_CUSTOM_HEADERS');
			expect(out + err).not.toContain('57041e57');
		});
		it.each([
			[['--header-env', 'X-Team-Key'], /form 'Name=VARIABLE'/],
			[['--header-env', 'X-Team-Key=OTHER_KEY'], /OTHER_KEY is empty or not set/],
			[['--header-env', 'X-Team-Key=TEAM_KEY', '--store', 'shell'], /Only settings can keep/],
		])('%j is refused', async (argv, message) => {
			const machine = withTeam();
			const said = await typed([...options, ...argv, '--yes'], {machine, input: routerKey});
			expect(said).toMatchObject({code: 2, err: expect.stringMatching(message)});
			expect(read(machine, '/home/ada/.claude/settings.json')).toBe('absent');
		});
	});
	it.each(['shell', 'none'])('says what is to be typed or pasted with --store %s', async store => {
		const machine = () => pretend({...withClaude, files: {...withClaude.files, '~/.bashrc': ''}});
		const {code, out} = await typed([...options, '--store', store, '--yes'], {machine: machine(), input: routerKey});
		expect(code).toBe(0);
		expect(out).toMatch(
			store === 'shell'
				? /New terminals use it\. In an open one of bash, type:\n {2}if \[ -r '.+credential\.sh' \]/
				: /The credential was written nowhere\. Paste this into bash:\n# bash: .+[\s\S]+read -rs ANTHROPIC_AUTH_TOKEN/,
		);
		const json = await typed([...options, '--store', store, '--yes', '--json'], {machine: machine(), input: routerKey});
		expect(JSON.parse(json.out)).toMatchObject(
			store === 'shell' ? {openTerminals: [{shell: 'bash', text: expect.stringContaining('credential.sh')}]} : {snippet: {shell: 'bash'}},
		);
		expect(out + json.out).not.toContain('57041e57');
	});
	it.each([
		[['--store', 'shell', '--shell', 'foo', '--yes'], /That shell is not known/],
		[['--yes', '--auth', 'quoted'], /--auth cannot be "quoted"/],
	])('is wrong with %j', async (argv, message) => {
		const said = await typed([...options, ...argv], {machine: pretend(withClaude), input: routerKey});
		expect(said).toMatchObject({code: 2, err: expect.stringMatching(message)});
	});
	it('takes no option for a talk that would not heed it', async () => {
		expect(await typed(['--auth', 'bearer'], {machine: pretend(withClaude), terminal})).toMatchObject({code: 2});
	});
	it('says which options there are where there is no terminal to ask on', async () => {
		const said = await typed([], {machine: pretend(withClaude)});
		expect(said).toMatchObject({code: 2, out: ''});
		expect(said.err).toMatch(/no terminal[\s\S]*--credential/);
	});
});

it('the first question fits 80 columns', async () => {
	const widths: number[] = [];
	const script = new Script([leave]);
	const choose = script.choose.bind(script);
	script.choose = async question => {
		const labels = Math.max(...question.choices.map(({label}) => label.length));
		widths.push(...question.choices.map(({hint}) => '> 1  '.length + labels + 2 + hint.length));
		return choose(question);
	};
	await (await openTalk(script, {machine: pretend(withClaude), terminal} as never))();
	expect(widths.length).toBeGreaterThan(3);
	expect(Math.max(...widths)).toBeLessThanOrEqual(80);
});
