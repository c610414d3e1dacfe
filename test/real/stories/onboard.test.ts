import {existsSync} from 'node:fs';
import path from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {claude, routerSecret, Story, type StoryOptions} from './onboarding.ts';

const stale = 'sk-or-v1-0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0ld0';
const consoleKey = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;

let story: Story;
const begin = async (options: StoryOptions): Promise<Story> => {
	story = await Story.begin(options);
	return story;
};
afterEach(() => story?.end());

describe('a first time at the wizard, with the real claude', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	it('J3: a router key in ANTHROPIC_API_KEY ends in ANTHROPIC_AUTH_TOKEN, and the old one is gone', async () => {
		const {screen, home} = await begin({
			files: {
				'.bashrc': `alias ll='ls -l'\nexport ANTHROPIC_API_KEY=${routerSecret}\n`,
				'.claude/settings.json': `{"env": {"ANTHROPIC_API_KEY": "${routerSecret}"}}`,
			},
			variables: {ANTHROPIC_API_KEY: routerSecret},
		});
		await story.answerRouter();
		screen.paste(routerSecret);
		await screen.sees(/This is an OpenRouter key/);
		screen.press('enter');
		await story.agree();
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		const text = screen.text();
		expect(text).toMatch(/Header +Authorization: Bearer, from ANTHROPIC_AUTH_TOKEN/);
		expect(text).toMatch(/Undo +wizard undo /);
		expect(JSON.parse(story.read('.claude/settings.json')).env).toMatchObject({ANTHROPIC_API_KEY: ''});
		expect(story.read('.bashrc')).toBe("alias ll='ls -l'\n");
		await story.isProved();
		story.hidesSecrets();
		expect(existsSync(path.join(home, '.claude.json'))).toBe(true);
	});

	it('J4: with both variables set the one that was pasted is kept', async () => {
		const {screen} = await begin({
			files: {
				'.bashrc': `export ANTHROPIC_API_KEY=${stale}\nexport ANTHROPIC_AUTH_TOKEN=${stale}x\n`,
				'work/.claude/settings.local.json': `{"env": {"ANTHROPIC_API_KEY": "${stale}"}}`,
			},
			variables: {ANTHROPIC_API_KEY: stale, ANTHROPIC_AUTH_TOKEN: `${stale}x`},
		});
		await story.answerRouter();
		screen.paste(routerSecret);
		screen.press('enter');
		await story.agree();
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		await story.isProved();
		story.hidesSecrets(stale);
	});

	it('J6: a damaged paste is mended where that is safe, and asked for again where not', async () => {
		const {screen} = await begin({});
		await story.answerRouter();
		screen.paste('sk-or-v1-your-key-here');
		await screen.sees(/placeholder/);
		screen.press('enter');
		await screen.sees(/nothing is shown here/);
		screen.paste(`export OPENROUTER_API_KEY="Bearer ${routerSecret}"\n`);
		await screen.sees(/Taken off: the variable's name before it, quotes around it, the word Bearer/);
		screen.press('enter');
		await story.agree();
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		await story.isProved();
		story.hidesSecrets();
	});

	it('J7: a key of another product is named, and set up as what it is', async () => {
		const {screen, home} = await begin({});
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		screen.type('1');
		await screen.sees(/Paste your Console key/);
		screen.paste(routerSecret);
		screen.press('enter');
		await screen.sees(/It belongs elsewhere/);
		expect(screen.visible()).toMatch(/This is an OpenRouter key/);
		screen.press('enter');
		await screen.sees(/Where shall it be kept/);
		expect(screen.visible()).toMatch(/Router or gateway key › OpenRouter › key given/);
		screen.press('interrupt');
		expect(await screen.end()).toBe(130);
		expect(screen.text()).toMatch(/Nothing was changed/);
		expect(existsSync(path.join(home, '.claude', 'settings.json'))).toBe(false);
		story.hidesSecrets();
	});

	it('J9: an address without its prefix is told from a wrong model, and the form that answers is proposed', async () => {
		const {screen, gateway} = await begin({gateway: {prefix: '/api'}});
		await story.answerRouter(gateway.url.replace('/api', ''));
		screen.paste(routerSecret);
		screen.press('enter');
		await story.agree();
		await screen.sees(/What now\?/);
		expect(screen.visible()).toMatch(/\/api answers as claude needs it/);
		screen.press('enter');
		await screen.sees(/apply it/);
		screen.type('a');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		await story.isProved();
		story.hidesSecrets();
	});

	it('J13: a relay that admits only Claude Code is judged by claude alone', async () => {
		const {screen} = await begin({gateway: {clients: 'claude-code'}});
		await story.answerRouter();
		screen.paste(routerSecret);
		screen.press('enter');
		await story.agree();
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		await story.isProved();
		story.hidesSecrets();
	});

	it('J1: a declined Console key is approved, so that an interactive session takes it', async () => {
		const {screen} = await begin({
			secret: consoleKey,
			files: {'.claude.json': `{"customApiKeyResponses": {"approved": [], "rejected": ["${consoleKey.slice(-20)}"]}}`},
		});
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		screen.type('1');
		await screen.sees(/Paste your Console key/);
		screen.paste(`${consoleKey}\n`);
		await screen.sees(/This is an Anthropic Console key/);
		screen.press('enter');
		await screen.sees(/Where shall it be kept/);
		screen.press('enter');
		await screen.sees(/apply it/);
		expect(screen.visible()).toMatch(/Take back the No/);
		screen.type('a');
		await screen.sees(/Prove it with one live prompt/);
		expect(screen.visible()).toMatch(/Asks +https:\/\/api\.anthropic\.com/);
		screen.type('n');
		expect(await screen.end()).toBe(0);
		expect(JSON.parse(story.read('.claude.json')).customApiKeyResponses).toEqual({approved: [consoleKey.slice(-20)], rejected: []});
		story.hidesSecrets(consoleKey.slice(-20));
	});
});

