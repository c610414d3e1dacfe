import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {consoleKey, exporting, loginFile, savedLogin} from './household.ts';
import {claude, routerSecret, Story, type StoryOptions} from './onboarding.ts';

let story: Story;
const begin = async (options: StoryOptions): Promise<Story> => {
	story = await Story.begin({columns: 100, rows: 40, args: ['--repair'], ...options});
	return story;
};
afterEach(() => story?.end());

const helper = {'.claude/settings.json': `{"includeCoAuthoredBy": false, "apiKeyHelper": "echo ${consoleKey}"}\n`};
const router = {ANTHROPIC_BASE_URL: '{gateway}', ANTHROPIC_AUTH_TOKEN: routerSecret};

describe('J8: a credential from an earlier life', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	const besideLogin: StoryOptions = {
		...exporting({ANTHROPIC_BASE_URL: '{gateway}', ANTHROPIC_API_KEY: routerSecret}, loginFile),
		gateway: {expect: 'x-api-key', reply: 'pongword'},
		carries: ['xApiKey'],
	};

	it('a saved login that a session would send to the router: who wins is shown, and the key is approved', async () => {
		const {screen} = await begin(besideLogin);
		const doctor = story.types('doctor');
		expect(await doctor.end()).toBe(1);
		expect(doctor.text()).toMatch(/claude -p sends[\s\S]*ANTHROPIC_API_KEY[\s\S]*claude \(interactive\)[\s\S]*claude\.ai login/);
		expect(doctor.text()).toMatch(/An interactive session sends the saved login to 127\.0\.0\.1/);
		await screen.ready();
		await screen.sees(/An interactive session sends the saved login/);
		screen.press('enter');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		await theLoginRests();
	});

	it('the same with --yes: nobody is logged out', async () => {
		await begin(besideLogin);
		expect(await story.says('--repair', '--yes')).toMatchObject({code: 0, said: {changed: true, findings: [], live: {ok: true}}});
		await theLoginRests();
	});

	it('an apiKeyHelper beside the token: the one that is chosen stays, and the other goes', async () => {
		const {screen} = await begin(exporting(router, helper));
		const doctor = story.types('doctor');
		expect(await doctor.end()).toBe(1);
		expect(doctor.text()).toMatch(/Two credentials go out with every request[\s\S]*apiKeyHelper[\s\S]*~\/\.claude\/settings\.json:1/);
		await screen.ready();
		await screen.sees(/Which credential do you mean/);
		expect(screen.visible()).toMatch(/❯ .*ANTHROPIC_AUTH_TOKEN[\s\S]*What the apiKeyHelper prints/);
		screen.press('enter');
		await screen.sees(/can be mended here/);
		screen.press('enter');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		await theHelperIsGone();
	});

	it('the same with --yes: refused, and the command that decides it is given', async () => {
		await begin(exporting(router, helper));
		const before = story.read('.claude/settings.json');
		const asked = await story.runs(['--repair', '--yes']);
		expect(asked.code).toBe(3);
		expect(story.read('.claude/settings.json')).toBe(before);
		const command = /wizard (--repair .*--secret-env ANTHROPIC_AUTH_TOKEN)/.exec(asked.stderr)?.[1] ?? '';
		expect(await story.says(...command.split(' '), '--yes')).toMatchObject({code: 0, said: {live: {ok: true}}});
		await theHelperIsGone();
	});

	it('a key that /login saved goes out beside the token: it is taken away', async () => {
		const state = `{"hasCompletedOnboarding": true, "primaryApiKey": "${consoleKey}", "theme": "light-daltonized"}`;
		await begin(exporting(router, {'.claude.json': state}));
		const doctor = await story.says('doctor');
		expect(doctor).toMatchObject({code: 1, said: {request: {headless: {xApiKey: {variable: 'primaryApiKey'}}}}});
		expect(await story.says('--repair', '--yes')).toMatchObject({code: 0, said: {live: {ok: true}}});
		expect(JSON.parse(story.read('.claude.json'))).not.toHaveProperty('primaryApiKey');
		expect(JSON.parse(story.read('.claude.json'))).toMatchObject({theme: 'light-daltonized'});
		await story.isProved();
		story.hidesSecrets(consoleKey);
	});

	/** It is still saved, and no request carries it: neither one of -p nor one of a session. */
	async function theLoginRests(): Promise<void> {
		expect(story.read('.claude/.credentials.json')).toBe(loginFile['.claude/.credentials.json']);
		await story.isProved();
		const sent = await story.talks();
		expect(sent.length).toBeGreaterThan(0);
		for (const {carried} of sent) expect([carried.authorization, carried.xApiKey?.value.reveal() === routerSecret]).toEqual([null, true]);
		story.hidesSecrets(savedLogin.accessToken, savedLogin.refreshToken);
	}

	async function theHelperIsGone(): Promise<void> {
		const settings = JSON.parse(story.read('.claude/settings.json'));
		expect([settings.includeCoAuthoredBy, settings.apiKeyHelper]).toEqual([false, undefined]);
		await story.isProved();
		story.hidesSecrets(consoleKey);
	}
});
