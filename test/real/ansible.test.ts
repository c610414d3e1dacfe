import {execFile, execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {leaks} from '../helpers/leaks.ts';
import {needing} from '../helpers/needing.ts';
import {installed} from '../helpers/needs.ts';

const root = path.join(import.meta.dirname, '..', '..');
const secret = 'gw-57041e5757041e5757041e5757041e57';
const hosts = Array.from({length: 12}, (_, index) => `host-${String(index + 1).padStart(2, '0')}`);
const broken = 'host-07';

type Stats = Readonly<Record<string, {readonly changed: number; readonly failures: number; readonly unreachable: number}>>;

/** Twelve homes on one machine, each a host of its own to Ansible; the package is installed in each from the one that npm would publish. */
describe('the role in examples/ansible, with the real ansible-core', () => {
	needing(installed('ansible-playbook') !== null, 'ansible-core is not installed');
	let folder = '';
	let said = '';

	beforeAll(() => {
		folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-fleet-')));
		cpSync(path.join(root, 'examples', 'ansible'), folder, {recursive: true});
		for (const host of hosts) {
			mkdirSync(home(host), {recursive: true});
			writeFileSync(path.join(home(host), '.bashrc'), `alias ll='ls -l'\nexport ANTHROPIC_API_KEY=sk-old-${host}-0123456789\n`);
		}
		// A file where a folder has to be: nothing can be kept there.
		writeFileSync(path.join(home(broken), '.claude'), '');
		const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
			cwd: root,
			encoding: 'utf8',
		});
		const inventory = hosts.map(
			host => `${host} ansible_connection=local ansible_python_interpreter=/usr/bin/python3 claude_auth_wizard_home=${home(host)}`,
		);
		writeFileSync(path.join(folder, 'hosts.ini'), `[all]\n${inventory.join('\n')}\n`);
		writeFileSync(
			path.join(folder, 'fleet.yml'),
			JSON.stringify([
				{
					hosts: 'all',
					gather_facts: false,
					roles: [
						{
							role: 'claude_auth_wizard',
							vars: {
								claude_auth_wizard_setup: {
									credential: 'router-key',
									baseUrl: 'https://gw.example',
									auth: 'bearer',
									headers: {'X-Team': '{a}'},
								},
								claude_auth_wizard_secret: secret,
								claude_auth_wizard_package: path.join(folder, packed.trim()),
							},
						},
					],
				},
			]),
		);
	});
	afterAll(() => {
		if (folder !== '') rmSync(folder, {recursive: true, force: true});
	});

	const healthy = hosts.filter(host => host !== broken);
	const home = (host: string) => path.join(folder, 'homes', host);
	const settings = (host: string) => JSON.parse(readFileSync(path.join(home(host), '.claude', 'settings.json'), 'utf8')).env;

	it('changes every host once, tells of the broken one without stopping, and changes nothing the second time', async () => {
		const first = await play();
		expect(Object.keys(first).sort()).toEqual(hosts);
		for (const host of healthy) {
			expect(first[host], host).toMatchObject({failures: 0, unreachable: 0, changed: expect.any(Number)});
			expect(first[host]?.changed, host).toBeGreaterThan(0);
			expect(settings(host)).toMatchObject({ANTHROPIC_BASE_URL: 'https://gw.example', ANTHROPIC_CUSTOM_HEADERS: 'X-Team: {a}'});
			expect(settings(host).ANTHROPIC_AUTH_TOKEN === secret, host).toBe(true);
			expect(readFileSync(path.join(home(host), '.bashrc'), 'utf8')).toBe("alias ll='ls -l'\n");
		}
		expect(first[broken]).toMatchObject({failures: 1});
		expect(said).toContain('a part of its path is a file and not a folder');

		const second = await play();
		for (const host of healthy) expect(second[host], host).toMatchObject({failures: 0, changed: 0});
		expect(second[broken]).toMatchObject({failures: 1});

		writeFileSync(path.join(home(hosts[0] ?? ''), '.claude', 'settings.json'), '{}');
		const told = await play('--check');
		expect(healthy.filter(host => (told[host]?.changed ?? 0) > 0)).toEqual([hosts[0]]);
		expect(readFileSync(path.join(home(hosts[0] ?? ''), '.claude', 'settings.json'), 'utf8')).toBe('{}');
		// Not in what the most talkative form of Ansible prints, either.
		expect(leaks(said, [secret]).length).toBe(0);
	});

	/** What each host came to, by Ansible's own count. */
	async function play(...more: string[]): Promise<Stats> {
		const env = {
			HOME: folder,
			PATH: process.env['PATH'] ?? '',
			LANG: 'C.UTF-8',
			ANSIBLE_LOCAL_TEMP: path.join(folder, 'local'),
			ANSIBLE_REMOTE_TEMP: path.join(folder, 'remote'),
			ANSIBLE_FORKS: '4',
			ANSIBLE_PIPELINING: 'true',
			npm_config_offline: 'true',
			npm_config_update_notifier: 'false',
		};
		const args = ['-i', path.join(folder, 'hosts.ini'), '-vvv', path.join(folder, 'fleet.yml'), ...more];
		const out = await new Promise<string>(resolve => {
			execFile('ansible-playbook', args, {cwd: folder, env, maxBuffer: 64 * 1024 * 1024, timeout: 300_000}, (_, stdout, stderr) => {
				said += stdout + stderr;
				resolve(stdout);
			});
		});
		const recap = out
			.slice(out.lastIndexOf('PLAY RECAP'))
			.matchAll(/^(host-\d+) +: ok=\d+ +changed=(\d+) +unreachable=(\d+) +failed=(\d+)/gm);
		return Object.fromEntries(
			[...recap].map(([, host, changed, unreachable, failures]) => [
				host,
				{changed: Number(changed), unreachable: Number(unreachable), failures: Number(failures)},
			]),
		);
	}
});
