import {expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const key = `k-${'57041e57'.repeat(8)}`;
const own = JSON.stringify({providers: {acme: {baseUrl: 'https://llm.acme.example', auth: 'x-api-key', model: 'acme-large'}}});
const setup = JSON.stringify({credential: 'router-key', provider: 'acme', secret: {env: 'ACME_KEY'}});

const machine = (): PretendOptions => ({
	variables: {PATH: '/usr/bin', SHELL: '/bin/bash', ACME_KEY: key},
	files: {
		'/usr/bin/claude': {text: '#!/bin/sh\n', mode: 0o755},
		'~/.config/claude-auth-wizard/providers.json': own,
		'~/acme.json': setup,
	},
	run: async (_, args) => ({state: 'ended', code: 0, stdout: args.includes('--version') ? '2.1.329 (Claude Code)\n' : '', stderr: ''}),
});

/** Wherever an endpoint can be named, the user's own can be. */
it.each([
	['onboard', ['--provider', 'acme', '--secret-env', 'ACME_KEY', '--yes', '--no-live']],
	['repair', ['--repair', '--credential', 'router-key', '--provider', 'acme', '--secret-env', 'ACME_KEY', '--yes', '--no-live']],
	['apply', ['apply', '/home/ada/acme.json', '--no-live']],
	['profiles', ['profiles', 'add', 'work', '--provider', 'acme', '--secret-env', 'ACME_KEY']],
	['export', ['export', '--provider', 'acme', '--shell', 'bash']],
])("%s takes an endpoint of the user's own", async (name, argv) => {
	const home = pretend(machine());
	const {code, out, err} = await typed(argv, {machine: home});
	expect(code, err).toBe(0);
	expect(out + err).not.toContain('57041e57');
	if (name === 'export') expect(out).toMatch(/ANTHROPIC_BASE_URL='https:\/\/llm\.acme\.example'[\s\S]*read -rs ANTHROPIC_API_KEY/);
	if (name === 'profiles' || name === 'export') return;
	const reading = home.files.read('/home/ada/.claude/settings.json');
	expect(JSON.parse(reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : '{}').env).toMatchObject({
		ANTHROPIC_BASE_URL: 'https://llm.acme.example',
		ANTHROPIC_API_KEY: key,
		ANTHROPIC_MODEL: 'acme-large',
		ANTHROPIC_DEFAULT_HAIKU_MODEL: 'acme-large',
	});
});
