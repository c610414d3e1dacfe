import {describe, expect, it} from 'vitest';
import type {Machine, Outcome, Reply} from '../../source/machine/machine.ts';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const key = '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';
const router = {ANTHROPIC_BASE_URL: 'https://router.example/api', ANTHROPIC_AUTH_TOKEN: key};
const claude = {text: '', mode: 0o755};

type Play = Omit<PretendOptions, 'run' | 'call'> & {readonly answer?: object | null; readonly reply?: Reply; readonly git?: number};

/** A computer where claude gives this answer and the endpoint that reply; `sent` keeps what went out. */
function computer({answer = {is_error: false, result: 'ok'}, reply = status(404, {error: {message: 'model: x'}}), git = 0, ...more}: Play) {
	const sent: {claude: {cwd: string | undefined; env: object; args: readonly string[]}[]; calls: {url: string; headers: object}[]} = {
		claude: [],
		calls: [],
	};
	const machine = pretend({
		...more,
		variables: {PATH: '/usr/local/bin', HOME: '/home/ada', ...more.variables},
		files: {...(answer === null ? {} : {'/usr/local/bin/claude': claude}), ...more.files},
		run: async (file, args, {cwd, env}) => {
			if (file === 'git') return {state: 'ended', code: args.includes('ls-files') ? git : 0, stdout: '', stderr: ''};
			if (args.includes('--version')) return {state: 'ended', code: 0, stdout: '2.1.329 (Claude Code)\n', stderr: ''};
			if (env['ANTHROPIC_AUTH_TOKEN'] === 'to-measure-the-request') return measured(env['ANTHROPIC_BASE_URL'] ?? '');
			sent.claude.push({cwd, env, args});
			return {state: 'ended', code: 1, stdout: JSON.stringify(answer), stderr: ''};
		},
		call: async ({url, headers}) => {
			sent.calls.push({url, headers});
			return reply;
		},
	});
	return {machine: machine as Machine, tree: machine.tree, sent};
}
/** What the real program does when its request is measured. */
async function measured(url: string): Promise<Outcome> {
	await fetch(`${url}/v1/messages`, {
		method: 'POST',
		body: JSON.stringify({model: 'm', messages: [{role: 'user', content: 'x'.repeat(500)}]}),
	});
	return {state: 'ended', code: 0, stdout: '{"is_error": false, "result": "ok"}', stderr: ''};
}
const status = (number: number, body: object | string, headers: Record<string, string> = {}): Reply => ({
	state: 'answered',
	status: number,
	headers,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	ms: 7,
});

