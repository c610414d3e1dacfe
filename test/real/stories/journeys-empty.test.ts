import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {exporting, loginFile, savedLogin} from './household.ts';
import {claude, routerSecret, Story, type StoryOptions} from './onboarding.ts';
import {namespaces} from './own-network.ts';

let story: Story;
const begin = async (options: StoryOptions): Promise<Story> => {
	story = await Story.begin({columns: 100, rows: 40, ...options});
	return story;
};
afterEach(() => story?.end());

describe('J5: a credential variable with nothing in it', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	describe('at api.anthropic.com and at OpenRouter, in a network of its own', () => {
		needing(typeof namespaces !== 'string', String(namespaces));

		it.each([
			['empty', ''],
			['white space', '   '],
		])('%s, while a saved login fills in: the line is named, and goes', async (_, value) => {
			const {screen} = await begin({
				...exporting({ANTHROPIC_API_KEY: value}, loginFile),
				host: 'api.anthropic.com',
				secret: savedLogin.accessToken,
				args: ['--repair'],
			});
			const doctor = story.types('doctor');
			// White space is none for 2.1.329, and goes out as an empty header from older ones.
			expect(await doctor.end()).toBeLessThanOrEqual(1);
			expect(doctor.text()).toMatch(
				/ANTHROPIC_API_KEY is set, but holds nothing[\s\S]*~\/\.bashrc:2[\s\S]*(?:uses the saved login|goes out)/,
			);
			await screen.ready();
			await screen.sees(/ANTHROPIC_API_KEY is set, but holds nothing/);
			screen.press('enter');
			await screen.sees(/Prove it with one live prompt/);
			screen.press('enter');
			await screen.until(/claude works: it answered/);
			expect(await screen.end()).toBe(0);
			expect(story.read('.bashrc')).toBe("alias ll='ls -l'\n");
			await story.isProved();
			story.hidesSecrets(savedLogin.refreshToken);
		});

		it('empty because OpenRouter wants it so: that it is right is said, and nothing is changed', async () => {
			const options = exporting({
				ANTHROPIC_BASE_URL: 'https://openrouter.ai/api',
				ANTHROPIC_AUTH_TOKEN: routerSecret,
				ANTHROPIC_API_KEY: '',
			});
			const {screen} = await begin({...options, host: 'openrouter.ai', gateway: {prefix: '/api'}, args: ['doctor']});
			expect(await screen.end()).toBe(0);
			expect(screen.text()).toMatch(/empty, and that is right: OpenRouter asks for it[\s\S]*Nothing wrong found/);
			const before = story.read('.bashrc');
			expect(await story.says('--repair', '--yes')).toMatchObject({code: 0, said: {changed: false, live: {ok: true}}});
			expect(story.read('.bashrc')).toBe(before);
			await story.isProved();
			story.hidesSecrets();
		});
	});

	it('white space, and a router key somewhere else: the one goes, the other is proved', async () => {
		await begin(exporting({ANTHROPIC_API_KEY: '  ', ANTHROPIC_AUTH_TOKEN: routerSecret, ANTHROPIC_BASE_URL: '{gateway}'}));
		const {said} = await story.says('doctor');
		expect(said).toMatchObject({request: {headless: {authorization: {variable: 'ANTHROPIC_AUTH_TOKEN'}}}});
		expect(await story.says('--repair', '--yes')).toMatchObject({code: 0, said: {findings: [], live: {ok: true}}});
		await story.isProved();
		story.hidesSecrets();
	});
});
