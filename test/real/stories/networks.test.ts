import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, realpathSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {Secret} from '../../../source/credentials/secret.ts';
import {type Gateway, startGateway} from '../../../source/gateway/gateway.ts';
import {leaks} from '../../helpers/leaks.ts';
import {needing} from '../../helpers/needing.ts';
import {installed} from '../../helpers/needs.ts';
import {behindTls, makeAuthority, type Opened, proxyWithLogin} from './company-network.ts';
import {claude} from './onboarding.ts';
import {cli as built} from './person.ts';
import {homeEnvironment} from './screen.ts';

const cli = process.env['WIZARD_HOMES_CLI'] ?? built;
const key = 'sk-Gw5ec2e75ec2e75ec2e7Gw';
const password = 'pr0xy-passw0rd-5ec2e7';

let home = '';
let gateway: Gateway;
let tls: Opened;
let proxy: Awaited<ReturnType<typeof proxyWithLogin>>;
let authority = '';
let received = '';

/** J11: a company's network, where connections are re-signed and leave through a proxy that wants a login. Both are real, on 127.0.0.1. */
describe('J11: a company network, with the real claude', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	needing(installed('openssl') !== null, 'openssl is not installed');

	beforeEach(async () => {
		home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-company-')));
		for (const folder of ['work', 'certificates']) mkdirSync(path.join(home, folder));
		received = '';
		gateway = await startGateway({expect: 'bearer', secret: new Secret(key), second: 'refused', reply: 'pongword'});
		const made = makeAuthority(path.join(home, 'certificates'));
		authority = made.authority;
		tls = await behindTls(gateway.port, made);
		proxy = await proxyWithLogin(`ada:${password}`);
	});
	afterEach(async () => {
		await proxy?.close();
		await tls?.close();
		await gateway?.close();
		expect(leaks(received, [key, password])).toEqual([]);
		rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
	});

	it('names an authority that nobody vouches for, and NODE_EXTRA_CA_CERTS mends it', async () => {
		await fails('tls-intercept', /NODE_EXTRA_CA_CERTS=/, {});
		await works({NODE_EXTRA_CA_CERTS: authority});
	});

	it('names a proxy that wants a login, and the login in HTTPS_PROXY mends it', async () => {
		await fails('http-proxy-auth', /HTTPS_PROXY=http:\/\/user:password@/, {
			NODE_EXTRA_CA_CERTS: authority,
			HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
		});
		expect(proxy.seen.let).toBe(0);
		expect(proxy.seen.turnedAway).toBeGreaterThan(0);
		await works({NODE_EXTRA_CA_CERTS: authority, HTTPS_PROXY: `http://ada:${password}@127.0.0.1:${proxy.port}`});
		expect(proxy.seen.let).toBeGreaterThan(0);
	});
});

/** `check` and `doctor --live` agree on the cause, and name the mend. */
async function fails(cause: string, mend: RegExp, variables: Readonly<Record<string, string>>): Promise<void> {
	const check = await wizard(['check', '--json'], variables);
	expect([check.code, JSON.parse(check.stdout)]).toEqual([1, expect.objectContaining({ok: false, cause})]);
	const text = await wizard(['check'], variables);
	expect(text.stdout).toMatch(mend);
	const doctor = await wizard(['doctor', '--live', '--json'], variables);
	expect(JSON.parse(doctor.stdout).live).toMatchObject({ok: false, cause});
	expect(gateway.requests.filter(({client}) => client === 'claude-code')).toEqual([]);
}

/** Proved by the real claude alone, and by the wizard through it. */
async function works(variables: Readonly<Record<string, string>>): Promise<void> {
	const asked = await run(claude ?? '', ['-p', 'hi'], variables);
	expect(asked).toMatchObject({code: 0, stdout: 'pongword\n'});
	const check = await wizard(['check', '--json'], variables);
	expect([check.code, JSON.parse(check.stdout)]).toEqual([0, expect.objectContaining({ok: true, through: 'claude'})]);
	for (const {carried} of gateway.requests) expect(carried.xApiKey).toBeNull();
}

function wizard(args: readonly string[], variables: Readonly<Record<string, string>>) {
	return run(process.execPath, [cli, ...args], variables);
}

function run(program: string, args: readonly string[], variables: Readonly<Record<string, string>>) {
	const env = homeEnvironment(home, {
		PATH: `${path.dirname(claude ?? '')}${path.delimiter}${process.env['PATH']}`,
		DISABLE_AUTOUPDATER: '1',
		CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
		CLAUDE_CODE_MAX_RETRIES: '0',
		ANTHROPIC_BASE_URL: `https://127.0.0.1:${tls.port}`,
		ANTHROPIC_AUTH_TOKEN: key,
		...variables,
	});
	return new Promise<{code: number; stdout: string; stderr: string}>(resolve => {
		const child = execFile(program, [...args], {env, cwd: path.join(home, 'work'), timeout: 120_000}, (error, stdout, stderr) => {
			received += stdout + stderr;
			resolve({code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr});
		});
		child.stdin?.end();
	});
}