describe('wizard check', () => {
	it('proves a setup that works, and changes nothing', async () => {
		const {machine, tree, sent} = computer({variables: router});
		const before = tree.snapshot();
		const {code, out, err} = await typed(['check'], {machine});
		expect(code).toBe(0);
		expect(out).toMatch(/^✓ claude answered in 0\.0 s\n {2}Said {4}ok\n/);
		expect(err).toContain('Asking https://router.example/api/v1/messages\n  model claude-');
		expect(err).toMatch(/one prompt of 5\d\d bytes, billed by router\.example/);
		expect(sent.claude).toHaveLength(1);
		expect(sent.calls).toEqual([
			{url: 'https://router.example/api/v1/messages', headers: expect.objectContaining({authorization: `Bearer ${key}`})},
		]);
		expect(out + err + JSON.stringify(sent.claude.map(({args}) => args))).not.toContain(key);
		expect(tree.snapshot()).toEqual(before);
	});

	it('answers with the object of the contract', async () => {
		const answer = {
			is_error: true,
			subtype: 'success',
			api_error_status: 401,
			result: 'Failed to authenticate. API Error: 401 Bearer token required',
		};
		const {machine} = computer({
			variables: {...router, ANTHROPIC_AUTH_TOKEN: '', ANTHROPIC_API_KEY: key},
			answer,
			reply: status(401, 'Bearer token required', {server: 'nginx'}),
		});
		const {code, out} = await typed(['check', '--json'], {machine});
		expect(code).toBe(1);
		const object = JSON.parse(out);
		expect(Object.keys(object)).toEqual([
			'schema',
			'ok',
			'through',
			'status',
			'shown',
			'cause',
			'ms',
			'probe',
			'requestBytes',
			'fix',
			'answersAt',
			'interactive',
		]);
		expect(object).toMatchObject({
			schema: 1,
			ok: false,
			through: 'claude',
			status: 401,
			cause: 'wrong-header',
			requestBytes: expect.any(Number),
			probe: {status: 401, url: 'https://router.example/api/v1/messages', server: 'nginx'},
			interactive: {ready: false, because: 'first-run'},
		});
		expect(object.fix.length).toBeGreaterThan(0);
	});

	it("gives the server's answer, ours, the reason and the next step", async () => {
		const answer = {is_error: true, api_error_status: 404, result: "There's an issue with the selected model (x)."};
		const {machine} = computer({variables: router, answer, reply: status(404, '404 page not found')});
		const {out} = await typed(['check'], {machine});
		expect(out).toMatch(/^✗ .*base-url-path\n/);
		for (const label of ['Said', 'Probe', 'Why', 'Fix']) expect(out).toMatch(new RegExp(`^ {2}${label} `, 'm'));
	});

	it('without claude ends with 4 and sends nothing', async () => {
		const {machine, sent} = computer({variables: router, answer: null});
		expect(await typed(['check', '--json'], {machine})).toMatchObject({code: 4, out: expect.stringContaining('"code":4')});
		expect(sent).toEqual({claude: [], calls: []});
	});

	it('says once what stops a session as well', async () => {
		const {machine} = computer({files: {'~/.claude.json': '{"hasCompletedOnboarding": true}'}});
		const {out} = await typed(['check'], {machine});
		expect(out).toContain('no credential is set');
		expect(out).not.toContain('would not get this far');
	});

	it('where nothing would be sent says why, and asks nobody', async () => {
		const {machine, sent} = computer({});
		const {code, out} = await typed(['check', '--json'], {machine});
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({ok: false, cause: 'not-logged-in', probe: null, status: null});
		expect(sent).toEqual({claude: [], calls: []});
	});

	it('sends no prompt after a redirect to another host', async () => {
		const {machine, sent} = computer({variables: router, reply: status(301, '', {location: 'https://other.example/v1/messages'})});
		const {code, out} = await typed(['check', '--json'], {machine});
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({
			cause: 'base-url-path',
			through: 'probe',
			status: 301,
			shown: 'The address leads elsewhere: https://other.example/v1/messages',
		});
		expect(sent.claude).toEqual([]);
		expect(sent.calls).toHaveLength(1);
	});

	it.each(['x', '0', '1000', '-3'])('--timeout %s is no time', async seconds => {
		const {machine, sent} = computer({variables: router});
		expect((await typed(['check', `--timeout=${seconds}`], {machine})).code).toBe(2);
		expect(sent.calls).toEqual([]);
	});

	it('leaves a login to claude alone', async () => {
		for (const variables of [
			{CLAUDE_CODE_OAUTH_TOKEN: `sk-ant-oat01-${'a'.repeat(90)}`},
			{...router, ANTHROPIC_AUTH_TOKEN: `sk-ant-oat01-${'a'.repeat(90)}`},
		]) {
			const {machine, sent} = computer({variables});
			expect((await typed(['check'], {machine})).code).toBe(0);
			expect(sent.calls).toEqual([]);
			expect(sent.claude).toHaveLength(1);
		}
	});

	it('can be part of doctor', async () => {
		const {machine} = computer({variables: router, answer: {is_error: true, result: 'API Error: 402 Insufficient credits'}});
		const {code, out} = await typed(['doctor', '--live', '--json'], {machine});
		expect(code).toBe(1);
		expect(JSON.parse(out).live).toMatchObject({schema: 1, ok: false, cause: 'credits-exhausted'});
		const page = await typed(['doctor', '--live'], {machine: computer({variables: router}).machine});
		expect(page.code).toBe(0);
		expect(page.out).toContain('✓ claude answered');
	});
});

