import {inspect} from 'node:util';
import {expect, test} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {places} from '../../source/places/index.ts';
import {look} from '../../source/places/look.ts';

test('a place that fails is a fact about itself, without what it read', async () => {
	const boom = () => {
		throw new TypeError('unexpected sk-ant-api03-secret');
	};
	const facts = await look(pretend({variables: {ANTHROPIC_MODEL: 'm'}}), [
		{id: 'login', look: boom},
		{id: 'profile', look: async () => boom()},
		...places.filter(({id}) => id === 'shell'),
	]);
	expect(facts.map(({place, state, why}) => [place, state, why])).toEqual([
		['login', 'unreadable', 'looking at it failed (TypeError)'],
		['profile', 'unreadable', 'looking at it failed (TypeError)'],
		['shell', 'text', null],
	]);
});

/** One secret in every place that can hold one, and none of it in anything that prints. */
const sentinel = `sk-ant-api03-${'S3nt1n3l'.repeat(11)}QwErT-AA`;
const env = {
	ANTHROPIC_API_KEY: sentinel,
	ANTHROPIC_BASE_URL: `https://u:${sentinel}@x.example/?k=${sentinel}`,
	ANTHROPIC_CUSTOM_HEADERS: `X-K: ${sentinel}`,
};
const settings = JSON.stringify({
	env,
	apiKeyHelper: `echo '${sentinel}'`,
	model: sentinel,
	forceLoginMethod: sentinel,
	[sentinel]: sentinel,
});
const desktop = '~/Library/Application Support/Claude-3p/configLibrary/a.json';

test.each(['linux', 'darwin'] as const)('no secret in any fact that prints (%s)', async platform => {
	const machine = pretend({
		platform,
		cwd: '/w',
		variables: {...env, OPENAI_API_KEY: sentinel, ANTHROPIC_PROFILE: 'default'},
		files: {
			'~/.claude/settings.json': settings,
			'/w/.claude/settings.json': `// broken\n${settings}`,
			'/w/.claude/settings.local.json': `{"env": {"ANTHROPIC_AUTH_TOKEN": "${sentinel}`,
			'/etc/claude-code/managed-settings.json': settings,
			'/etc/claude-code/managed-settings.d/a.json': settings,
			'~/.claude.json': JSON.stringify({
				env,
				primaryApiKey: sentinel,
				customApiKeyResponses: {approved: [sentinel.slice(-20)], rejected: [sentinel]},
				oauthAccount: {emailAddress: `${sentinel}@x.example`},
			}),
			'~/.claude/.credentials.json': JSON.stringify({
				claudeAiOauth: {accessToken: sentinel, refreshToken: sentinel, scopes: [], subscriptionType: 'max'},
			}),
			'~/.config/anthropic/configs/default.json': JSON.stringify({
				authentication: {type: 'user_oauth'},
				base_url: `https://u:${sentinel}@x.example`,
			}),
			'~/.config/anthropic/credentials/default.json': JSON.stringify({access_token: sentinel}),
			'~/.config/Code/User/settings.json': JSON.stringify({
				'claudeCode.environmentVariables': [{name: 'ANTHROPIC_API_KEY', value: sentinel}],
			}),
			'~/Library/Application Support/Code/User/settings.json': JSON.stringify({'terminal.integrated.env.osx': env}),
			[desktop]: JSON.stringify({
				inferenceGatewayApiKey: sentinel,
				inferenceCustomHeaders: {'X-K': sentinel},
				inferenceCredentialHelper: `echo ${sentinel}`,
			}),
			'/proc/4242/status': 'PPid:\t7\n',
			'/proc/7/environ': `ANTHROPIC_API_KEY=${sentinel}\0`,
		},
	});
	const facts = await look(machine);
	const seen = new Set(facts.filter(({value}) => value?.reveal().includes(sentinel.slice(20, 60))).map(({place}) => place));
	for (const place of [
		'shell',
		'user-settings',
		'project-settings',
		'local-settings',
		'global-config',
		'profile',
		'editor-settings',
		'helper',
	])
		expect(seen).toContain(place);
	expect(seen).toContain(platform === 'linux' ? 'parent-process' : 'desktop-settings');
	const printed = `${JSON.stringify(facts)}${inspect(facts, {depth: 20, showHidden: true})}${facts.map(fact => `${fact.value}`)}`;
	expect(printed).not.toContain('S3nt1n3l');
	expect(printed).not.toContain(sentinel.slice(-20));
});

test('a machine with nothing on it has four absent files', async () => {
	const facts = await look(pretend({cwd: '/work'}));
	expect(facts.map(({place, state}) => [place, state])).toEqual([
		['global-config', 'absent'],
		['user-settings', 'absent'],
		['project-settings', 'absent'],
		['local-settings', 'absent'],
	]);
});
