import {expect, test} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {keepInSettings} from '../../source/stores/settings.ts';

test('says of a value that is wanted empty that it is', () => {
	const kept = keepInSettings(
		{
			title: 'a key',
			set: [
				{name: 'ANTHROPIC_AUTH_TOKEN', value: {kind: 'secret', secret: new Secret('sk-or-v1-0123')}},
				{name: 'ANTHROPIC_API_KEY', value: {kind: 'plain', text: ''}},
			],
			unset: [],
		},
		'/home/ada/.claude/settings.json',
	);
	expect(kept.state === 'kept' && kept.edits.map(({summary}) => summary)).toEqual([
		'Set ANTHROPIC_AUTH_TOKEN',
		'Set ANTHROPIC_API_KEY to nothing',
	]);
});
