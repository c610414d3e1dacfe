import {expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const key = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;

/** A key of the Console and a subscription have one address alone: who names them has named it. */
it('proves it where only another endpoint was set up before', async () => {
	const variables = {ANTHROPIC_BASE_URL: 'https://old-relay.example', ANTHROPIC_AUTH_TOKEN: 'gw_0123456789abcdef0123'};
	const machine = pretend({variables, files: {'~/.claude.json': '{"hasCompletedOnboarding": true}'}});
	const {err} = await typed(['--repair', '--yes', '--credential', 'console-key', '--secret-stdin'], {machine, input: `${key}\n`});
	expect(err).not.toContain('was not set up here before');
	expect(err).toContain('No claude that runs was found');
});
