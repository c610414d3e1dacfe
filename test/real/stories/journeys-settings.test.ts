import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {trusted} from './household.ts';
import {claude, routerSecret, Story, type StoryOptions} from './onboarding.ts';

let story: Story;
const begin = async (options: StoryOptions): Promise<Story> => {
	story = await Story.begin({columns: 110, rows: 50, args: ['--repair'], ...options});
	return story;
};
afterEach(() => story?.end());

const env = `"env": {"ANTHROPIC_BASE_URL": "{gateway}", "ANTHROPIC_AUTH_TOKEN": "${routerSecret}"}`;
const withSettings = (text: string): StoryOptions => ({
	files: {'.claude/settings.json': text, '.claude.json': trusted},
	modes: {'.claude/settings.json': 0o600, '.claude.json': 0o600},
});

describe('J15: a settings file that claude skips without a word', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	it.each([
		[
			'a comment',
			`{\n  // mine\n  "includeCoAuthoredBy": false,\n  ${env}\n}\n`,
			[2, 3],
			`{\n  "includeCoAuthoredBy": false,\n  ${env}\n}\n`,
		],
		['a comma too many', `{\n  ${env},\n}\n`, [3, 1], `{\n  ${env}\n}\n`],
		['a wrong type', `{\n  ${env},\n  "cleanupPeriodDays": "30"\n}\n`, [3, 24], `{\n  ${env}\n}\n`],
	])('%s: named with line and column, mended where it is, every other byte kept', async (_, text, [line, column], mended) => {
		await begin(withSettings(text));
		const before = await story.asks();
		expect(before['a new login shell']?.sent).toEqual([]);
		const {said} = await story.says('doctor');
		const [finding] = said['findings'] as readonly {readonly id: string; readonly evidence: readonly object[]; readonly why: string}[];
		expect(finding).toMatchObject({
			id: 'settings-invalid',
			evidence: [{file: '~/.claude/settings.json', line, column}],
			why: expect.stringMatching(new RegExp(`^Line ${line}, column ${column}: `)),
		});
		expect(await story.says('--repair', '--yes')).toMatchObject({code: 0, said: {changed: true, findings: [], live: {ok: true}}});
		expect(story.read('.claude/settings.json')).toBe(mended.replaceAll('{gateway}', story.gateway.url));
		await story.isProved();
		story.hidesSecrets();
	});

	it('in a terminal: the smallest mend is shown before it is made, and the comments are kept beside', async () => {
		const {screen} = await begin(
			withSettings(
				`{\n  // no advertising\n  "includeCoAuthoredBy": false, /* never */\n  ${env},\n  "permissions": {"allow": "Bash(ls)"},\n}\n`,
			),
		);
		await screen.ready();
		await screen.sees(/Claude Code cannot use settings\.json/);
		expect(screen.visible()).toMatch(
			/-\s+\/\/ no advertising[\s\S]*-\s+"includeCoAuthoredBy": false, \/\* never \*\/[\s\S]*\+\s+"includeCoAuthoredBy": false,\n/,
		);
		screen.type('?');
		await screen.sees(/Line 2, column 3: this is not valid JSON: a comment/);
		screen.type('?');
		screen.press('enter');
		// The wrong type shows only now that the file can be read.
		await screen.sees(/has the wrong type|permissions\.allow/);
		screen.press('enter');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		const folder = path.join(story.home, '.local/state/claude-auth-wizard/comments');
		const [kept = ''] = readdirSync(folder);
		expect(readFileSync(path.join(folder, kept), 'utf8')).toMatch(/\/\/ no advertising[\s\S]*\/\* never \*\//);
		expect(JSON.parse(story.read('.claude/settings.json'))).toMatchObject({includeCoAuthoredBy: false});
		await story.isProved();
		story.hidesSecrets();
	});
});
