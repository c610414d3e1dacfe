import {execFileSync} from 'node:child_process';
import {mkdirSync, realpathSync, symlinkSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {OpenaiShaped} from '../openai-shaped.ts';
import {claude, Story, type StoryOptions} from './onboarding.ts';
import {homeEnvironment} from './screen.ts';

const ccr = process.env['WIZARD_TEST_CCR'] ?? null;
const good = 'sk-or-v1-600d600d600d600d600d600d600d600d';
const bad = 'sk-or-v1-badbadbadbadbadbadbadbadbadbadba';
const stale = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;
const model = 'openai/gpt-test';

describe('J12: a key for an OpenAI-compatible service, by the questions', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	needing(ccr !== null, 'no claude-code-router is installed for the tests: npm run test:real');
	let story: Story | undefined;
	let service: OpenaiShaped | undefined;

	/** A home with ccr and claude, settings of ccr, and old keys in the terminal and in a startup file. */
	async function open(more: StoryOptions & {readonly providers?: (url: string) => object} = {}) {
		service = await OpenaiShaped.open({good: [good], broke: '', model});
		const port = await freePort();
		const {providers = () => ({Providers: [], Router: {}}), variables, ...options} = more;
		const settings = JSON.stringify({PORT: port, HOST: '127.0.0.1', LOG: false, ...providers(service.url)}, null, 2);
		story = await Story.begin({
			secret: good,
			rows: 40,
			files: {
				'.claude-code-router/config.json': settings.replace('{', '{\n  // mine'),
				'.bashrc': `export ANTHROPIC_API_KEY=${stale}\nexport OPENAI_API_KEY=${bad}\n`,
			},
			modes: {'.claude-code-router/config.json': 0o600},
			variables: {
				PATH: `{home}/bin${path.delimiter}${process.env['PATH'] ?? ''}`,
				ANTHROPIC_API_KEY: stale,
				OPENAI_API_KEY: bad,
				OPENAI_BASE_URL: 'http://127.0.0.1:9',
				...variables,
			},
			...options,
		});
		const {home} = story;
		mkdirSync(path.join(home, 'bin'));
		for (const [name, file] of [
			['claude', claude],
			['ccr', ccr],
		] as const)
			symlinkSync(realpathSync(file ?? ''), path.join(home, 'bin', name));
		return {story, service, port};
	}

	afterEach(async () => {
		if (story !== undefined)
			execFileSync(path.join(story.home, 'bin', 'ccr'), ['stop'], {env: homeEnvironment(story.home), stdio: 'ignore'});
		await story?.end();
		await service?.close();
	});

	it('a refused key is asked for again, the translator is set up and started, and claude works through it', async () => {
		const {story, service, port} = await open();
		const {screen} = story;
		const host = new URL(service.url).host;
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		screen.type('4');
		await screen.sees(/Which service does the proxy ask/);
		screen.press('down', 'enter');
		await screen.sees(/At which address does the service answer/);
		screen.type(service.url);
		await screen.sees(/api\/v1/);
		screen.press('enter');
		await screen.sees(/whether it answers claude/);
		screen.press('enter');
		await screen.sees(/Which translator shall claude ask/);
		expect(screen.text()).toMatch(new RegExp(`Listens +http://127\\.0\\.0\\.1:${port} \\(nothing answers there\\)`));
		screen.press('enter');
		await screen.sees(new RegExp(`Paste the key for ${host}`));
		screen.paste(bad);
		screen.press('enter');
		await screen.sees(/Which model shall the service answer with/);
		screen.type(model);
		await screen.sees(/openai\/gpt-test/);
		screen.press('enter');
		await screen.sees(new RegExp(`Ask ${host} whether the key is good`));
		expect(service.asked.length).toBe(0);
		screen.press('enter');
		await screen.until(/\(401\) .*User not found/);
		await screen.sees(/What shall be asked again/);
		screen.press('enter');
		await screen.sees(/Paste the key for/);
		screen.paste(good);
		screen.press('enter');
		await screen.sees(/whether the key is good/);
		screen.press('enter');
		await screen.until(/takes the key, and openai\/gpt-test answers/);
		await screen.sees(/Where shall it be kept/);
		screen.press('enter');
		await screen.sees(/apply it/);
		expect(screen.visible()).toMatch(/Put local behind claude-code-router[\s\S]*config\.json/);
		expect(screen.visible()).toMatch(/settings\.json/);
		screen.type('a');
		await screen.sees(/Start claude-code-router now/);
		expect(screen.visible()).toMatch(/Runs +ccr restart/);
		screen.press('enter');
		await screen.until(new RegExp(`claude-code-router answers at http://127\\.0\\.0\\.1:${port}`));
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
		await screen.sees(/Start claude-code-router at each login/);
		screen.press('enter');
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);

		expect(story.read('.claude-code-router/config.json')).toContain('// mine');
		for (const [where, {said}] of Object.entries(await works(story, service))) expect(said, where).toContain('ok');
		story.hidesSecrets(bad, stale);
	});

	it('one that runs is used as it is; where the proof fails, what it asks is changed there, in plain lines', async () => {
		const {story, service} = await open({
			args: ['--plain'],
			providers: url => ({
				Providers: [{name: 'mine', api_base_url: `${url}/chat/completions`, api_key: bad, models: [model]}],
				Router: {default: `mine,${model}`},
			}),
		});
		expect((await story.runs(['translator', 'start', 'claude-code-router', '--yes'])).code).toBe(0);
		const {screen} = story;
		const answers: readonly (readonly [RegExp, string])[] = [
			[/Which credential do you hold[\s\S]*Number/, '4'],
			[/Which service does the proxy ask[\s\S]*Number or name/, '1'],
			[/Use the one that runs at[\s\S]*Number/, '1'],
			[/Where shall it be kept[\s\S]*Number/, '1'],
			[/apply it[\s\S]*Letter/, 'a'],
			[/Prove it with one live prompt[\s\S]*leave it at that[\s\S]*Number/, ''],
			[/Here +The key that claude-code-router has is refused[\s\S]*What now[\s\S]*Number/, '1'],
			[/speak OpenAI's protocol\?[\s\S]*Text/, ''],
			[/Paste the key for[\s\S]*Secret, not shown/, good],
			[/Which model shall[\s\S]*Text/, ''],
			[/whether the key is good\?[\s\S]*go on unproved[\s\S]*Number/, ''],
			[/takes the key[\s\S]*Where shall it be kept[\s\S]*Number/, '1'],
			[/takes the key[\s\S]*apply it[\s\S]*Letter/, 'a'],
			[/Restart claude-code-router now[\s\S]*I do it myself[\s\S]*Number/, ''],
			[
				/Restart claude-code-router now[\s\S]*router answers at[\s\S]*Prove it with one live prompt[\s\S]*leave it at that[\s\S]*Number/,
				'',
			],
			[/at each login\?[\s\S]*2 {2}No\s[\s\S]*Number/, ''],
		];
		for (const [question, answer] of answers) {
			await screen.until(question);
			screen.type(`${answer}\r`);
		}
		await screen.until(/claude works: it answered/);
		expect(await screen.end()).toBe(0);
		for (const [where, {said}] of Object.entries(await works(story, service))) expect(said, where).toContain('ok');
		story.hidesSecrets(bad, stale);
	});
});

/** The real claude from a new login shell and from the stale terminal; the service saw the one right key and the one model. */
async function works(story: Story, service: OpenaiShaped) {
	const before = service.asked.length;
	const asked = await story.asks();
	const after = service.asked.slice(before);
	expect(after.length).toBeGreaterThan(1);
	for (const one of after) expect([one.key === good, one.model]).toEqual([true, model]);
	return asked;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const {port} = server.address() as AddressInfo;
	await new Promise(resolve => server.close(resolve));
	return port;
}
