import {afterEach, describe, expect, it} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {consoleKey, exporting} from './household.ts';
import {claude, routerSecret, Story, type StoryOptions} from './onboarding.ts';
import {namespaces} from './own-network.ts';

let story: Story;
const begin = async (options: StoryOptions): Promise<Story> => {
	story = await Story.begin({columns: 110, rows: 45, args: ['--repair'], ...options});
	return story;
};
afterEach(() => story?.end());

type Foretold = {readonly headless: {readonly xApiKey: object | null}};

const bedrockModel = 'us.anthropic.claude-sonnet-4-20250514-v1:0';

describe('J18: a switch, a model and a header of another endpoint, left over', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	it.each([
		['BEDROCK', bedrockModel],
		['VERTEX', 'claude-sonnet-4@20250514'],
		['FOUNDRY', 'my-deployment'],
	])('CLAUDE_CODE_USE_%s beside a router key: with the router key asked for, all of it goes', async (cloud, model) => {
		await begin(leftBeside(cloud, model));
		const doctor = story.types('doctor');
		expect(await doctor.end()).toBe(1);
		expect(doctor.text()).toMatch(new RegExp(`CLAUDE_CODE_USE_${cloud} is on, so [\\s\\S]*~/\\.bashrc:4`));

		const {code, said} = await story.says('--repair', '--yes', '--credential', 'router-key');
		expect([code, said]).toMatchObject([0, {changed: true, findings: [], live: {ok: true}}]);
		const bashrc = story.read('.bashrc');
		for (const name of [`CLAUDE_CODE_USE_${cloud}`, 'ANTHROPIC_CUSTOM_HEADERS']) expect(bashrc).not.toContain(name);
		// Whether a name that is nobody's form belongs to the router, only the user knows.
		expect(bashrc.includes(model)).toBe(cloud === 'FOUNDRY');
		await story.isProved();
		for (const {headers} of story.gateway.requests) expect(headers).not.toContain('x-portkey-api-key');
		story.hidesSecrets(consoleKey);
	});

	it('the same without options: what only the cloud has goes', async () => {
		await begin(leftBeside('BEDROCK', bedrockModel));
		expect(await story.says('--repair', '--yes')).toMatchObject({code: 0, said: {changed: true, live: {ok: true}}});
		for (const gone of ['CLAUDE_CODE_USE_BEDROCK', bedrockModel]) expect(story.read('.bashrc')).not.toContain(gone);
		await story.isProved();
		story.hidesSecrets(consoleKey);
	});

	function leftBeside(cloud: string, model: string): StoryOptions {
		const left = {[`CLAUDE_CODE_USE_${cloud}`]: '1', ANTHROPIC_MODEL: model, ANTHROPIC_CUSTOM_HEADERS: `x-portkey-api-key: ${consoleKey}`};
		return {...exporting({ANTHROPIC_BASE_URL: '{gateway}', ANTHROPIC_AUTH_TOKEN: routerSecret, ...left}), args: ['doctor']};
	}

	describe('at api.anthropic.com, in a network of its own', () => {
		needing(typeof namespaces !== 'string', String(namespaces));

		it('a model of Bedrock and a header of Portkey: listed, taken out where they stand, and masked for this terminal', async () => {
			const {screen} = await begin({
				...exporting({
					ANTHROPIC_API_KEY: consoleKey,
					ANTHROPIC_MODEL: bedrockModel,
					ANTHROPIC_CUSTOM_HEADERS: `x-portkey-api-key: ${routerSecret}`,
				}),
				host: 'api.anthropic.com',
				secret: consoleKey,
				gateway: {expect: 'x-api-key'},
				carries: ['xApiKey'],
			});
			await screen.ready();
			await screen.sees(
				/ANTHROPIC_MODEL asks Anthropic for a model it does not have[\s\S]*A header for Portkey goes to api\.anthropic\.com/,
			);
			screen.press('enter');
			await screen.sees(/Prove it with one live prompt/);
			screen.press('enter');
			await screen.until(/claude works: it answered/);
			expect(await screen.end()).toBe(0);
			expect(story.read('.bashrc')).toMatch(/^alias ll='ls -l'\nexport ANTHROPIC_API_KEY="[^"]+"\n$/);
			expect(JSON.parse(story.read('.claude/settings.json')).env).toEqual({ANTHROPIC_MODEL: '', ANTHROPIC_CUSTOM_HEADERS: ''});
			await story.isProved();
			for (const {headers, shape} of story.gateway.requests)
				expect([headers.includes('x-portkey-api-key'), shape.model]).not.toEqual([true, bedrockModel]);
			story.hidesSecrets(routerSecret, consoleKey.slice(-20));
		});
	});
});

describe('J21: Bedrock on purpose', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');

	const bedrockKey = 'ABSKQmVkcm9ja0FQSUtleS1wbHN0LWF0LTEyMzQ1Njc4OTAxMjo1c3RvcnkxMjM0NQ==';
	const onPurpose = exporting({
		ANTHROPIC_API_KEY: consoleKey,
		CLAUDE_CODE_USE_BEDROCK: '1',
		AWS_REGION: 'eu-west-1',
		AWS_BEARER_TOKEN_BEDROCK: bedrockKey,
		ANTHROPIC_BEDROCK_BASE_URL: '{gateway}',
	});

	it('a repair without options keeps it, and reports the other credential as unused', async () => {
		await begin({...onPurpose, secret: bedrockKey});
		const before = story.read('.bashrc');
		const {said} = await story.says('doctor');
		expect(said).toMatchObject({
			request: {headless: {authorization: {variable: 'AWS_BEARER_TOKEN_BEDROCK'}}},
			findings: [
				{id: 'provider-switch', severity: 'info', title: expect.stringMatching(/Bedrock is in use, and ANTHROPIC_API_KEY is not/)},
			],
		});
		expect(await story.says('--repair', '--yes', '--no-live')).toMatchObject({code: 0, said: {changed: false, masked: []}});
		expect(story.read('.bashrc')).toBe(before);
		await bedrockIsAsked(said['request'] as Foretold);
		story.hidesSecrets(consoleKey);
	});

	it('with another credential asked for it goes', async () => {
		await begin({...onPurpose, files: {...onPurpose.files, key: routerSecret}, secret: routerSecret});
		const asked = ['--credential', 'router-key', '--base-url', '{gateway}', '--secret-command', 'cat {home}/key'];
		expect(await story.says('--repair', '--yes', ...asked)).toMatchObject({code: 0, said: {findings: [], live: {ok: true}}});
		// What AWS reads is never ours to remove.
		expect(story.read('.bashrc')).toMatch(/AWS_REGION[\s\S]*AWS_BEARER_TOKEN_BEDROCK/);
		await story.isProved();
		story.hidesSecrets(consoleKey, bedrockKey);
	});

	/** The gateway does not speak Bedrock: what counts is what it was asked, with what. */
	async function bedrockIsAsked({headless}: Foretold): Promise<void> {
		const start = story.gateway.requests.length;
		await story.asks();
		const sent = story.gateway.requests.slice(start).filter(({path}) => path.startsWith('/model/'));
		expect(sent.filter(({path}) => path.endsWith('/invoke-with-response-stream')).length).toBeGreaterThanOrEqual(2);
		// 2.0.77 sends the Console key along, as doctor says; 2.1.329 does not.
		for (const {carried} of sent)
			expect([carried.xApiKey === null, carried.authorization?.value.reveal() === bedrockKey]).toEqual([headless.xApiKey === null, true]);
	}
});
