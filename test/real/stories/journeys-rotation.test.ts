import {afterEach, describe, expect, it} from 'vitest';
import {leaks} from '../../helpers/leaks.ts';
import {needing} from '../../helpers/needing.ts';
import {exporting} from './household.ts';
import {claude, routerSecret as old, Story, type StoryOptions} from './onboarding.ts';

const next = 'sk-or-v1-4e84e84e84e84e84e84e84e84e84e84e84e84e84e84e84e84e84e84e84e84e84';

let story: Story;
afterEach(() => story?.end());

/** Old copies in four places that claude reads, one of another tool, and one under another program's name. */
const copies: StoryOptions = {
	...exporting(
		{ANTHROPIC_AUTH_TOKEN: old, OPENROUTER_API_KEY: old},
		{
			'.zshrc': `# mine\nexport ANTHROPIC_AUTH_TOKEN=${old}\n`,
			'.config/fish/config.fish': `set -gx ANTHROPIC_AUTH_TOKEN ${old}\nset -gx EDITOR vi\n`,
			'.claude/settings.json': `{\n  "includeCoAuthoredBy": false,\n  "env": {"ANTHROPIC_BASE_URL": "{gateway}", "ANTHROPIC_AUTH_TOKEN": "${old}"}\n}\n`,
			'work/.claude/settings.local.json': `{"env": {"ANTHROPIC_AUTH_TOKEN": "${old}", "MINE": "1"}}\n`,
			'work/.env': `PORT=1\nANTHROPIC_AUTH_TOKEN=${old}\n`,
			'new-key': `${next}\n`,
		},
	),
	secret: next,
	columns: 110,
	rows: 45,
};

describe('J22: a key is rotated', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	it('by command: every copy of ours is replaced or gone, and the other is named', async () => {
		story = await Story.begin(copies);
		const ended = await story.runs(['--repair', '--yes', '--secret-stdin'], `${next}\n`);
		expect(ended.code).toBe(0);
		expect(ended.stdout).toMatch(/The old key is also in OPENROUTER_API_KEY, ~\/\.bashrc:2/);
		await isRotated();
	});

	it('in a terminal: the same, and each copy is shown before it goes', async () => {
		story = await Story.begin({...copies, args: ['--repair', '--secret-command', 'cat {home}/new-key']});
		const {screen} = story;
		await screen.ready();
		await screen.sees(/can be mended here/);
		screen.press('enter');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		expect(screen.text()).toMatch(/OPENROUTER_API_KEY[\s\S]*~\/\.bashrc:2/);
		await isRotated();
	});

	async function isRotated(): Promise<void> {
		expect(story.read('.bashrc')).toBe(`alias ll='ls -l'\nexport OPENROUTER_API_KEY="${old}"\n`);
		expect(story.read('.zshrc')).toBe('# mine\n');
		expect(story.read('.config/fish/config.fish')).toBe('set -gx EDITOR vi\n');
		expect(story.read('work/.env')).toBe('PORT=1\n');
		expect(JSON.parse(story.read('work/.claude/settings.local.json'))).toEqual({env: {MINE: '1'}});
		const settings = story.read('.claude/settings.json');
		expect([JSON.parse(settings).includeCoAuthoredBy, settings.includes(next), leaks(settings, [old]).length]).toEqual([false, true, 0]);
		await story.isProved();
		story.hidesSecrets(old);
	}
});
