import path from 'node:path';
import type {Machine} from '../machine/machine.ts';

/** What an apiKeyHelper command would start, as far as that is certain without starting it. */
export type HelperProgram =
	| {readonly state: 'found'; readonly program: string}
	| {readonly state: 'missing' | 'not-executable'; readonly program: string}
	/** A command that certainly prints nothing, such as `true` or `exit 3`. */
	| {readonly state: 'prints-nothing'}
	/** Too much shell to tell. */
	| {readonly state: 'unknown'};

/** Claude Code hands the command to /bin/sh, on Windows to cmd. */
export function inspectHelper(machine: Machine, command: string): HelperProgram {
	const trimmed = command.trim();
	if (/^(?:true|false|:|exit(?:\s+\d+)?|\/bin\/(?:true|false)|\/usr\/bin\/(?:true|false)|echo)?;?$/.test(trimmed))
		return {state: 'prints-nothing'};
	const words = readWords(machine, trimmed);
	const [first, second] = words;
	if (first === undefined) return {state: 'unknown'};
	const program = locate(machine, first);
	if (
		program.state === 'found' &&
		interpreters.test(first) &&
		second !== undefined &&
		/^(?:\/|[A-Za-z]:\\)/.test(second) &&
		machine.files.stat(second, 'follow') === null
	)
		return {state: 'missing', program: second};
	return program;
}

const interpreters = /^(?:.*\/)?(?:sh|bash|zsh|dash|ksh|node|python3?|ruby|perl|bun)$/;

/** Built into every sh, so no file stands behind them; keywords begin something that only the shell understands. */
const builtIn =
	/^(?:echo|printf|cat|cd|command|eval|exec|export|set|unset|test|\[|\.|source|read|umask|trap|if|for|while|case|until|\{|!|type|ulimit|wait)$/;

function locate(machine: Machine, word: string): HelperProgram {
	const {files, environment} = machine;
	const rules = environment.platform === 'win32' ? path.win32 : path.posix;
	if (builtIn.test(word)) return {state: 'unknown'};
	if (word.includes('/') || word.includes('\\')) {
		const file = rules.resolve(environment.cwd, word);
		const stat = files.stat(file, 'follow');
		if (stat === null)
			return environment.platform === 'win32' && rules.extname(file) === '' ? {state: 'unknown'} : {state: 'missing', program: word};
		return files.executable(file) ? {state: 'found', program: word} : {state: 'not-executable', program: word};
	}
	if (environment.platform === 'win32') return {state: 'unknown'};
	const folders = (environment.variables['PATH'] ?? '/usr/bin:/bin').split(':');
	const found = folders.some(folder => files.executable(rules.resolve(environment.cwd, folder, word)));
	return found ? {state: 'found', program: word} : {state: 'missing', program: word};
}

/** The first two words, when they are plain: quotes and a leading home are understood, any other expansion ends the reading. */
function readWords({environment}: Machine, command: string): readonly string[] {
	const words: string[] = [];
	for (const match of command.matchAll(
		/\s*((?:"(?:[^"$`\\]|\$\{?HOME\}?)*"|'[^']*'|\$\{?HOME\}?|[^\s"'$`|;&<>(){}*?]+)+)(?=\s|$|[|;&<>])/gy,
	)) {
		const word = (match[1] ?? '')
			.replace(/^~(?=\/|$)/, () => environment.home)
			.replace(/\$(?:\{HOME\}|HOME\b)/g, () => environment.home)
			.replace(/["']/g, '');
		if (words.length === 0 && /^[A-Za-z_]\w*=/.test(word)) continue;
		words.push(word);
		if (words.length === 2) break;
	}
	return words;
}
