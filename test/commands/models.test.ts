import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const key = 'gw-57041e5757041e5757041e5757041e57';
const gateway = ['--base-url', 'https://gw.example', '--secret-stdin'];
const sizes = ['--model', 'big', '--model-for', 'haiku=tiny', '--model-for', 'subagents= quick '];
const added = async (words: readonly string[], options: PretendOptions = {}) => {
	const machine = pretend(options);
	const said = await typed(['profiles', 'add', 'gw', ...words], {machine, input: key});
	return {machine, said};
};
const env = (machine: ReturnType<typeof pretend>): Record<string, string> =>
	JSON.parse(machine.tree.text(`${machine.environment.home}/.claude/settings.json`) ?? '{}').env;
const models = (machine: ReturnType<typeof pretend>) =>
	Object.fromEntries(Object.entries(env(machine)).filter(([name]) => name.includes('MODEL') && !name.includes('DISCOVERY')));

describe('models for single sizes', () => {
	it('are kept in a profile, shown, set by wizard use, and gone with the next', async () => {
		const {machine, said} = await added([...gateway, ...sizes]);
		expect(said.code).toBe(0);
		const shown = (await typed(['profiles', 'show', 'gw'], {machine})).out;
		expect(shown).toMatch(/Model\s+big\n\s+haiku\s+tiny\n\s+subagents\s+quick\n/);
		const {items} = JSON.parse((await typed(['profiles', 'show', 'gw', '--json'], {machine})).out);
		expect(items[0].setup).toMatchObject({model: 'big', models: {haiku: 'tiny', subagents: 'quick'}});
		expect((await typed(['use', 'gw', '--yes', '--no-live'], {machine})).code).toBe(0);
		expect(models(machine)).toEqual({ANTHROPIC_MODEL: 'big', ANTHROPIC_DEFAULT_HAIKU_MODEL: 'tiny', CLAUDE_CODE_SUBAGENT_MODEL: 'quick'});
		await typed(['profiles', 'add', 'next', '--base-url', 'https://next.example', '--secret-stdin'], {machine, input: key});
		expect((await typed(['use', 'next', '--yes', '--no-live'], {machine})).code).toBe(0);
		expect([models(machine), env(machine)['ANTHROPIC_BASE_URL']]).toEqual([{}, 'https://next.example']);
	});

	it('take the place of what the catalogue has for that size, and of no other', async () => {
		const {machine} = await added(['--provider', 'deepseek', '--secret-stdin', '--model-for', 'haiku=my-own', '--model-for', 'fable=f']);
		await typed(['use', 'gw', '--yes', '--no-live'], {machine});
		const given = models(machine);
		expect(given['ANTHROPIC_DEFAULT_OPUS_MODEL']).toBe(given['ANTHROPIC_MODEL']);
		expect([given['ANTHROPIC_DEFAULT_HAIKU_MODEL'], given['ANTHROPIC_DEFAULT_FABLE_MODEL']]).toEqual(['my-own', 'f']);
		const openrouter = await added(['--provider', 'openrouter', '--secret-stdin', '--model-for', 'opus=z/large']);
		await typed(['use', 'gw', '--yes', '--no-live'], {machine: openrouter.machine});
		expect(models(openrouter.machine)).toEqual({ANTHROPIC_DEFAULT_OPUS_MODEL: 'z/large'});
	});

	it('of an endpoint of the user stay as its entry has them', async () => {
		const entry = {
			baseUrl: 'https://acme.example',
			model: 'm',
			fastModel: 'f',
			variables: {ANTHROPIC_DEFAULT_SONNET_MODEL: 's', ANTHROPIC_DEFAULT_HAIKU_MODEL: 'h'},
		};
		const files = {'~/.config/claude-auth-wizard/providers.json': JSON.stringify({providers: {acme: entry}})};
		const {machine, said} = await added(['--provider', 'acme', '--secret-stdin', '--model-for', 'haiku=mine'], {files});
		expect(said.code).toBe(0);
		await typed(['use', 'gw', '--yes', '--no-live'], {machine});
		expect(models(machine)).toEqual({
			ANTHROPIC_MODEL: 'm',
			ANTHROPIC_DEFAULT_OPUS_MODEL: 'm',
			ANTHROPIC_DEFAULT_SONNET_MODEL: 's',
			ANTHROPIC_DEFAULT_HAIKU_MODEL: 'mine',
		});
	});

	it('come from a setup file, once and for all', async () => {
		const text = 'credential: router-key\nbaseUrl: https://gw.example\nmodels: {opus: large, small: tiny}\nsecret: {env: GW_KEY}\n';
		const files = {'~/setup.yaml': text, '~/.claude/settings.json': '{"env": {"ANTHROPIC_DEFAULT_SONNET_MODEL": "of-another"}}'};
		const machine = pretend({files, cwd: '/home/user', variables: {GW_KEY: key}});
		const file = `${machine.environment.home}/setup.yaml`;
		const first = await typed(['apply', file, '--no-live', '--json'], {machine});
		expect([first.code, JSON.parse(first.out).changed]).toEqual([0, true]);
		expect(models(machine)).toEqual({ANTHROPIC_DEFAULT_OPUS_MODEL: 'large', ANTHROPIC_SMALL_FAST_MODEL: 'tiny'});
		expect(JSON.parse((await typed(['apply', file, '--no-live', '--json'], {machine})).out).changed).toBe(false);
	});

	it.each(['bash', 'fish'])('are exported for %s, and the others cleared', async shell => {
		const {machine} = await added([...gateway, ...sizes]);
		const {out} = await typed(['export', '--profile', 'gw', '--shell', shell], {machine});
		for (const text of ['ANTHROPIC_DEFAULT_HAIKU_MODEL', 'tiny', 'ANTHROPIC_MODEL', 'CLAUDE_CODE_SUBAGENT_MODEL', 'quick'])
			expect(out).toContain(text);
		expect(out).toMatch(/(?:unset|set -e).*ANTHROPIC_DEFAULT_OPUS_MODEL/s);
	});

	it('are in the setup that Ansible applies', async () => {
		const {machine} = await added([...gateway, ...sizes]);
		const {out} = await typed(['export', '--profile', 'gw', '--for', 'ansible'], {machine});
		expect(out).toMatch(/models: \{"haiku":"tiny","subagents":"quick"\}/);
	});

	it('stay with a key of the Console, where one was named', async () => {
		const machine = pretend({});
		const words = [
			'profiles',
			'add',
			'c',
			'--credential',
			'console-key',
			'--secret-stdin',
			'--model',
			'claude-x',
			'--model-for',
			'haiku=claude-y',
		];
		await typed(words, {machine, input: `sk-ant-api03-${'57041e57'.repeat(11)}AAAAAAA`});
		await typed(['use', 'c', '--yes', '--no-live'], {machine});
		expect(models(machine)).toEqual({ANTHROPIC_MODEL: 'claude-x', ANTHROPIC_DEFAULT_HAIKU_MODEL: 'claude-y'});
	});

	it.each([
		['haiku', /names a size and a model/],
		['large=x', /names a size and a model/],
		['haiku= ', /names a size and a model/],
	])('are refused as %s', async (text, message) => {
		const {said} = await added([...gateway, '--model-for', text]);
		expect([said.code, said.err]).toEqual([2, expect.stringMatching(message)]);
	});

	it('are named once each', async () => {
		const {said} = await added([...gateway, '--model-for', 'haiku=a', '--model-for', 'haiku=b']);
		expect([said.code, said.err]).toEqual([2, expect.stringMatching(/names haiku twice/)]);
	});

	it('tell two profiles apart that share their endpoint and key', async () => {
		const {machine} = await added(gateway);
		await typed(['profiles', 'add', 'big', ...gateway, '--model', 'big'], {machine, input: key});
		const live = async () => (await typed(['profiles', '--live'], {machine})).out.trim();
		for (const name of ['big', 'gw', 'big']) {
			await typed(['use', name, '--yes', '--no-live'], {machine});
			expect(await live()).toBe(name);
		}
	});
});
