import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {childEnvironment, freshFolder, mark, printEnvironment, realShells, runLines} from './real-shells.ts';

/** The program as it is shipped, which a shell starts as it starts any other. */
const program = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const wizard = `${process.execPath} ${program}`;
const secret = 'sk-Sentinel-4f19c2-0badcafe';

const router = 'export --credential router-key --base-url https://gw.example.test --form literal --secret-env GW_KEY';

describe.each(realShells.filter(real => real.shell.evaluate('true') !== null).map(real => [mark(real), real] as const))('%s', (_, real) => {
	it.skipIf(real.path === null)('is recognised as the shell that asks, and takes in what it is given', () => {
		const {environments, output} = runLines(real, [real.shell.evaluate(`${wizard} ${router}`) ?? '', printEnvironment(real)], {
			SHELL: '/usr/bin/nothing',
			GW_KEY: secret,
			ANTHROPIC_API_KEY: 'stale',
		});
		expect(output).toBe('');
		expect(environments[0]).toMatchObject({ANTHROPIC_AUTH_TOKEN: secret, ANTHROPIC_BASE_URL: 'https://gw.example.test'});
		expect(environments[0]?.['ANTHROPIC_API_KEY'] ?? '').toBe('');
	});
});

describe('under npm, which puts a shell of its own between', () => {
	it.skipIf(process.platform === 'win32')('the shell above is meant', () => {
		const home = freshFolder();
		const run = (line: string) =>
			spawnSync('bash', ['--norc', '-c', line], {env: {...childEnvironment(home), SHELL: '/bin/zsh'}, encoding: 'utf8'}).stdout;
		expect(run(`sh -c "${wizard} export --credential console-key --json"; true`)).toContain('"shell":"bash"');
		expect(run(`sh -c 'echo "$(${wizard} export --credential console-key --json)"'; true`)).toContain('"shell":"sh"');
	});
});
