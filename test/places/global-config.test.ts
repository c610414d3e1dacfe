import {inspect} from 'node:util';
import {describe, expect, test} from 'vitest';
import {type PretendFile, type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {globalConfig} from '../../source/places/global-config.ts';
import {findRoots} from '../../source/places/roots.ts';

async function facts(file: PretendFile, options: PretendOptions = {}) {
	const machine = pretend({cwd: '/home/ada/work/app', ...options, files: {'~/.claude.json': file, ...options.files}});
	return globalConfig.look(machine, findRoots(machine));
}

const state = (value: object): PretendFile => ({text: JSON.stringify(value, null, 2), mode: 0o600});
const fragment = 'qrstuvwxyz0123456789';

test('reads the env block, the saved key, the answers and the account', async () => {
	const found = await facts(
		state({
			env: {ANTHROPIC_API_KEY: 'K-global', PATH: 'x'},
			primaryApiKey: 'K-primary',
			customApiKeyResponses: {approved: [fragment], rejected: ['K-short', 7]},
			hasCompletedOnboarding: true,
			oauthAccount: {emailAddress: 'ada@example.com', accountUuid: 'u'},
		}),
	);
	expect(found.map(fact => [fact.kind, fact.variable, fact.state, fact.value?.reveal() ?? null])).toEqual([
		['file', '.claude.json', 'text', null],
		['variable', 'ANTHROPIC_API_KEY', 'text', 'K-global'],
		['setting', 'primaryApiKey', 'text', 'K-primary'],
		['setting', 'oauthAccount', 'text', null],
		['approval', 'customApiKeyResponses.approved', 'text', fragment],
		['approval', 'customApiKeyResponses.rejected', 'text', 'K-short'],
		['state', 'hasCompletedOnboarding', 'text', null],
		['state', 'hasTrustDialogAccepted', 'absent', null],
	]);
	expect(found[3]?.shown).toBe('a…@example.com');
	expect([found[2]?.line, found[2]?.column]).toEqual([6, 20]);
	expect(JSON.stringify(found) + inspect(found, {depth: 9})).not.toMatch(/qrstuvwx|K-primary|ada@/);
});

describe('trust', () => {
	test.each([
		['of the folder itself', {'/home/ada/work/app': {hasTrustDialogAccepted: true}}, true],
		['of a folder above', {'/home/ada': {hasTrustDialogAccepted: true}}, true],
		['of another folder', {'/home/ada/work/application': {hasTrustDialogAccepted: true}}, false],
		['refused', {'/home/ada/work/app': {hasTrustDialogAccepted: false}}, false],
		['written as text', {'/home/ada/work/app': {hasTrustDialogAccepted: 'true'}}, false],
	])('%s', async (_name, projects, is) => {
		const found = await facts(state({projects}));
		expect(found.find(({variable}) => variable === 'hasTrustDialogAccepted')).toMatchObject({kind: 'state', is});
	});
});

test.each<readonly [string, PretendFile, string]>([
	['broken', '{"env": ', 'ignored'],
	['empty', '', 'empty'],
	['a folder', {folder: true}, 'unreadable'],
])('%s is one fact', async (_name, file, expected) => {
	expect((await facts(file)).map(fact => [fact.kind, fact.state])).toEqual([['file', expected]]);
});

test('may be far larger than settings', async () => {
	const history = Array.from({length: 40_000}, (_, index) => ({display: `prompt ${index} ${'x'.repeat(80)}`}));
	const found = await facts(state({projects: {'/a': {history}}, env: {ANTHROPIC_AUTH_TOKEN: 'T'}}));
	expect(found[1]).toMatchObject({variable: 'ANTHROPIC_AUTH_TOKEN', state: 'text'});
});

test('moves with CLAUDE_CONFIG_DIR', async () => {
	const moved = {'/conf/.claude.json': state({primaryApiKey: 'K-moved'})};
	const found = await facts(state({primaryApiKey: 'K-home'}), {variables: {CLAUDE_CONFIG_DIR: '/conf'}, files: moved});
	expect(found.find(({variable}) => variable === 'primaryApiKey')?.value?.reveal()).toBe('K-moved');
});

test('open to all, with a secret in it, is a trouble', async () => {
	const open = await facts({text: JSON.stringify({primaryApiKey: 'K'}), mode: 0o644});
	expect(open[0]).toMatchObject({troubles: [{kind: 'readable-by-others', mode: 0o644}]});
	expect((await facts({text: '{}', mode: 0o644}))[0]).toMatchObject({troubles: []});
});
