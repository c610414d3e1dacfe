import {existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {installed} from '../../helpers/needs.ts';
import {LocalRegistry} from './local-registry.ts';
import {claude, routerSecret, Story} from './onboarding.ts';

/** A machine that has npm, and no claude yet: everything of PATH but that, and where npm's programs will come. */
function pathWithoutClaude(): string {
	const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'no-claude-')));
	for (const program of ['node', 'npm', 'sh', 'bash', 'cat', 'uname', 'ldd', 'getconf']) {
		const file = installed(program);
		if (file !== null) symlinkSync(realpathSync(file), path.join(folder, program));
	}
	return folder;
}

describe('J19: no claude is there', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	needing(installed('npm') !== null, 'npm is not installed');
	needing(process.platform === 'linux', 'the package is packed again with the tar of Linux');
	needing(
		!['/usr/local/bin/claude', '/usr/bin/claude', '/opt/homebrew/bin/claude'].some(file => existsSync(file)),
		'another claude is installed for all users',
	);

	let story: Story | undefined;
	let registry: LocalRegistry | undefined;
	let folder = '';
	afterEach(async () => {
		await story?.end();
		await registry?.close();
		if (folder !== '') rmSync(folder, {recursive: true, force: true});
	});

	it('the real npm installs the real claude by the command that was chosen, and the journey ends in a proof', async () => {
		registry = await LocalRegistry.open(claude ?? '');
		folder = pathWithoutClaude();
		story = await Story.begin({
			files: {
				'.npmrc': `registry=${registry.url}\nprefix=\${HOME}/.npm-global\ncache=\${HOME}/.npm\naudit=false\nupdate-notifier=false\n`,
				'.bashrc': `export ANTHROPIC_API_KEY=${routerSecret}\n`,
			},
			variables: {PATH: folder, ANTHROPIC_API_KEY: routerSecret},
		});
		const {screen} = story;
		await screen.ready();
		await screen.sees(/Shall claude be installed/);
		expect(screen.visible()).toContain('npm install -g @anthropic-ai/claude-code');
		screen.type('2');
		await screen.until(/claude \d+\.\d+\.\d+ is installed/);
		expect([...registry.given].sort()[0]).toBe('claude-code');
		await story.answerRouter();
		screen.paste(routerSecret);
		await screen.sees(/This is an OpenRouter key/);
		screen.press('enter');
		await story.agree();
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		await story.isProved(path.join(story.home, '.npm-global', 'bin', 'claude'));
		story.hidesSecrets();
	});
});
