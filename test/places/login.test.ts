import {inspect} from 'node:util';
import {describe, expect, test} from 'vitest';
import type {Outcome} from '../../source/machine/machine.ts';
import {type PretendFile, type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import type {LoginFact} from '../../source/places/fact.ts';
import {login} from '../../source/places/login.ts';
import {findRoots} from '../../source/places/roots.ts';

const token = `sk-ant-oat01-${'Zy8xWv7u'.repeat(11)}AA`;
const stored = {
	accessToken: token,
	refreshToken: 'sk-ant-ort01-x',
	expiresAt: 4_102_444_800_000,
	scopes: ['user:inference'],
	subscriptionType: 'max',
};
const closed = (value: object | string): PretendFile => ({text: typeof value === 'string' ? value : JSON.stringify(value), mode: 0o600});

async function facts(options: PretendOptions) {
	const machine = pretend(options);
	return login.look(machine, findRoots(machine));
}
const ofFile = (file: PretendFile) => facts({files: {'~/.claude/.credentials.json': file}});

test('tells that a login is there, never its tokens', async () => {
	const found = await ofFile(closed({claudeAiOauth: stored}));
	expect(found[1]).toMatchObject({
		kind: 'login',
		state: 'text',
		value: null,
		expiresAt: 4_102_444_800_000,
		scopes: ['user:inference'],
		subscription: 'max',
		refreshable: true,
		renewableUntil: null,
		line: 1,
		column: 18,
	});
	expect(JSON.stringify(found) + inspect(found, {depth: 9, showHidden: true})).not.toContain(token.slice(20, 60));
});

test.each<readonly [string, PretendFile, readonly (readonly string[])[]]>([
	['no login inside', closed({mcpOAuth: {}}), [['file', 'text']]],
	[
		'an empty token',
		closed({claudeAiOauth: {...stored, accessToken: ''}}),
		[
			['file', 'text'],
			['login', 'empty'],
		],
	],
	['broken', closed('{"claudeAiOauth": {'), [['file', 'ignored']]],
	['with a byte order mark', closed(`\uFEFF${JSON.stringify({claudeAiOauth: stored})}`), [['file', 'ignored']]],
	['empty', closed(''), [['file', 'empty']]],
	['a folder', {folder: true}, [['file', 'unreadable']]],
])('%s', async (_name, file, expected) => {
	expect((await ofFile(file)).map(({kind, state}) => [kind, state])).toEqual(expected);
});

test('no file is no fact', async () => {
	expect(await facts({})).toEqual([]);
});

test('scopes may be one text', async () => {
	const [, fact] = await ofFile(closed({claudeAiOauth: {...stored, scopes: 'user:inference user:profile'}}));
	expect((fact as LoginFact).scopes).toEqual(['user:inference', 'user:profile']);
});

test('CLAUDE_SECURESTORAGE_CONFIG_DIR outranks CLAUDE_CONFIG_DIR, and empty means the usual folder', async () => {
	const files = {'/a/.credentials.json': closed({claudeAiOauth: stored}), '~/.claude/.credentials.json': closed({claudeAiOauth: stored})};
	const where = async (variables: Record<string, string>) => (await facts({files, variables})).map(({file}) => file)[0];
	expect(await where({CLAUDE_CONFIG_DIR: '/a'})).toBe('/a/.credentials.json');
	expect(await where({CLAUDE_CONFIG_DIR: '/b', CLAUDE_SECURESTORAGE_CONFIG_DIR: '/a'})).toBe('/a/.credentials.json');
	expect(await where({CLAUDE_CONFIG_DIR: '/a', CLAUDE_SECURESTORAGE_CONFIG_DIR: ''})).toBe('/home/ada/.claude/.credentials.json');
});

describe('the Keychain', () => {
	function asked(outcome: (service: string) => Outcome, options: PretendOptions = {}) {
		const calls: (readonly string[])[] = [];
		const run = async (file: string, args: readonly string[], {timeout}: {timeout: number}) => {
			calls.push([file, ...args]);
			expect(timeout).toBe(2000);
			return outcome(args[2] ?? '');
		};
		return {calls, facts: facts({platform: 'darwin', run, variables: {USER: 'ada'}, ...options})};
	}
	const ended = (code: number): Outcome => ({state: 'ended', code, stdout: '', stderr: ''});

	test('is asked for the two entries by name, never for their text', async () => {
		const {calls, facts} = asked(() => ended(0));
		expect((await facts).map(fact => [fact.kind, fact.place, fact.state, fact.value])).toEqual([
			['login', 'login', 'text', null],
			['setting', 'secret-store', 'text', null],
		]);
		expect(calls).toEqual([
			['security', 'find-generic-password', '-s', 'Claude Code-credentials', '-a', 'ada'],
			['security', 'find-generic-password', '-s', 'Claude Code', '-a', 'ada'],
		]);
	});

	test('has entries of their own for a moved configuration, and an odd user name is replaced', async () => {
		const {calls, facts} = asked(() => ended(44), {variables: {USER: 'ada lovelace', CLAUDE_CONFIG_DIR: '/Users/ada/conf'}});
		expect(await facts).toEqual([]);
		expect(calls[0]?.slice(2)).toEqual(['-s', 'Claude Code-credentials-dd4e3e3a', '-a', 'claude-code-user']);
	});

	test.each<readonly [string, Outcome]>([
		['locked', ended(36)],
		['failing', ended(1)],
		['silent', {state: 'timeout', stdout: '', stderr: ''}],
		['missing', {state: 'missing'}],
	])('%s is a fact that says so', async (_name, outcome) => {
		const found = await asked(() => outcome).facts;
		expect(found.map(fact => [fact.kind, fact.state, fact.why !== null])).toEqual([['login', 'unreadable', true]]);
	});

	test('outranks the file', async () => {
		const files = {'~/.claude/.credentials.json': closed({claudeAiOauth: stored})};
		const found = await asked(() => ended(0), {files}).facts;
		expect(found.filter(({kind}) => kind === 'login').map(({state}) => state)).toEqual(['text', 'ignored']);
	});
});