describe('whatever the terminal is like', () => {
	it.each([
		['CI=1', {CI: '1'}],
		['DEV=true', {DEV: 'true'}],
		['NO_COLOR=1', {NO_COLOR: '1'}],
		['LANG=C', {LANG: 'C', LC_ALL: 'C'}],
	])('asks its first question with %s', async (_, variables) => {
		const {screen} = await begin({variables});
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		if ('NO_COLOR' in variables) expect(screen.raw).not.toMatch(/\x1b\[(?:3\d|9\d|1|2)m/);
		if ('LANG' in variables) expect(screen.raw).toMatch(/^[\x00-\x7F]*$/);
		screen.press('interrupt');
		expect(await screen.end()).toBe(130);
	});

	it('fits 40 columns and 24 rows, and a window that changes', async () => {
		const {screen} = await begin({columns: 40});
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		screen.type('3');
		await screen.sees(/Whose key is it/);
		screen.resize(100, 30);
		screen.type('deep');
		await screen.sees(/❯ DeepSeek/);
		screen.press('escape');
		await screen.sees(/OpenRouter/);
		screen.press('escape');
		await screen.sees(/Which credential do you hold/);
		screen.press('interrupt');
		expect(await screen.end()).toBe(130);
	});

	it('goes back without losing an answer, and leaves with nothing written', async () => {
		const {screen, home} = await begin({});
		await story.answerRouter();
		screen.paste(routerSecret);
		screen.press('enter');
		await screen.sees(/Where shall it be kept/);
		screen.press('escape');
		await screen.sees(/kept: Enter uses it again/);
		screen.press('escape');
		await screen.sees(/Whose key is it/);
		screen.press('enter');
		await screen.sees(/At which address/);
		expect(screen.visible()).toContain(story.gateway.url);
		screen.press('enter');
		await screen.sees(/kept: Enter uses it again/);
		screen.press('enter');
		await screen.sees(/Where shall it be kept/);
		screen.press('interrupt');
		expect(await screen.end()).toBe(130);
		expect(existsSync(path.join(home, '.claude'))).toBe(false);
		story.hidesSecrets();
	});

	it('shows nothing of what was typed before it was ready', async () => {
		const {screen} = await begin({});
		await screen.ready();
		screen.type(routerSecret);
		await screen.sees(/Which credential do you hold/);
		screen.paste(routerSecret);
		await screen.sees(/Nothing is pasted here/);
		screen.press('interrupt');
		expect(await screen.end()).toBe(130);
		story.hidesSecrets();
	});

	it('talks in plain lines to TERM=dumb: no byte moves the cursor back', async () => {
		const {screen} = await begin({variables: {TERM: 'dumb'}});
		await screen.until(/Number, < goes back|Number:/);
		screen.type('3\r');
		await screen.until(/Number or name/);
		screen.type('another\r');
		await screen.until(/At which address[\s\S]*Text/);
		screen.type(`${story.gateway.url}\r`);
		await screen.until(/Secret, not shown/);
		screen.type(`${routerSecret}\r`);
		await screen.until(/Where shall it be kept[\s\S]*Number/);
		screen.type('1\r');
		await screen.until(/apply it[\s\S]*Letter/);
		screen.type('q\r');
		expect(await screen.end()).toBe(130);
		expect(screen.raw).not.toContain('\x1b');
		story.hidesSecrets();
	});
});
