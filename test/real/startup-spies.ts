import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {childEnvironment, type RealShell} from './real-shells.ts';

/** Where the shell itself says that a variable changed. `from` and `to` differ where it can only be told between two lines. */
export type Change = {readonly file: string; readonly from: number; readonly to: number};

const watched = 'ANTHROPIC_API_KEY';

/** Compares the variable before every command, and tells the line of the command before. It prints no value. */
const bashSpy = `
__p="\${${watched}-}\${${watched}+x}"; __l=start
__spy() { local v="\${${watched}-}\${${watched}+x}"; [[ $v != "$__p" ]] && { printf 'CHANGED %s\\n' "$__l" >&9; __p=$v; }; __l="$1:$2"; }
set -T; trap '__spy "\${BASH_SOURCE[0]-}" "$LINENO"' DEBUG
. ~/.bashrc
:
trap - DEBUG
`;

const zshSpy = `
setopt NO_DEBUG_BEFORE_CMD
__p="\${${watched}-}\${${watched}+x}"
TRAPDEBUG() { local v="\${${watched}-}\${${watched}+x}"; [[ $v != "$__p" ]] && { print -u9 "CHANGED \${funcfiletrace[1]}"; __p=$v; }; }
source ~/.zshrc
`;

const fishSpy = `
function __spy --on-variable ${watched}; status print-stack-trace; end
source ~/.config/fish/config.fish
`;

function run(
	real: RealShell,
	args: readonly string[],
	home: string,
	fd9: 'pipe' | 'ignore' = 'ignore',
): {readonly said: string; readonly told: string} {
	const stdio = ['ignore', 'pipe', 'pipe', 'ignore', 'ignore', 'ignore', 'ignore', 'ignore', 'ignore', fd9] as const;
	const ran = spawnSync(real.path ?? real.program, args, {
		env: childEnvironment(home),
		cwd: home,
		encoding: 'utf8',
		stdio: [...stdio],
		timeout: 60_000,
	});
	return {said: ran.stdout + ran.stderr, told: ran.output[9] ?? ''};
}

export function changesSeen(real: RealShell, home: string, last: string): readonly Change[] {
	const spy = path.join(home, 'spy');
	switch (real.shell.name) {
		case 'bash':
			writeFileSync(spy, bashSpy);
			return inColons(run(real, ['--noprofile', '--norc', spy], home, 'pipe').told);
		case 'zsh':
			writeFileSync(spy, zshSpy);
			return inColons(run(real, ['-f', spy], home, 'pipe').told);
		case 'fish':
			writeFileSync(spy, fishSpy);
			return orByHalves(inTraces(run(real, ['--no-config', '-i', '-c', `source ${spy}`], home).said, home), real, home, last);
		case 'sh':
		case 'ksh':
		case 'tcsh':
			return byHalves(real, home, last);
		case 'nushell':
		case 'elvish':
		case 'xonsh':
		case 'powershell':
		case 'cmd':
			return [];
	}
}

function orByHalves(changes: readonly Change[], real: RealShell, home: string, last: string): readonly Change[] {
	return changes.length > 0 ? changes : byHalves(real, home, last);
}

function inColons(told: string): readonly Change[] {
	return [...told.matchAll(/^CHANGED (.*):(\d+)$/gm)].map(([, file = '', line]) => ({file, from: Number(line), to: Number(line)}));
}

/** What called the handler; nothing where that is a function of fish's own, such as `export`. */
function inTraces(said: string, home: string): readonly Change[] {
	return [...said.matchAll(/in event handler.*\n\tcalled on line (\d+) of file (\S+)/g)].flatMap(([, line, name = '']) => {
		const file = name.replace(/^~/, home);
		return file.startsWith('/usr/') ? [] : [{file, from: Number(line), to: Number(line)}];
	});
}

/** Shells without such a hook: the file is cut after each line, and the value looked at in the end. */
function byHalves(real: RealShell, home: string, last: string): readonly Change[] {
	const text = readFileSync(last, 'utf8');
	const lines = text.split('\n');
	const script = path.join(home, 'script');
	const {name} = real.shell;
	if (name === 'tcsh') writeFileSync(script, `source ~/.tcshrc\nprintenv ${watched}\n`);
	else if (name === 'fish') writeFileSync(script, `source ~/.config/fish/config.fish\necho $${watched}\n`);
	else writeFileSync(script, `. ~/.profile\necho "\${${watched}-}"\n`);
	const changes: Change[] = [];
	let before: string | null = null;
	let good = 0;
	for (let count = 1; count <= lines.length; count++) {
		const part = `${lines.slice(0, count).join('\n')}\necho reached the end\n`;
		writeFileSync(last, part);
		// tcsh runs a loop that has no end once.
		if (/^foreach/m.test(part) && !/^end$/m.test(part)) continue;
		const {said} = run(real, [...real.options, script], home);
		if (!said.includes('reached the end') || /syntax|not found|Unmatched|end-of-file/i.test(said)) continue;
		const value = said.split('reached the end\n')[1] ?? '';
		if (value.trim() !== (before ?? '').trim()) changes.push({file: last, from: good + 1, to: count});
		before = value;
		good = count;
	}
	writeFileSync(last, text);
	return changes;
}
