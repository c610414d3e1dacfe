import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {transformSync} from 'esbuild';
import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {printerNamed} from '../../source/shells/printers/index.ts';
import type {PrinterName} from '../../source/shells/printers/printer.ts';
import type {Wish} from '../../source/shells/wish.ts';
import {needs} from '../helpers/needs.ts';
import {freshFolder} from './real-shells.ts';

const key = 'sk-Sentinel-4f19c2~a/b+c=._:@,%';
const wish = (secret: string | null): Wish => ({
	title: 'router key for gw.example.test',
	set: [
		{name: 'ANTHROPIC_BASE_URL', value: {kind: 'plain', text: 'https://gw.example.test:8443/api'}},
		{name: 'ANTHROPIC_AUTH_TOKEN', value: {kind: 'secret', secret: secret === null ? null : new Secret(secret)}},
	],
	unset: [['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'], ['ANTHROPIC_CUSTOM_HEADERS']],
});

function print(name: PrinterName, secret: string | null = key): string {
	const printed = printerNamed(name)?.print(wish(secret));
	if (!printed?.ok) throw new Error(printed?.why);
	return printed.text;
}

const stale = {ANTHROPIC_API_KEY: 'stale', CLAUDE_CODE_OAUTH_TOKEN: 'stale', ANTHROPIC_CUSTOM_HEADERS: 'stale'};
const base = {PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8'};
const set = {ANTHROPIC_BASE_URL: 'https://gw.example.test:8443/api', ANTHROPIC_AUTH_TOKEN: key};
const cleared = {ANTHROPIC_API_KEY: '', CLAUDE_CODE_OAUTH_TOKEN: '', ANTHROPIC_CUSTOM_HEADERS: ''};

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd?: string): string {
	const {stdout, stderr, status} = spawnSync(program, [...args], {
		encoding: 'utf8',
		env: {...base, ...env},
		...(cwd === undefined ? {} : {cwd}),
		timeout: 30_000,
	});
	expect([status, stderr]).toEqual([0, '']);
	return stdout;
}

function file(name: string, text: string): string {
	const target = path.join(freshFolder(), name);
	mkdirSync(path.dirname(target), {recursive: true});
	writeFileSync(target, `${text}\n`);
	return target;
}

describe('what is printed for other programs, read by those programs', () => {
	it('.env by node --env-file', () => {
		const out = run(process.execPath, [`--env-file=${file('.env', print('dotenv'))}`, '-p', 'JSON.stringify(process.env)']);
		expect(JSON.parse(out)).toMatchObject({...set, ...cleared});
	});

	it('mise.local.toml by a TOML parser', context => {
		const python = needs(context, 'python3');
		const out = run(python, [
			'-c',
			'import json,sys,tomllib; print(json.dumps(tomllib.load(open(sys.argv[1],"rb"))))',
			file('mise.local.toml', print('mise')),
		]);
		expect(JSON.parse(out)).toEqual({
			env: {
				ANTHROPIC_BASE_URL: set.ANTHROPIC_BASE_URL,
				ANTHROPIC_AUTH_TOKEN: {value: key, redact: true},
				ANTHROPIC_API_KEY: false,
				CLAUDE_CODE_OAUTH_TOKEN: false,
				ANTHROPIC_CUSTOM_HEADERS: false,
			},
		});
		const without = run(python, [
			'-c',
			'import json,sys,tomllib; print(json.dumps(tomllib.load(open(sys.argv[1],"rb"))["env"]["_"]))',
			file('mise.local.toml', print('mise', null)),
		]);
		expect(JSON.parse(without)).toEqual({file: {path: '.env.local', redact: true}});
	});

	it('the Python of the Agent SDK by Python', context => {
		const python = needs(context, 'python3');
		const program = file('setup.py', `${print('agent-sdk-python')}\nimport json\nprint(json.dumps(env))`);
		expect(JSON.parse(run(python, [program], {...stale, ANTHROPIC_AUTH_TOKEN: key}))).toEqual({...set, ...cleared});
	});

	it('the TypeScript of the Agent SDK by Node', () => {
		const text = `${print('agent-sdk-typescript')}\nconsole.log(JSON.stringify(env));`;
		const program = file('setup.mjs', transformSync(text, {loader: 'ts'}).code);
		const env = JSON.parse(run(process.execPath, [program], {...stale, ANTHROPIC_AUTH_TOKEN: key}));
		expect(env).toMatchObject(set);
		for (const name of Object.keys(cleared)) expect(env).not.toHaveProperty(name);
	});

	it(".envrc by bash, with direnv's own function for the private file", () => {
		for (const secret of [key, null]) {
			const folder = path.dirname(file('.envrc', print('direnv', secret)));
			writeFileSync(path.join(folder, '.envrc.private'), `export ANTHROPIC_AUTH_TOKEN='${key}'\n`);
			const line = 'source_env_if_exists() { [ ! -e "$1" ] || . "./$1"; }; . ./.envrc; "$0" -p "JSON.stringify(process.env)"';
			const env = JSON.parse(run('bash', ['--norc', '-euc', line, process.execPath], stale, folder));
			expect(env).toMatchObject(set);
			for (const name of Object.keys(cleared)) expect(env).not.toHaveProperty(name);
		}
	});

	const generator = '/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator';
	it("environment.d by systemd's generator", ({skip}) => {
		skip(!existsSync(generator), 'systemd is not installed');
		const home = freshFolder();
		mkdirSync(path.join(home, '.config', 'environment.d'), {recursive: true});
		writeFileSync(path.join(home, '.config', 'environment.d', '60-claude-code.conf'), `${print('systemd')}\n`);
		const lines = run(generator, [], {HOME: home, XDG_CONFIG_HOME: path.join(home, '.config')}).split('\n');
		for (const [name, value] of Object.entries(set))
			expect(lines.some(line => line === `${name}=${value}` || line === `${name}="${value}"`)).toBe(true);
		for (const name of Object.keys(cleared)) expect(lines).toContain(`${name}=`);
	});
});
