import {execFile} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {type Gateway, startGateway} from '../../source/gateway/gateway.ts';
import {needing} from '../helpers/needing.ts';
import {claude} from './stories/onboarding.ts';
import {namespaces} from './stories/own-network.ts';
import {cli} from './stories/person.ts';
import {homeEnvironment} from './stories/screen.ts';

const fleet = 'gw-f1ee7f1ee7f1ee7f1ee7f1ee7f1ee7f1';
const own = 'gw-0wn0wn0wn0wn0wn0wn0wn0wn0wn0wn0w';

/** What an administrator puts on a machine, on an /etc that only this test sees. */
describe('managed settings from wizard export, with the real claude', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	needing(typeof namespaces !== 'string', String(namespaces));
	let home = '';
	let gateway: Gateway;

	beforeEach(async () => {
		home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-managed-')));
		mkdirSync(path.join(home, '.claude'));
		mkdirSync(path.join(home, 'work', '.claude'), {recursive: true});
		gateway = await startGateway({expect: 'both-same', secret: new Secret(fleet)});
	});
	afterEach(async () => {
		await gateway.close();
		rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
	});

	it('win over what the user, the project and the shell say', async () => {
		const options = ['--credential', 'router-key', '--base-url', gateway.url, '--for', 'managed-settings', '--json'];
		const printed = await run(process.execPath, [cli, 'export', ...options], homeEnvironment(home));
		const {text, file} = JSON.parse(printed.stdout);
		expect([file, JSON.parse(text).env.ANTHROPIC_BASE_URL]).toEqual(['/etc/claude-code/managed-settings.json', gateway.url]);

		const elsewhere = JSON.stringify({env: {ANTHROPIC_AUTH_TOKEN: own, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9'}});
		for (const place of ['.claude/settings.json', 'work/.claude/settings.local.json']) writeFileSync(path.join(home, place), elsewhere);
		cpSync('/etc', path.join(home, 'etc'), {recursive: true, verbatimSymlinks: true});
		mkdirSync(path.join(home, 'etc/claude-code'), {recursive: true});
		writeFileSync(path.join(home, 'etc/claude-code/managed-settings.json'), text);
		writeFileSync(path.join(home, 'etc/claude-code/credential'), `${fleet}\n`);
		const line = `mount --bind '${home}/etc' /etc && cd '${home}/work' && exec '${claude}' -p 'Say ok' < /dev/null`;
		const flags = (namespaces as readonly string[]).filter(flag => flag !== '--net');
		const variables = {
			ANTHROPIC_API_KEY: own,
			DISABLE_AUTOUPDATER: '1',
			CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
			CLAUDE_CODE_TMPDIR: home,
		};
		const said = await run('unshare', [...flags, 'sh', '-c', line], homeEnvironment(home, variables));
		expect(said).toMatchObject({code: 0, stdout: expect.stringContaining('ok')});
		const sent = gateway.requests.filter(({shape}) => shape.messages);
		expect(sent.length).toBeGreaterThan(0);
		// A helper's: the same value in both headers.
		for (const {carried} of sent)
			expect([carried.authorization, carried.xApiKey].map(one => one?.value.reveal() === fleet)).toEqual([true, true]);
	});
});

function run(
	program: string,
	args: readonly string[],
	env: Readonly<Record<string, string>>,
): Promise<{code: number; stdout: string; stderr: string}> {
	return new Promise(resolve => {
		const child = execFile(program, [...args], {env, timeout: 60_000}, (error, stdout, stderr) =>
			resolve({code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr}),
		);
		child.stdin?.end();
	});
}
