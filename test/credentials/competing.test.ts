import {describe, expect, it} from 'vitest';
import {carriers, competingVariables} from '../../source/credentials/competing.ts';
import {isKnownVariable} from '../../source/places/variables.ts';
import {sentinel, wishFor} from '../helpers/wishes.ts';

describe('every credential', () => {
	const kinds = ['console-key', 'subscription', 'router-key', 'proxy-key'] as const;
	it.each(kinds.flatMap(kind => (['bearer', 'x-api-key', 'both'] as const).map(auth => [kind, auth] as const)))(
		'%s with %s: sets or clears every variable that could compete',
		(kind, auth) => {
			const wish = wishFor(kind, auth, sentinel);
			const set = wish.set.map(({name}) => name);
			expect(set).toEqual(expect.arrayContaining([...carriers(kind, auth, 'token')]));
			expect([...set, ...wish.unset.flat()].sort()).toEqual([...new Set(competingVariables)].sort());
		},
	);

	it('clears what is known to spoil the next endpoint', () => {
		const models = ['OPUS', 'SONNET', 'HAIKU', 'FABLE'].map(name => `ANTHROPIC_DEFAULT_${name}_MODEL`);
		const switches = ['BEDROCK', 'VERTEX', 'FOUNDRY', 'MANTLE', 'ANTHROPIC_AWS', 'ANTHROPIC_GOOGLE_CLOUD'];
		const others = [
			'ANTHROPIC_BASE_URL',
			'ANTHROPIC_CUSTOM_HEADERS',
			'ANTHROPIC_MODEL',
			'ANTHROPIC_SMALL_FAST_MODEL',
			'CLAUDE_CODE_SUBAGENT_MODEL',
		];
		const cloud = switches.flatMap(name => [`CLAUDE_CODE_USE_${name}`, `CLAUDE_CODE_SKIP_${name}_AUTH`]);
		expect(competingVariables).toEqual(expect.arrayContaining([...models, ...cloud, ...others]));
	});

	it('clears only variables Claude Code is known to read', () => {
		expect(competingVariables.filter(name => !isKnownVariable(name))).toEqual([]);
		expect(new Set(competingVariables).size).toBe(competingVariables.length);
	});

	it('leaves the keys of other programs and clouds alone', () => {
		for (const name of [
			'OPENAI_API_KEY',
			'OPENROUTER_API_KEY',
			'AWS_ACCESS_KEY_ID',
			'GOOGLE_APPLICATION_CREDENTIALS',
			'ANTHROPIC_FOUNDRY_API_KEY',
			'HTTPS_PROXY',
		])
			expect(competingVariables).not.toContain(name);
	});

	it('carries a key in the header its endpoint reads', () => {
		expect(carriers('console-key', 'bearer')).toEqual(['ANTHROPIC_API_KEY']);
		expect(carriers('router-key', 'bearer')).toEqual(['ANTHROPIC_AUTH_TOKEN']);
		expect(carriers('router-key', 'x-api-key')).toEqual(['ANTHROPIC_API_KEY']);
		expect(carriers('proxy-key', 'both')).toEqual(['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY']);
		expect(carriers('subscription', 'bearer')).toEqual([]);
		expect(carriers('subscription', 'bearer', 'token')).toEqual(['CLAUDE_CODE_OAUTH_TOKEN']);
	});
});
