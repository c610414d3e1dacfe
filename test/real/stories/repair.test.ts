import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {claude, routerSecret, Story, type StoryOptions} from './onboarding.ts';

const old = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;

let story: Story;
const begin = async (options: StoryOptions): Promise<Story> => {
	story = await Story.begin({args: ['--repair'], ...options});
	return story;
};
afterEach(() => story?.end());

/** Two credentials in the shell, one of which the gateway takes, and a settings file that claude skips for its comment. */
const twoKeys: StoryOptions = {
	files: {
		'.bashrc': `alias ll='ls -l'\nexport ANTHROPIC_API_KEY=${old}\nexport ANTHROPIC_AUTH_TOKEN=${routerSecret}\nexport ANTHROPIC_BASE_URL={gateway}\n`,
		'.claude/settings.json': `{\n  "model": "opus", // mine\n  "env": {"ANTHROPIC_API_KEY": "${old}"}\n}\n`,
		'.claude.json': '{"hasCompletedOnboarding": true}',
	},
	variables: {ANTHROPIC_API_KEY: old, ANTHROPIC_AUTH_TOKEN: routerSecret, ANTHROPIC_BASE_URL: '{gateway}'},
};

describe('wizard --repair in a terminal, with the real claude', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	it('J4, J15: the broken file first, then what competes; what is switched off stays', async () => {
		const {screen} = await begin({
			...twoKeys,
			args: ['--repair', '--credential', 'router-key', '--base-url', '{gateway}', '--secret-env', 'ANTHROPIC_AUTH_TOKEN'],
			files: {...twoKeys.files, '.zshrc': 'export ANTHROPIC_CUSTOM_HEADERS="X-Old: 1"\n'},
		});
		await screen.ready();
		await screen.sees(/Claude Code cannot use settings\.json/);
		expect(screen.visible()).toMatch(/One thing to mend first/);
		screen.press('enter');
		await screen.sees(/Two credentials go out with every request/);
		await screen.sees(/ANTHROPIC_CUSTOM_HEADERS would compete/);
		screen.press('down');
		await screen.sees(/❯ 2 \[x\]/);
		screen.type('?');
		await screen.sees(/Found +ANTHROPIC_AUTH_TOKEN/);
		screen.type('?');
		const at = /(\d) \[x\] ANTHROPIC_CUSTOM_HEADERS/.exec(screen.visible())?.[1] ?? '';
		screen.type(at);
		await screen.sees(new RegExp(`❯ ${at} `));
		screen.press('space');
		await screen.sees(/\[ \] ANTHROPIC_CUSTOM_HEADERS/);
		screen.press('enter');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		expect(screen.text()).toMatch(/Undo +wizard undo /);
		expect(story.read('.bashrc')).toBe("alias ll='ls -l'\n");
		expect(story.read('.zshrc')).toContain('X-Old: 1');
		expect(JSON.parse(story.read('.claude/settings.json'))).toMatchObject({model: 'opus', env: {ANTHROPIC_API_KEY: ''}});
		await story.isProved();
		story.hidesSecrets(old);
	});

	it('J4: without options it keeps the key that the address could take, where it stands', async () => {
		const {screen} = await begin(twoKeys);
		await screen.ready();
		await screen.sees(/One thing to mend first/);
		screen.press('enter');
		await screen.sees(/Two credentials go out with every request/);
		screen.press('enter');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		expect(story.read('.bashrc')).toMatch(/^alias ll='ls -l'\nexport ANTHROPIC_AUTH_TOKEN=/);
		await story.isProved();
		story.hidesSecrets(old);
	});

	it('J3: a key that the router wants in the other header is moved there, once a prompt was refused', async () => {
		const {screen} = await begin({
			files: {
				'.bashrc': `export ANTHROPIC_API_KEY=${routerSecret}\nexport ANTHROPIC_BASE_URL={gateway}\n`,
				'.claude.json': '{"hasCompletedOnboarding": true}',
			},
			variables: {ANTHROPIC_API_KEY: routerSecret, ANTHROPIC_BASE_URL: '{gateway}'},
		});
		await screen.ready();
		await screen.sees(/can be mended here|Prove it with one live prompt/);
		if (/can be mended here/.test(screen.visible())) {
			screen.press('enter');
			await screen.sees(/Prove it with one live prompt/);
		}
		screen.press('enter');
		await screen.sees(/Keep the key for 127\.0\.0\.1/);
		screen.press('enter');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		await story.isProved();
		story.hidesSecrets();
	});

	it('leaves with nothing written', async () => {
		const {screen} = await begin(twoKeys);
		await screen.ready();
		await screen.sees(/One thing to mend first/);
		screen.press('escape');
		await screen.until(/Nothing was changed/);
		expect(await screen.end()).toBe(130);
		expect(story.read('.claude/settings.json')).toContain('// mine');
	});
});
