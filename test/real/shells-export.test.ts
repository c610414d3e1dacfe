import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';
import {beforeAll, describe, expect, it} from 'vitest';
import {childEnvironment, freshFolder, mark, printEnvironment, realShells, runLines} from './real-shells.ts';

/** The program in one file, so that a shell can start it as it starts any other. */
const program = path.join(freshFolder(), 'wizard.mjs');
const wizard = `${process.execPath} ${program}`;
const secret = 'sk-Sentinel-4f19c2-0badcafe';

beforeAll(async () => {
	const {outputFiles} = await build({
		entryPoints: [path.join(import.meta.dirname, '..', '..', 'source', 'cli.ts')],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		external: ['react-devtools-core'],
		banner: {js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);"},
		logLevel: 'error',
	});
	writeFileSync(program, outputFiles[0]?.contents ?? '');
});

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
