import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {needs} from '../helpers/needs.ts';
import {cli} from './stories/person.ts';
import {homeEnvironment, Screen} from './stories/screen.ts';

/** A line as it is typed, and what the shell offers for its last word: some that must be there, and one that must not. */
const rows: readonly (readonly [line: string, there: readonly string[], not: string])[] = [
	['wizard ', ['doctor', 'profiles', 'completions'], 'purple'],
	['wizard pro', ['profiles', 'providers'], 'doctor'],
	['wizard doctor --j', ['--json'], '--for'],
	['wizard export --', ['--for', '--profile', '--help'], '--sarif'],
	['wizard export --for ', ['github-actions', 'cron', 'systemd-service'], 'gw'],
	['wizard --credential ', ['console-key', 'router-key'], 'doctor'],
	['wizard --provider open', ['openrouter'], 'ollama'],
	['wizard use ', ['gw', 'purple'], 'doctor'],
	['wizard use --yes p', ['purple'], 'gw'],
	['wizard profiles show ', ['gw', 'purple'], 'list'],
	['wizard export --profile p', ['purple'], 'gw'],
	['wizard scan ', ['a folder'], 'purple'],
	['wizard run gw -- claude a', ['a file', 'a folder'], 'gw'],
	['wizard help both', ['both-set'], 'doctor'],
];

let home = '';
const variables = () => homeEnvironment(home, {PATH: `${home}/bin:${process.env['PATH'] ?? ''}`, PS1: '$ ', HISTFILE: `${home}/history`});
const script = (shell: string): string => execFileSync(process.execPath, [cli, 'completions', shell], {encoding: 'utf8', env: variables()});

beforeAll(() => {
	home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-completions-')));
	mkdirSync(path.join(home, 'bin'));
	mkdirSync(path.join(home, 'place/a folder'), {recursive: true});
	writeFileSync(path.join(home, 'place/a file'), '');
	writeFileSync(path.join(home, 'bin/wizard'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`, {mode: 0o755});
	for (const name of ['gw', 'purple'])
		execFileSync(path.join(home, 'bin/wizard'), ['profiles', 'add', name, '--base-url', 'https://gw.example', '--secret-stdin'], {
			input: 'gw-57041e5757041e5757041e5757041e57',
			env: variables(),
			stdio: ['pipe', 'ignore', 'inherit'],
		});
});
afterAll(() => rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100}));

const ask = (program: string, args: readonly string[]): readonly string[] => {
	const {stdout, stderr} = spawnSync(program, [...args], {
		encoding: 'utf8',
		env: variables(),
		cwd: path.join(home, 'place'),
		timeout: 60_000,
	});
	expect(stderr).toBe('');
	return stdout.split('\n').map(line => line.split('\t')[0]?.trim() ?? '');
};

const holds = (offered: readonly string[], there: readonly string[], not: string) => {
	// A name with a space is quoted, and a folder marked, in each shell's own way.
	const bare = offered.map(word => word.replace(/\\(?= )|^['"`]|[/\\]?['"`]?$/g, ''));
	for (const word of there) expect(bare).toContain(word);
	expect(bare).not.toContain(not);
};

describe('completions, offered by the real shells', () => {
	it.for(rows)('bash: %s', ([line, there, not], context) => {
		const bash = needs(context, 'bash');
		const words = line.split(' ');
		const typed = words.map(word => `'${word}'`).join(' ');
		const lines = [script('bash'), `COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _wizard; printf '%s\\n' "\${COMPREPLY[@]}"`];
		holds(ask(bash, ['--norc', '-c', lines.join('\n')]), there, not);
	});

	it.for(rows)('fish: %s', ([line, there, not], context) => {
		const fish = needs(context, 'fish');
		holds(ask(fish, ['--no-config', '-c', `${script('fish')}\ncomplete -C '${line}'`]), there, not);
	});

	it.for(rows)('nushell: %s', ([line, there, not], context) => {
		const nu = needs(context, 'nu');
		const file = path.join(home, 'line.nu');
		const text = `${script('nushell')}${line}`;
		writeFileSync(file, text);
		const [said = ''] = ask(nu, ['--no-config-file', '--ide-complete', String(Buffer.byteLength(text)), file]);
		holds(JSON.parse(said).completions, there, not);
	});

	/** At a prompt of their own, where a TAB asks. */
	it.for([
		['bash', ['--norc', '-i'], 'eval "$(wizard completions bash)"'],
		['zsh', ['-f', '-i'], 'PS1="$ "; autoload -Uz compinit && compinit -u -D; eval "$(wizard completions zsh)"'],
		['fish', ['--no-config', '-i'], 'wizard completions fish | source'],
		['elvish', ['-norc'], 'eval (wizard completions elvish | slurp)'],
	] as const)('%s completes the only word there is at a TAB', async ([shell, args, load], context) => {
		needs(context, shell);
		const screen = new Screen(shell, args, {env: variables(), cwd: path.join(home, 'place'), columns: 120});
		try {
			await screen.sees(/[$>#%]/);
			screen.type(`${load}\r`);
			screen.type('echo rea""dy\r');
			await screen.sees(/^ready/m);
			screen.type('wizard use pur\t');
			await screen.sees(/wizard use purple/);
			screen.type('\x15wizard export --for git\t');
			await screen.sees(/wizard export --for github-actions/);
		} finally {
			screen.kill();
			await screen.end();
		}
	});
});
