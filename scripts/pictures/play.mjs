import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {startRecorder} from '../record/recorder.mjs';
import {Screen} from './screen.mjs';
import {steady} from './steady.mjs';

/** @typedef {{name: string, title: string, frame: ReturnType<Screen['frame']>}} Picture */

const key = `sk-or-v1-${'57041e57'.repeat(8)}`;
const old = `sk-ant-api03-${'0LD'.repeat(31)}AA`;

/**
 * Somebody whose router key stands in ANTHROPIC_API_KEY, from the first screen to the proof.
 * @param {string} cli @param {string} claude
 */
export async function playOnboarding(cli, claude) {
	const recorder = await startRecorder('ok');
	const home = makeHome(claude, {'.bashrc': `alias ll='ls -l'\nexport ANTHROPIC_API_KEY=${key}\n`});
	const screen = start(cli, [], home, {ANTHROPIC_API_KEY: key});
	/** @type {Picture[]} */
	const pictures = [];
	/** @param {string} name @param {string} title */
	const keep = (name, title) => pictures.push({name, title, frame: steady(screen.frame(), home, recorder.port, [key])});
	try {
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		keep('welcome', 'The first screen: which claude is installed, what it would send now, and the question which credential you hold');
		screen.type('3');
		await screen.sees(/Whose key is it/);
		screen.type('\r');
		await screen.sees(/At which address/);
		screen.type(`http://127.0.0.1:${recorder.port}/v1`);
		await screen.sees(/asks \/v1\/v1\/messages/);
		keep('address', 'The address is checked while it is typed: /v1 at its end would be asked for twice');
		screen.type('\t');
		await screen.sees(/❯ http:\/\/127\.0\.0\.1:\d+ *\n/);
		screen.type('\r');
		await screen.sees(/Paste the key/);
		screen.paste(key);
		await screen.sees(/This is an OpenRouter key/);
		screen.type('\r');
		await screen.sees(/Where shall it be kept/);
		screen.type('\r');
		await screen.sees(/apply it/);
		keep('plan', 'The plan: what will be set, masked and removed, with file and line, before anything is written');
		screen.type('a');
		await screen.sees(/Prove it with one live prompt/);
		screen.type('\r');
		await screen.sees(/claude works: it answered/);
		await screen.ends();
		keep('outcome', 'The outcome: what claude answered, from which address and with which header, and how to undo');
	} finally {
		screen.kill();
		recorder.close();
		rmSync(home, {recursive: true, force: true});
	}
	return pictures;
}

/**
 * Somebody who followed a router's page half way: an old Console key still comes from the shell, and the address has one /v1 too many.
 * @param {string} cli @param {string} claude @returns {Promise<readonly Picture[]>}
 */
export async function playDoctor(cli, claude) {
	const settings = {env: {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api/v1', ANTHROPIC_AUTH_TOKEN: key}};
	const home = makeHome(claude, {
		'.bashrc': `export ANTHROPIC_API_KEY=${old}\n`,
		'.claude/settings.json': `${JSON.stringify(settings, null, 2)}\n`,
		'.claude.json': `${JSON.stringify({hasCompletedOnboarding: true, theme: 'dark'})}\n`,
	});
	const screen = start(cli, ['doctor'], home, {ANTHROPIC_API_KEY: old});
	try {
		await screen.ends();
		await screen.sees(/\d errors?/);
		const frame = steady(screen.frame('all'), home, null, [key, old]);
		return [{name: 'doctor', title: 'wizard doctor: what claude will send, where each part comes from, and what is wrong', frame}];
	} finally {
		screen.kill();
		rmSync(home, {recursive: true, force: true});
	}
}

/** @param {string} cli @param {readonly string[]} args @param {string} home @param {Readonly<Record<string, string>>} variables */
function start(cli, args, home, variables) {
	const env = {
		HOME: home,
		PATH: [path.join(home, '.local', 'bin'), path.dirname(process.execPath), '/usr/bin', '/bin'].join(path.delimiter),
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		SHELL: '/bin/bash',
		DISABLE_AUTOUPDATER: '1',
		CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
		...variables,
	};
	return new Screen({program: process.execPath, args: [cli, ...args], env, cwd: path.join(home, 'work')});
}

/** A home with that claude where its own installer puts it. @param {string} claude @param {Readonly<Record<string, string>>} files */
function makeHome(claude, files) {
	const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-pictures-')));
	for (const folder of ['work', '.local/bin', '.claude']) mkdirSync(path.join(home, folder), {recursive: true});
	symlinkSync(realpathSync(claude), path.join(home, '.local', 'bin', 'claude'));
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(home, name), text, {mode: 0o600});
	return home;
}
