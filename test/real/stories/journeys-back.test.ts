import {utimesSync} from 'node:fs';
import path from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {names, snapshot} from './home.ts';
import {consoleKey, exporting} from './household.ts';
import {claude, routerSecret, Story, type StoryOptions} from './onboarding.ts';

let story: Story;
const begin = async (options: StoryOptions): Promise<Story> => {
	story = await Story.begin({columns: 110, rows: 45, ...options});
	return story;
};
afterEach(() => story?.end());

const asked = ['--repair', '--yes', '--credential', 'router-key', '--base-url', '{gateway}', '--secret-env', 'GATEWAY_KEY'];
/** A stale Console key in the way, files with modes of their own, and a settings file with a comment, tabs and CRLF. */
const broken: StoryOptions = (() => {
	const home = exporting(
		{ANTHROPIC_API_KEY: consoleKey, GATEWAY_KEY: routerSecret},
		{
			'.zshrc': `export ANTHROPIC_API_KEY=${consoleKey} # no newline at the end`,
			'.claude/settings.json': `{\r\n\t"big": 12345678901234567890, // mine\r\n\t"env": {"ANTHROPIC_API_KEY": "${consoleKey}"},\r\n}`,
		},
	);
	return {...home, modes: {...home.modes, '.bashrc': 0o640, '.zshrc': 0o600, '.claude/settings.json': 0o644}};
})();

describe('J20: what was there before, after a repair', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	it('one undo gives back every byte and every mode, whatever rounds there were', async () => {
		await begin(broken);
		const before = ofTheUser();
		// Without a prompt, so that claude itself writes nothing.
		const {code, said} = await story.says(...asked, '--no-live');
		expect([code, said['changed']]).toEqual([0, true]);
		const rounds = [...(said['undoEarlier'] as readonly string[]), said['undo']];
		expect(rounds.length).toBe(2);
		await story.isProved();
		const undo = story.types('undo');
		await undo.until(/Take this change back\?/);
		undo.type('y\r');
		expect(await undo.end()).toBe(0);
		for (const id of rounds) expect(undo.text()).toContain(`${id} is undone`);
		const after = ofTheUser();
		// claude keeps a diary of its own in .claude.json: there only what is the user's counts.
		expect({...after, '.claude.json': null}).toEqual({...before, '.claude.json': null});
		expect(JSON.parse(story.read('.claude.json'))).toMatchObject({hasCompletedOnboarding: true});
		story.hidesSecrets(consoleKey);
	});

	it('the same before claude ran: .claude.json too', async () => {
		await begin(broken);
		const before = snapshot(story.home);
		const {said} = await story.says(...asked, '--no-live');
		expect(snapshot(story.home)).not.toEqual(before);
		const {undo, undoEarlier} = said;
		expect(await story.says('undo', String(undo), '--yes')).toMatchObject({code: 0, said: {undone: undo, undoneEarlier: undoEarlier}});
		expect(snapshot(story.home)).toEqual(before);
		story.hidesSecrets(consoleKey);
	});

	/** Without what claude itself has made since. */
	function ofTheUser(): Readonly<Record<string, unknown>> {
		const all = snapshot(story.home);
		return Object.fromEntries(Object.keys(broken.files ?? {}).map(name => [name, all[name]]));
	}
});

describe('J23: somebody is done with the wizard', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	const repaired = {...exporting({ANTHROPIC_API_KEY: consoleKey, GATEWAY_KEY: routerSecret}), args: ['uninstall']};

	it('a later export meets a mask: doctor says so, and since when', async () => {
		await begin(repaired);
		expect(await story.says(...asked)).toMatchObject({code: 0, said: {masked: [{variable: 'ANTHROPIC_API_KEY'}]}});
		expect(JSON.stringify((await story.says('doctor')).said['findings'])).not.toContain('masked-by-wizard');
		story.write('.bashrc', `${story.read('.bashrc')}export ANTHROPIC_API_KEY="${consoleKey}x"\n`);
		const later = Date.now() / 1000 + 3600;
		utimesSync(path.join(story.home, '.bashrc'), later, later);
		const doctor = story.types('doctor');
		expect(await doctor.end()).toBe(0);
		const today = new Date().toISOString().slice(0, 10);
		expect(doctor.text()).toMatch(new RegExp(`ANTHROPIC_API_KEY was masked by the wizard on ${today}[\\s\\S]*~/\\.bashrc:3`));
		await story.isProved();
		story.hidesSecrets(consoleKey);
	});

	it('uninstall takes out blocks, masks, the key and the history, and leaves what is the user’s', async () => {
		const {screen} = await begin({...repaired, args: asked});
		expect(await screen.end()).toBe(0);
		await story.isProved();
		const out = story.types('uninstall');
		await out.until(/Take all of this out\?/);
		out.type('y\r');
		await out.until(/Also remove the history and the backups/);
		out.type('y\r');
		expect(await out.end()).toBe(0);
		expect(names(story.home).filter(name => name.includes('claude-auth-wizard'))).toEqual([]);
		expect(names(story.home)).not.toContain('.claude/settings.json');
		expect(story.read('.bashrc')).toBe(`alias ll='ls -l'\nexport GATEWAY_KEY="${routerSecret}"\n`);
		// A later export counts again: nothing masks it.
		story.write('.bashrc', `export ANTHROPIC_BASE_URL={gateway} ANTHROPIC_AUTH_TOKEN=${routerSecret}\n`);
		const {'a new login shell': fresh} = await story.asks();
		expect(fresh?.said).toContain('ok');
		story.hidesSecrets(consoleKey);
	});
});
