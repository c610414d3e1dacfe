import {expect, test} from 'vitest';
import {examine} from '../../source/commands/examine.ts';
import {diagnose} from '../../source/problems/diagnose.ts';
import {consoleKey, type Example, liveOf, login, machineOf, routerKey, setupToken} from './example.ts';

const gateway = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api'};

/** What stands on the machine, and what is found: `cause <- consequence`, or a finding of its own. */
const machines: readonly (readonly [example: Example, found: readonly string[]])[] = [
	[
		{name: 'settings that do not parse', user: `{"env": {"ANTHROPIC_API_KEY": "${consoleKey}",}}`},
		['settings-invalid', 'settings-invalid <- not-logged-in'],
	],
	[{name: 'an empty export', variables: {ANTHROPIC_API_KEY: ''}}, ['empty-key', 'empty-key <- not-logged-in']],
	[
		{name: 'a router key sent to Anthropic', variables: {ANTHROPIC_API_KEY: routerKey}},
		['wrong-product-key', 'wrong-product-key <- key-not-approved'],
	],
	[
		{name: 'the same, with a login', variables: {ANTHROPIC_AUTH_TOKEN: routerKey}, login},
		['wrong-product-key', 'wrong-product-key <- env-overrides-login'],
	],
	[
		{name: 'a Console key beside a router key', variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey, ANTHROPIC_API_KEY: consoleKey}},
		['wrong-product-key', 'wrong-product-key <- both-set'],
	],
	[{name: 'a setup token in the wrong variable', variables: {ANTHROPIC_AUTH_TOKEN: setupToken}, live: 'oauth-invalid'}, ['oauth-invalid']],
	[
		{name: 'a damaged key, as the live prompt says', variables: {...gateway, ANTHROPIC_AUTH_TOKEN: `"${routerKey}"`}, live: 'key-invalid'},
		['malformed-key', 'malformed-key <- key-invalid'],
	],
	[
		{name: 'a good shape that the issuer does not know', variables: {...gateway, ANTHROPIC_AUTH_TOKEN: routerKey}, live: 'key-invalid'},
		['key-invalid'],
	],
	[
		{name: 'a store that cannot be read', files: {'~/.claude/.credentials.json': {text: '{}', mode: 0o600, uid: 0}}},
		['credential-store', 'credential-store <- not-logged-in'],
	],
	[
		{
			name: 'two things that have nothing to do with each other',
			user: {env: {...gateway, ANTHROPIC_AUTH_TOKEN: `"${routerKey}"`}},
			files: {'~/.zshrc': `export OPENAI_API_KEY=${consoleKey}\n`},
		},
		['malformed-key', 'key-readable'],
	],
];

test.each(machines.map(([example, expected]) => [example.name, example, expected] as const))('%s', async (_, example, expected) => {
	const situation = {...(await examine(machineOf(example))), live: liveOf(example)};
	const found = diagnose(situation).map(({id, explainedBy}) => (explainedBy === null ? id : `${explainedBy} <- ${id}`));
	expect(found).toEqual(expected);
});
