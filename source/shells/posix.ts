import {literalOf, oneLine, quoteWith} from './refuse.ts';
import type {Shell} from './shell.ts';

/** Everything in '…' is literal in every POSIX shell; a ' ends the word, stands escaped, and begins it again. */
const quote = quoteWith(value => `'${value.replaceAll("'", "'\\''")}'`);

/** A literal of a prompt or path of ours. */
export const posixLiteral = (text: string): string => literalOf(quote, text);

/** What sh, bash, zsh and ksh have in common. */
export const posix = {
	quote,
	set: (name, quoted) => `export ${name}=${quoted}`,
	unset: (...names) => `unset ${names.join(' ')}`,
	copy: (name, from) => `export ${name}="\${${from}-}"`,
	// `if`, not `&&`: under `set -e`, and as the last line of a startup file, a missing file must leave success behind.
	source: file => `if [ -r ${posixLiteral(file)} ]; then . ${posixLiteral(file)}; fi`,
	comment: text => `# ${oneLine(text)}`,
	remark: text => `# ${oneLine(text)}`,
	lineEnd: '',
	evaluate: command => `eval "$(${command})"`,
} satisfies Partial<Shell>;

/** Exports what was read, or says that nothing was: an empty key is worse than none. */
export function exportIfEntered(name: string): string {
	return `if [ -n "\${${name}-}" ]; then export ${name}; else unset ${name}; echo 'Nothing was entered.' >&2; fi`;
}

/**
 * For shells whose `read` cannot hide: the terminal's echo is turned off in a subshell, so that Ctrl-C turns it on again without
 * touching the traps of the user's shell. `print` must be a builtin, or the value would show in the process list.
 */
export function readWithoutEcho(name: string, prompt: string, print: string): string {
	const inside = [
		'was=$(stty -g 2>/dev/null) || was=',
		`trap 'stty "$was" 2>/dev/null; echo >&2' EXIT`,
		"trap 'exit 130' HUP INT TERM",
		'stty -echo 2>/dev/null || :',
		`printf '%s' ${posixLiteral(prompt)} >&2`,
		'IFS= read -r line || :',
		`${print} "$line"`,
	];
	return `${name}=$(${inside.join('; ')}) || :; ${exportIfEntered(name)}`;
}
