import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {shellNamed} from '../../source/shells/index.ts';
import type {Shell} from '../../source/shells/shell.ts';
import {installed} from '../helpers/needs.ts';

/** A shell as it is installed here: the module that speaks its language, and how it runs a script. */
export type RealShell = {
	readonly program: string;
	readonly shell: Shell;
	readonly path: string | null;
	/** What stands before an external program's path in this language. */
	readonly call: string;
	/** Options for a start that reads no startup file. */
	readonly options: readonly string[];
};

const rows: readonly (readonly [program: string, call: string, options: readonly string[]])[] = [
	['bash', '', ['--norc', '--noprofile']],
	['zsh', '', ['-f']],
	['fish', '', ['--no-config']],
	['dash', '', []],
	['busybox', '', ['sh']],
	['yash', '', []],
	['ksh', '', []],
	['mksh', '', []],
	['tcsh', '', ['-f']],
	['bsd-csh', '', ['-f']],
	['nu', '^', ['--no-config-file']],
	['elvish', '', ['-norc']],
	['xonsh', '', ['--no-rc']],
	['pwsh', '& ', ['-NoProfile', '-File']],
];

export const realShells: readonly RealShell[] = rows.flatMap(([program, call, options]) => {
	const shell = shellNamed(program);
	return shell === null ? [] : [{program, shell, call, options, path: installed(program)}];
});

/** In the title of a test, so that what did not run is seen. */
export const mark = ({program, path: found}: RealShell): string => (found === null ? `${program} (not run: not installed here)` : program);

const lab = mkdtempSync(path.join(tmpdir(), 'wizard-shells-'));
const dump = path.join(lab, 'dump.mjs');
writeFileSync(dump, 'process.stdout.write("\\u0001" + JSON.stringify(process.env) + "\\u0001");');

/** The line that prints the environment a child of this shell gets. Paths without spaces need no quotes in any of them. */
export const printEnvironment = ({call}: RealShell): string => `${call}${process.execPath} ${dump}`;

export function environmentsIn(output: string): readonly Record<string, string>[] {
	return output
		.split('\u0001')
		.filter((_, index) => index % 2 === 1)
		.map(text => JSON.parse(text) as Record<string, string>);
}

let count = 0;

export function freshFolder(): string {
	count += 1;
	const folder = path.join(lab, String(count));
	mkdirSync(path.join(folder, '.config'), {recursive: true});
	return folder;
}

export function childEnvironment(home: string): Record<string, string> {
	return {
		HOME: home,
		XDG_CONFIG_HOME: path.join(home, '.config'),
		PATH: process.env['PATH'] ?? '',
		LANG: 'C.UTF-8',
		TERM: 'xterm',
		TZ: 'UTC',
		HISTFILE: path.join(home, 'history'),
	};
}

export type Ran = {readonly environments: readonly Record<string, string>[]; readonly output: string; readonly code: number | null};

/** Runs lines as a script file of the real shell and gives the environments that were printed. */
export function runLines(real: RealShell, lines: readonly string[], extra: Readonly<Record<string, string>> = {}, input = ''): Ran {
	const home = freshFolder();
	const script = path.join(home, `script${real.shell.extension}`);
	writeFileSync(script, `${lines.join('\n')}\n`);
	const ran = spawnSync(real.path ?? real.program, [...real.options, script], {
		env: {...childEnvironment(home), ...extra},
		cwd: home,
		encoding: 'utf8',
		input,
		timeout: 60_000,
		maxBuffer: 64 << 20,
	});
	return {
		environments: environmentsIn(ran.stdout),
		output: ran.stdout.replace(/\u0001[^\u0001]*\u0001/g, '') + ran.stderr,
		code: ran.status,
	};
}
