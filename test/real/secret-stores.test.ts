import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, expect, test} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {realMachine} from '../../source/machine/real.ts';
import {apply} from '../../source/plan/apply.ts';
import {makePlan} from '../../source/plan/make-plan.ts';
import {undo} from '../../source/plan/undo.ts';
import {wishOf} from '../../source/setups/setup.ts';
import {storeNamed} from '../../source/stores/index.ts';
import {pass, type SecretProgram, secretTool} from '../../source/stores/secret-programs.ts';
import {needs} from '../helpers/needs.ts';
import {routerSetup, storeRoots} from '../setups/carry-out.ts';

const sentinel = 'sk-SENTINEL-keyring-0123456789-abcdef';
const folders: string[] = [];
const ends: (() => void)[] = [];
afterAll(() => {
	for (const end of ends) end();
	for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

test('pass keeps the secret, the helper gives it back, undo takes it out', async context => {
	needs(context, 'pass');
	needs(context, 'gpg');
	const variables = freshHome();
	const env = {...variables, GNUPGHOME: path.join(variables.HOME, 'gpg')};
	mkdirSync(env.GNUPGHOME, {mode: 0o700});
	const quiet = {env, stdio: 'ignore'} as const;
	execFileSync(
		'gpg',
		['--batch', '--pinentry-mode', 'loopback', '--passphrase', '', '--quick-gen-key', 'wizard-test', 'default', 'default', 'never'],
		quiet,
	);
	execFileSync('pass', ['init', 'wizard-test'], quiet);
	ends.push(() => execFileSync('gpgconf', ['--kill', 'all'], quiet));
	await keepAndTakeBack(env, pass('router.example'));
});

test('a real keyring daemon keeps the secret, the helper gives it back, undo takes it out', async context => {
	for (const program of ['secret-tool', 'dbus-daemon', 'gnome-keyring-daemon']) needs(context, program);
	const variables = freshHome();
	const runtime = path.join(variables.HOME, 'run');
	mkdirSync(runtime, {mode: 0o700});
	const [address = '', pid = ''] = execFileSync('dbus-daemon', ['--session', '--fork', '--print-address=1', '--print-pid=1'], {
		env: variables,
		encoding: 'utf8',
	})
		.trim()
		.split('\n');
	ends.push(() => process.kill(Number(pid)));
	const env = {...variables, DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime};
	execFileSync('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--daemonize'], {
		env,
		input: 'keyring password',
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	await keepAndTakeBack(env, secretTool('router.example'));
});

async function keepAndTakeBack(env: Readonly<Record<string, string>>, program: SecretProgram): Promise<void> {
	const machine = machineAt(env);
	const kept = storeNamed('helper').keep(wishOf({...routerSetup, secret: new Secret(sentinel)}), storeRoots(machine, program));
	if (kept.state === 'refused') throw new Error(kept.why);
	const planned = makePlan(kept.edits, machine);
	if (planned.state === 'refused') throw new Error(planned.refusals[0]?.why);
	expect((await apply(planned.plan, machine)).state).toBe('applied');

	const settings = JSON.parse(readFileSync(path.join(env['HOME'] ?? '', '.claude/settings.json'), 'utf8'));
	expect(settings).toEqual({apiKeyHelper: program.helper, env: {ANTHROPIC_BASE_URL: 'https://router.example'}});
	expect(execFileSync('/bin/sh', ['-c', settings.apiKeyHelper], {env, encoding: 'utf8'}).trim()).toBe(sentinel);
	expect(filesWith(env['HOME'] ?? '', sentinel)).toEqual([]);

	expect((await undo(null, machine)).state).toBe('undone');
	expect(() => execFileSync('/bin/sh', ['-c', program.helper], {env, stdio: 'ignore'})).toThrow();
}

function freshHome(): {readonly HOME: string; readonly PATH: string; readonly LANG: string} {
	const home = mkdtempSync(path.join(tmpdir(), 'wizard-keyring-'));
	folders.push(home);
	return {HOME: home, PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8'};
}

function machineAt(variables: Readonly<Record<string, string>>): Machine {
	const real = realMachine('0.0.0');
	const home = variables['HOME'] ?? '';
	return {
		...real,
		environment: {...real.environment, variables, home, cwd: home, state: path.join(home, '.local/state/claude-auth-wizard')},
	};
}

/** Plain text only: what pass and the keyring write themselves is encrypted. */
function filesWith(folder: string, text: string): readonly string[] {
	return readdirSync(folder, {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile())
		.map(entry => path.join(entry.parentPath, entry.name))
		.filter(file => readFileSync(file).includes(text));
}
