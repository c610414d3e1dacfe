import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {leaks} from '../helpers/leaks.ts';
import {typed} from '../helpers/typed.ts';

const database = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/databases/${name}`, import.meta.url)));
/** As 3.1.1 left it when it was killed: test/fixtures/databases/make.py. */
const left = {
	'~/.claude-code-router/config.sqlite': {bytes: database('claude-code-router.sqlite'), mode: 0o600},
	'~/.claude-code-router/config.sqlite-wal': {bytes: database('claude-code-router.sqlite-wal'), mode: 0o600},
};
const old = {'~/.claude-code-router/config.json': {text: '{"PORT": 4000, "Providers": [], "Router": {}}', mode: 0o600}};
const installed = (version: string) => ({
	'/opt/node_modules/ccr/dist/cli.js': {text: '', mode: 0o755},
	'/opt/node_modules/ccr/package.json': `{"name": "@musistudio/claude-code-router", "version": "${version}"}`,
	'/opt/bin/ccr': {link: '../node_modules/ccr/dist/cli.js'},
});
const show = async (files: PretendOptions['files'], words: readonly string[] = ['show', 'claude-code-router', '--json']) => {
	const machine = pretend({files: files ?? {}, variables: {PATH: '/opt/bin'}});
	const before = machine.tree.snapshot();
	const said = await typed(['translator', ...words], {machine, input: 'sk-0123456789abcdef0123456789abcdef'});
	expect(machine.tree.snapshot()).toEqual(before);
	expect(leaks(said.out + said.err, [`sk-${'5e7c'.repeat(8)}`, `ccr-${'6a7e'.repeat(8)}`])).toEqual([]);
	return said;
};
const item = async (files: PretendOptions['files']) => JSON.parse((await show(files)).out).items[0];

describe('claude-code-router 3', () => {
	it('is known by its database, and told with what stands behind it', async () => {
		const found = await item({...left, ...old});
		expect(found).toMatchObject({
			title: 'claude-code-router 3',
			address: 'http://127.0.0.1:4571',
			file: '~/.claude-code-router/config.sqlite',
			model: 'x/m',
			asksClients: 'api_keys',
			services: [{name: 'x', address: 'http://127.0.0.1:9/v1'}],
			tried: {state: 'not-run'},
		});
		expect(found.findings.map(({title}: {title: string}) => title)).toEqual(['It is not running']);
		expect((await show(left, ['show', 'claude-code-router'])).out).toMatch(/Tested\s+not run; its settings are known from/);
	});

	it('is the one that is installed, whatever the other has left', async () => {
		expect(await item({...left, ...old, ...installed('2.0.0')})).toMatchObject({
			title: 'claude-code-router',
			address: 'http://127.0.0.1:4000',
			tried: {state: 'run'},
		});
		expect(await item({...left, ...old, ...installed('3.1.1')})).toMatchObject({title: 'claude-code-router 3', installed: true});
		expect(await item({...old, ...installed('3.1.1')})).toMatchObject({title: 'claude-code-router 3', file: null, findings: []});
	});

	it('has nothing put behind it from here, and its key is not even asked for', async () => {
		const words = ['set', 'claude-code-router', '--upstream', 'https://api.example/v1', '--upstream-model', 'm', '--secret-stdin'];
		const said = await show(left, words);
		expect([said.code, said.err]).toEqual([3, expect.stringMatching(/a database that only it may write[\s\S]*ccr ui/)]);
	});

	it('with a database that cannot be read is told so', async () => {
		const found = await item({'~/.claude-code-router/config.sqlite': {text: 'SQLite format 3', mode: 0o600}});
		expect(found.findings[0]).toMatchObject({title: 'Its settings cannot be read', why: 'it is no SQLite database.'});
	});

	it('is told apart from those that were run, also where none is here', async () => {
		const {out} = await show({}, []);
		expect(out).toMatch(/claude-code-router\n {2}npm install[^\n]*\n {2}Tested: with version 2\.0\.0\n/);
		expect(out).toMatch(/LiteLLM's proxy\n[^\n]*\n {2}Tested: not run; its settings are known from BerriAI\/litellm/);
	});
});
