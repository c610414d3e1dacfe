import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const key = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
const model = 'us.anthropic.claude-sonnet-4-20250514-v1:0';

const machineWith = (variables: Readonly<Record<string, string>>, files: PretendOptions['files'] = {}) =>
	pretend({cwd: '/work', variables, files: {'~/.claude.json': '{"hasCompletedOnboarding": true}', ...files}});
const lines = (variables: Readonly<Record<string, string>>) =>
	Object.entries(variables)
		.map(([name, value]) => `export ${name}="${value}"\n`)
		.join('');
/** Exported, and written in the startup file of the shell. */
const exporting = (variables: Readonly<Record<string, string>>) => machineWith(variables, {'~/.bashrc': lines(variables)});

describe('a switch for a cloud that is left over', () => {
	const left = {ANTHROPIC_BASE_URL: 'http://127.0.0.1:7', ANTHROPIC_AUTH_TOKEN: key, CLAUDE_CODE_USE_BEDROCK: '1'};

	it.each([
		['without flags', []],
		['with the credential named', ['--credential', 'router-key']],
	])('goes, %s', async (_, flags) => {
		const machine = exporting(left);
		const {code, out} = await typed(['--repair', '--yes', '--no-live', '--json', ...flags], {machine});
		expect([code, JSON.parse(out).findings.map(({id}: {id: string}) => id)]).toEqual([0, ['cli-missing']]);
		expect(machine.tree.text('/home/ada/.bashrc') ?? '').not.toContain('CLAUDE_CODE_USE_BEDROCK');
	});

	it('hides no second error: the key that the router refuses moves to the other variable too', async () => {
		const machine = machineWith(
			{},
			{
				'~/.claude/settings.json': JSON.stringify({
					env: {
						ANTHROPIC_BASE_URL: 'https://api.minimax.io/anthropic',
						ANTHROPIC_API_KEY: 'sk-cp-0123456789abcdefghij',
						CLAUDE_CODE_USE_VERTEX: '1',
					},
				}),
			},
		);
		expect((await typed(['--repair', '--yes', '--no-live'], {machine})).code).toBe(0);
		const {env} = JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '{}');
		expect(env).toMatchObject({ANTHROPIC_BASE_URL: 'https://api.minimax.io/anthropic', ANTHROPIC_AUTH_TOKEN: 'sk-cp-0123456789abcdefghij'});
		expect(env).not.toHaveProperty('CLAUDE_CODE_USE_VERTEX');
	});

	it('is only named where this computer is signed in to that cloud', async () => {
		const files = {'~/.bashrc': lines(left), '~/.aws/credentials': '[default]\n'};
		const machine = machineWith(left, files);
		const {code, out} = await typed(['--repair', '--yes', '--no-live', '--json'], {machine});
		expect([code, JSON.parse(out).findings[0].fix.command]).toEqual([0, 'wizard --repair --credential router-key']);
		expect(machine.tree.text('/home/ada/.bashrc')).toBe(files['~/.bashrc']);
	});

	it.each([
		[model, true],
		['claude-sonnet-4@20250514', true],
		['my-own-model', false],
	])('goes with the model %s: %s', async (named, goes) => {
		const machine = exporting({...left, ANTHROPIC_MODEL: named});
		await typed(['--repair', '--yes', '--no-live', '--credential', 'router-key'], {machine});
		expect((machine.tree.text('/home/ada/.bashrc') ?? '').includes(named)).toBe(!goes);
	});

	it.each([
		[model, true],
		['my-own-model', false],
	])('goes with the model %s without flags: %s', async (named, goes) => {
		const machine = exporting({...left, ANTHROPIC_MODEL: named});
		await typed(['--repair', '--yes', '--no-live'], {machine});
		expect((machine.tree.text('/home/ada/.bashrc') ?? '').includes(named)).toBe(!goes);
	});

	it('leaves the same model alone where no cloud is switched on: a gateway may call one so', async () => {
		const {CLAUDE_CODE_USE_BEDROCK: _, ...plain} = left;
		const machine = exporting({...plain, ANTHROPIC_MODEL: model});
		await typed(['--repair', '--yes', '--no-live', '--credential', 'router-key'], {machine});
		expect(machine.tree.text('/home/ada/.bashrc')).toContain(model);
	});
});

describe('a cloud that is used on purpose', () => {
	const bedrock = {CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'eu-west-1', AWS_BEARER_TOKEN_BEDROCK: 'bedrock-api-key-0123456789'};

	it('stays beside another credential, which is reported as unused', async () => {
		const machine = exporting({...bedrock, ANTHROPIC_API_KEY: key});
		const before = machine.tree.text('/home/ada/.bashrc');
		const {code, out} = await typed(['--repair', '--yes', '--no-live', '--json'], {machine});
		const {findings} = JSON.parse(out);
		expect([code, findings.find(({id}: {id: string}) => id === 'provider-switch').severity]).toEqual([0, 'info']);
		expect(machine.tree.text('/home/ada/.bashrc')).toBe(before);
	});

	it.each([
		['at its own address', {}],
		['at one of the user’s', {ANTHROPIC_BEDROCK_BASE_URL: 'https://bedrock.example'}],
	])('is proved without another question: %s', async (_, more) => {
		const {err} = await typed(['--repair', '--yes'], {machine: exporting({...bedrock, ...more})});
		expect(err).not.toContain('was not set up here before');
		expect(err).toContain('No claude that runs was found');
	});

	it('is not proved where a project decides which host that is', async () => {
		const env = {ANTHROPIC_BEDROCK_BASE_URL: 'https://theirs.example'};
		const machine = machineWith(bedrock, {'/work/.claude/settings.json': JSON.stringify({env})});
		const {err} = await typed(['--repair', '--yes'], {machine});
		expect(err).toContain('was not set up here before');
	});
});

describe('an empty key', () => {
	it('of nothing but white space is taken out of the file that sets it', async () => {
		const machine = machineWith({ANTHROPIC_API_KEY: '  '}, {'~/.bashrc': 'alias a=b\nexport ANTHROPIC_API_KEY="  "\n'});
		await typed(['--repair', '--yes', '--no-live'], {machine});
		expect(machine.tree.text('/home/ada/.bashrc')).toBe('alias a=b\n');
	});

	it('in words goes out as the credential: it is taken out, and cancelled for the terminals that have it', async () => {
		const machine = exporting({ANTHROPIC_API_KEY: 'undefined', ANTHROPIC_BASE_URL: 'https://gw.example', ANTHROPIC_AUTH_TOKEN: key});
		await typed(['--repair', '--yes', '--no-live'], {machine});
		expect(machine.tree.text('/home/ada/.bashrc')).not.toContain('ANTHROPIC_API_KEY');
		expect(JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '{}').env).toEqual({ANTHROPIC_API_KEY: ''});
	});

	it.each([
		['https://openrouter.ai/api', /that is right: OpenRouter asks for it/],
		['https://gw.example', /counts as not set/],
	])('at %s is said to be what it is', async (address, words) => {
		const machine = machineWith({ANTHROPIC_BASE_URL: address, ANTHROPIC_AUTH_TOKEN: key, ANTHROPIC_API_KEY: ''});
		const {out} = await typed(['doctor', '--json'], {machine});
		const {facts, findings} = JSON.parse(out);
		expect(facts.find(({variable}: {variable: string}) => variable === 'ANTHROPIC_API_KEY').reason).toMatch(words);
		expect(findings.filter(({id}: {id: string}) => id === 'empty-key')).toEqual([]);
	});
});
