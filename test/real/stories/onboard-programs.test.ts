import {chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {Story} from './onboarding.ts';

/** Programs that only this test has, by their scripts. */
function programs(scripts: Readonly<Record<string, string>>): string {
	const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-programs-')));
	for (const [name, text] of Object.entries(scripts)) program(folder, name, text);
	return folder;
}

function program(folder: string, name: string, text: string): void {
	mkdirSync(folder, {recursive: true});
	writeFileSync(path.join(folder, name), `#!/bin/sh\n${text}\n`);
	chmodSync(path.join(folder, name), 0o755);
}

const login = '{"claudeAiOauth":{"accessToken":"sk-ant-oat01-L","refreshToken":"r","expiresAt":4102444800000,"scopes":["user:inference"]}}';
const claudeScript = `
case "$1" in
--version) echo '2.1.329 (Claude Code)' ;;
auth)
	printf 'Paste the code from your browser: '
	read -r code
	[ -n "\${ANTHROPIC_API_KEY+set}" ] && echo 'a key is in the way'
	/bin/mkdir -p "$HOME/.claude"
	[ "$code" = good ] && printf '%s' '${login}' > "$HOME/.claude/.credentials.json"
	echo "Signed in with $code." ;;
esac`;

let story: Story;
afterEach(() => story.end());

describe('the terminal goes to another program and comes back', () => {
	needing(
		!['/usr/local/bin/claude', '/opt/homebrew/bin/claude'].some(file => existsSync(file)),
		'another claude is installed for all users',
	);

	it('J2: claude signs in, reads its own keys, and the questions go on; the empty key that was in the way is gone', async () => {
		story = await Story.begin({
			files: {'.bashrc': 'export ANTHROPIC_API_KEY=\n'},
			variables: {PATH: programs({claude: claudeScript}), ANTHROPIC_API_KEY: ''},
		});
		const {screen} = story;
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		screen.type('2');
		await screen.sees(/How do you want to sign in/);
		screen.press('enter');
		await screen.sees(/Paste the code from your browser/);
		screen.type('bad\r');
		await screen.until(/No login was saved/);
		await screen.sees(/How do you want to sign in/);
		screen.press('enter');
		await screen.until(/Signed in with bad[\s\S]*Paste the code from your browser/);
		screen.type('good\r');
		await screen.sees(/apply it/);
		screen.type('a');
		await screen.sees(/Prove it with one live prompt/);
		expect(screen.visible()).toMatch(/counted against your plan/);
		screen.type('n');
		expect(await screen.end()).toBe(0);
		expect(screen.text()).not.toContain('a key is in the way');
		expect(screen.text()).toMatch(/Authorization: Bearer, from your saved login/);
		expect(story.read('.bashrc')).not.toContain('ANTHROPIC_API_KEY');
	});

	it('J19: claude is installed by an official command that was shown and chosen', async () => {
		const folder = programs({});
		program(
			folder,
			'npm',
			`echo "npm ran: $*"; printf '%s' "#!/bin/sh\necho '2.1.329 (Claude Code)'" > ${folder}/claude; /bin/chmod 755 ${folder}/claude`,
		);
		story = await Story.begin({variables: {PATH: folder}});
		const {screen} = story;
		await screen.ready();
		await screen.sees(/Shall claude be installed/);
		expect(screen.visible()).toContain('curl -fsSL https://claude.ai/install.sh | bash');
		screen.type('2');
		await screen.until(/npm ran: install -g @anthropic-ai\/claude-code/);
		await screen.until(/claude 2\.1\.329 is installed/);
		await screen.sees(/Which credential do you hold/);
		screen.press('interrupt');
		expect(await screen.end()).toBe(130);
	});
});
