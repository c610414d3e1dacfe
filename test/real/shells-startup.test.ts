import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it, type TestContext} from 'vitest';
import type {ShellRoots, StartupFile} from '../../source/shells/shell.ts';
import {needs} from '../helpers/needs.ts';
import {childEnvironment, environmentsIn, freshFolder, mark, printEnvironment, type RealShell, realShells} from './real-shells.ts';

/** How the shell is started to run one line and end: in a script, at a prompt, as a login, and as a login at a prompt. */
type Start = {readonly args: (line: string) => readonly string[]; readonly reads: readonly StartupFile['when'][]};

const dashC =
	(...options: string[]): ((line: string) => readonly string[]) =>
	line => [...options, '-c', line];
const usual: readonly Start[] = [
	{args: dashC(), reads: ['always']},
	{args: dashC('-i'), reads: ['always', 'interactive']},
	{args: dashC('-l'), reads: ['always', 'login']},
];

const starts: Readonly<Record<string, readonly Start[]>> = {
	bash: [...usual, {args: dashC('-l', '-i'), reads: ['always', 'login']}],
	zsh: [...usual, {args: dashC('-l', '-i'), reads: ['always', 'login', 'interactive']}],
	fish: usual,
	dash: [
		{args: dashC(), reads: ['always']},
		{args: dashC('-l'), reads: ['always', 'login']},
		{args: dashC('-i'), reads: ['always', 'interactive']},
	],
	ksh: [
		{args: dashC(), reads: ['always']},
		{args: dashC('-l'), reads: ['always', 'login']},
		{args: dashC('-i'), reads: ['always', 'interactive']},
	],
	mksh: [
		{args: dashC(), reads: ['always']},
		{args: dashC('-l'), reads: ['always', 'login']},
		{args: dashC('-i'), reads: ['always', 'interactive']},
	],
	tcsh: [{args: dashC(), reads: ['always']}],
	nu: [
		{args: dashC(), reads: ['always']},
		{args: line => ['-l', '-c', line], reads: ['always', 'login', 'interactive']},
	],
	xonsh: [
		{args: dashC(), reads: ['always']},
		{args: dashC('-i'), reads: ['always', 'interactive']},
	],
};

/** Files the table names for a family or a case, which this one does not read there. */
const notRead: Readonly<Record<string, readonly string[]>> = {
	dash: ['.yashrc'],
	ksh: ['.mkshrc'],
	mksh: ['.kshrc'],
	nu: ['autoload'],
	fish: [],
};

const sentinelOf = (index: number) => `TV_READ_${index}`;

/** Puts a sentinel into every startup file of the user, or one in each folder, and gives the environment after a start. */
function startWith(real: RealShell, files: readonly StartupFile[], where: ShellRoots, start: Start): Record<string, string> {
	for (const [index, file] of files.entries()) {
		const target = file.folderOf === undefined ? file.path : path.join(file.path, `sentinel-${index}${file.folderOf}`);
		mkdirSync(path.dirname(target), {recursive: true});
		const quoted = real.shell.quote('read');
		writeFileSync(target, file.folderOf === '.py' ? '' : `${quoted.ok ? real.shell.set(sentinelOf(index), quoted.text) : ''}\n`);
	}
	const ran = spawnSync(real.path ?? '', [...start.args(printEnvironment(real))], {
		env: {...childEnvironment(where.home), ...where.variables},
		cwd: where.home,
		encoding: 'utf8',
		// Not a pipe: Node's is a socket, and bash then believes that rshd runs it and reads .bashrc even with -c.
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: 60_000,
	});
	const [environment] = environmentsIn(ran.stdout);
	if (environment === undefined) throw new Error(`${real.program} ${start.args('…').join(' ')}: ${ran.stdout}${ran.stderr}`);
	return environment;
}

function roots(variables: Readonly<Record<string, string>> = {}, zdotdir?: string): ShellRoots {
	const home = freshFolder();
	return {
		home,
		xdgConfig: path.join(home, '.config'),
		zdotdir: zdotdir === undefined ? home : path.join(home, zdotdir),
		platform: 'linux',
		variables,
	};
}

function expectation(real: RealShell, files: readonly StartupFile[], start: Start): readonly string[] {
	const groups = new Set<string>();
	return files.flatMap(file => {
		const hidden = file.firstOf !== undefined && groups.has(file.firstOf);
		if (file.firstOf !== undefined) groups.add(file.firstOf);
		const name = path.basename(file.path);
		const read = start.reads.includes(file.when) && !hidden && file.folderOf !== '.py' && notRead[real.program]?.includes(name) !== true;
		return read ? [file.path] : [];
	});
}

function check(real: RealShell, where: ShellRoots, start: Start): void {
	const files = real.shell.startupFiles(where).filter(file => file.owner === 'user' && file.path.startsWith(where.home));
	const environment = startWith(real, files, where, start);
	expect(files.filter((_, index) => environment[sentinelOf(index)] === 'read').map(({path: file}) => file)).toEqual(
		expectation(real, files, start),
	);
}

describe.each(realShells.filter(({program}) => starts[program] !== undefined).map(real => [mark(real), real] as const))('%s', (_, real) => {
	it.skipIf(real.path === null)('reads the startup files the table says, when it says', () => {
		for (const start of starts[real.program] ?? []) check(real, roots(), start);
	});

	it.skipIf(real.path === null)('has the file that is written to among those it reads', () => {
		const where = roots();
		const target = real.shell.writes(where);
		expect(
			real.shell
				.startupFiles(where)
				.filter(({owner}) => owner === 'user')
				.map(({path: file}) => file),
		).toContain(target);
	});
});

function the(context: TestContext, program: string): RealShell {
	needs(context, program);
	const real = realShells.find(one => one.program === program);
	if (real === undefined) throw new Error(program);
	return real;
}

describe('what moves startup files', () => {
	it('zsh: ZDOTDIR in the environment', context => {
		const zsh = the(context, 'zsh');
		const where = roots({}, 'dots');
		const moved = {...where, variables: {ZDOTDIR: where.zdotdir}};
		const files = zsh.shell.startupFiles(moved).filter(file => file.owner === 'user');
		const environment = startWith(zsh, files, moved, {args: dashC('-l', '-i'), reads: []});
		const read = files
			.filter((_, index) => environment[sentinelOf(index)] === 'read')
			.map(({path: file}) => path.relative(where.home, file));
		expect(read).toEqual(['dots/.zshenv', 'dots/.zprofile', 'dots/.zshrc', 'dots/.zlogin']);
	});

	it('bash: BASH_ENV', context => {
		const bash = the(context, 'bash');
		const where = roots();
		check(bash, {...where, variables: {BASH_ENV: path.join(where.home, 'env.sh')}}, {args: dashC(), reads: ['always']});
	});

	it.for([
		['dash', '$HOME'],
		['ksh', '~'],
		// mksh 59c took only a full path; the others expand.
		['mksh', null],
	] as const)('%s: ENV', ([program, folder], context) => {
		const where = roots();
		const variables = {ENV: `${folder ?? where.home}/env.sh`};
		check(the(context, program), {...where, variables}, {args: dashC('-i'), reads: ['always', 'interactive']});
	});
});