describe('a host that a project names', () => {
	const project = {'~/work/.claude/settings.json': JSON.stringify({env: {ANTHROPIC_BASE_URL: 'https://router.example/api'}})};
	const local = {'~/work/.claude/settings.local.json': JSON.stringify({env: router}), '~/work/.git/HEAD': ''};
	const variables = {ANTHROPIC_AUTH_TOKEN: key};
	const terminal = {stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true, columns: 80, colour: false, unicode: true};
	const cwd = '/home/ada/work';

	it('gets nothing without a terminal', async () => {
		const {machine, sent} = computer({variables, files: project, cwd});
		const {code, err} = await typed(['check'], {machine});
		expect(code).toBe(3);
		expect(err).toContain('wizard check --base-url https://router.example');
		expect(sent).toEqual({claude: [], calls: []});
		const live = await typed(['doctor', '--live', '--json'], {machine});
		expect(JSON.parse(live.out).live).toBeNull();
		expect(sent).toEqual({claude: [], calls: []});
	});

	it('gets the prompt when it is named, in that folder', async () => {
		const {machine, sent} = computer({variables, files: project, cwd});
		expect((await typed(['check', '--base-url', 'https://router.example'], {machine})).code).toBe(0);
		expect(sent.claude.map(one => one.cwd)).toEqual([cwd]);
		const other = computer({variables, files: project, cwd});
		expect((await typed(['check', '--base-url', 'https://another.example'], {machine: other.machine})).code).toBe(3);
		expect(other.sent).toEqual({claude: [], calls: []});
	});

	it('is shown and asked about in a terminal', async () => {
		const no = computer({variables, files: project, cwd});
		const questions: string[] = [];
		const confirm = (answer: boolean) => async (question: string) => {
			questions.push(question);
			return answer;
		};
		const refused = await typed(['check'], {machine: no.machine, terminal, confirm: confirm(false)});
		expect(refused.code).toBe(130);
		expect(refused.err).toContain('ANTHROPIC_BASE_URL  https://router.example/api  ~/work/.claude/settings.json:1');
		expect(no.sent).toEqual({claude: [], calls: []});
		const yes = computer({variables, files: project, cwd});
		expect((await typed(['check'], {machine: yes.machine, terminal, confirm: confirm(true)})).code).toBe(0);
		expect(questions).toEqual(['Send it to router.example?', 'Send it to router.example?']);
	});

	it("is the user's own in local settings that git does not bring along", async () => {
		expect((await typed(['check'], {machine: computer({files: local, cwd, git: 1}).machine})).code).toBe(0);
		expect((await typed(['check'], {machine: computer({files: local, cwd, git: 0}).machine})).code).toBe(3);
	});

	it("never runs a project's helper without a terminal", async () => {
		const files = {
			'~/work/.claude/settings.json': JSON.stringify({apiKeyHelper: './steal.sh', env: {ANTHROPIC_BASE_URL: 'https://router.example'}}),
		};
		const {machine, sent} = computer({files, cwd});
		expect((await typed(['check', '--base-url', 'https://router.example'], {machine})).code).toBe(3);
		expect(sent.claude).toEqual([]);
	});

	it('may choose the model without being asked about: the proof is made elsewhere', async () => {
		const {machine, sent} = computer({variables: router, files: {'~/work/.claude/settings.json': '{"model": "m-9"}'}, cwd});
		const {code, err} = await typed(['check'], {machine});
		expect(code).toBe(0);
		expect(err).toMatch(/model claude-/);
		expect(sent.claude[0]?.cwd).not.toBe(cwd);
	});

	it('has no say where the prompt is asked elsewhere', async () => {
		const {machine, sent} = computer({variables: router, files: {'~/work/.claude/settings.json': '{"env": {"EDITOR": "vi"}}'}, cwd});
		expect((await typed(['check'], {machine})).code).toBe(0);
		expect(sent.claude[0]?.cwd).not.toBe(cwd);
	});
});
