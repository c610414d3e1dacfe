import {describe, expect, test} from 'vitest';
import {said} from './said.ts';

type Row = readonly [text: string, ...expected: string[]];

const fish: readonly Row[] = [
	['set -gx N v', 'set "v" by set -gx'],
	['set -x N v', 'set "v" by set -x'],
	['set -xg N v', 'set "v" by set -gx'],
	['set --global --export N v', 'set "v" by set -gx'],
	['set -Ux N v', 'set "v" by set -Ux'],
	['set -U -x N v', 'set "v" by set -Ux'],
	['set -g N v', 'set "v" by set -g !'],
	['set N v\nexport N', 'set "v" by set', 'export by export NAME'],
	['set N v', 'set "v" by set !'],
	['set -gx N', 'set "" by set -gx'],
	["set -gx N ''", 'set "" by set -gx'],
	['set -gx N a b c', 'set "a b c" by set -gx'],
	["set -gx N 'a\\'b\\\\c\\d'", 'set "a\'b\\\\c\\\\d" by set -gx'],
	['set -gx N "a\\"b\\$c\\d"', 'set "a\\"b$c\\\\d" by set -gx'],
	['set -gx N \\x41b"c"\'d\'\\u20ac\\n', 'set "Abcd€\\n" by set -gx'],
	['set -gx N (cmd)', 'computed by set -gx'],
	['set -gx N "$(cmd "x")"', 'computed by set -gx'],
	['set -gx N $OTHER', 'computed by set -gx'],
	['set -gx N {a,b}', 'computed by set -gx'],
	['set -gx N {a}', 'set "{a}" by set -gx'],
	['set -gx -a N v', 'computed by set -gx'],
	['export N=v', 'set "v" by export'],
	['export A=1 N="v w" B=2', 'set "v w" by export'],
	['export "N=v"', 'set "v" by export'],
	['setenv N v', 'set "v" by setenv'],
	['read -gx N < f', 'computed by read'],
	['read -P "key? " -gx N', 'computed by read'],
	['eval "set -gx N v"', 'set "v" by eval'],
	['if status is-interactive\n  set -gx N v\nend', 'set "v" by set -gx ?'],
	['if a; b; else if c; set -gx N v; else; d; end; set -gx N w', 'set "v" by set -gx ?', 'set "w" by set -gx'],
	['test -f x; and set -gx N v', 'set "v" by set -gx ?'],
	['test -f x\nor set -gx N v\nset -gx N w', 'set "v" by set -gx ?', 'set "w" by set -gx'],
	['test -f x && set -gx N v', 'set "v" by set -gx ?'],
	[
		'switch (uname)\n  case Linux "a b"\n    set -gx N v\n  case "*"\n    a\nend\nset -gx N w',
		'set "v" by set -gx ?',
		'set "w" by set -gx',
	],
	['function f --on-event x; set -gx N v; end', 'set "v" by set -gx ?'],
	['begin; set -gx N v; end; set -gx N w', 'set "v" by set -gx', 'set "w" by set -gx'],
	['for x in a b; set -gx N $x; end', 'computed by set -gx ?'],
	['set -e N', 'unset by set -e !'],
	['set -eg A N', 'unset by set -e !'],
	['set -Ue N', 'unset by set -Ue !'],
	['set --erase N', 'unset by set -e !'],
	['set -gx N a#b # c', 'set "a#b" by set -gx'],
	['set -gx \\\n  N \\\n  v', 'set "v" by set -gx'],
	['set -gx N v\r\nset -gx N w\r\n', 'set "v" by set -gx', 'set "w" by set -gx'],
	['\uFEFFset -gx N v', 'set "v" by set -gx'],
	['builtin set -gx N v', 'set "v" by set -gx'],
	['set -gx N_PATH a b; set -gx N v 2>/dev/null', 'set "v" by set -gx'],
	['echo (echo ")" \')\' # ) \n); set -gx N v', 'set "v" by set -gx'],
];

const fishDecoys: readonly string[] = [
	'# set -gx N v',
	'echo "set -gx N v"',
	"echo 'set -gx N v'",
	'echo set -gx N v',
	'N=v cmd',
	'env N=v cmd',
	'set -lx N v',
	'begin; set -lx N v; end',
	'function f; set -x N v; end',
	'function f; set -fx N v; end',
	'set -q N',
	'set -q N; or echo',
	'set --show N',
	'set -gx MY_N v',
	'echo (set -lx N v)',
	"alias x='set -gx N v'",
	'abbr -a x "set -gx N v"',
	'set -gx A N v',
	'return\nset -gx N v',
];

const csh: readonly Row[] = [
	['setenv N v', 'set "v" by setenv'],
	['setenv N "v w"', 'set "v w" by setenv'],
	["setenv N 'it'\\''s'", 'set "it\'s" by setenv'],
	["setenv N 'a\\!b'", 'set "a!b" by setenv'],
	['setenv N "a\\!b"', 'set "a!b" by setenv'],
	["setenv N 'a\\\nb'", 'set "a\\nb" by setenv'],
	['setenv N a\\ b', 'set "a b" by setenv'],
	["setenv N 'a\\b'", 'set "a\\\\b" by setenv'],
	['setenv N', 'set "" by setenv'],
	["setenv N ''", 'set "" by setenv'],
	['setenv N `cmd`', 'computed by setenv'],
	['setenv N $OTHER', 'computed by setenv'],
	['setenv N "$OTHER"', 'computed by setenv'],
	['setenv A 1; setenv N v', 'set "v" by setenv'],
	['setenv N a#b # c', 'set "a#b" by setenv'],
	['if ( ! $?N ) setenv N v', 'set "v" by setenv ?'],
	['if ($x == ")") then\n  setenv N v\nendif\nsetenv N w', 'set "v" by setenv ?', 'set "w" by setenv'],
	['if (a) then\n  b\nelse if (c) then\n  setenv N v\nelse\n  d\nendif\nsetenv N w', 'set "v" by setenv ?', 'set "w" by setenv'],
	['switch ($OS)\ncase Linux:\n  setenv N v\n  breaksw\ndefault:\n  x\nendsw\nsetenv N w', 'set "v" by setenv ?', 'set "w" by setenv'],
	['foreach f (a b)\n  setenv N $f\nend\nsetenv N w', 'computed by setenv ?', 'set "w" by setenv'],
	['while ( $i < 3 )\n  @ i++\nend\nsetenv N w', 'set "w" by setenv'],
	['test -f x && setenv N v', 'set "v" by setenv ?'],
	['unsetenv N', 'unset by unsetenv'],
	['unsetenv A N', 'unset by unsetenv'],
	["eval 'setenv N v'", 'set "v" by eval'],
	['setenv N v\r\nsetenv A b\r\n', 'set "v\\r" by setenv'],
	['setenv N \\\n v', 'set "v" by setenv'],
	['setenv N v > /dev/null', 'set "v" by setenv'],
];

const cshDecoys: readonly string[] = [
	'# setenv N v',
	'echo "setenv N v"',
	"alias x 'setenv N v'",
	'set N = v',
	'set N=v',
	'env N=v cmd',
	'(setenv N v)',
	'setenv N v | cat',
	'cat <<EOF\nsetenv N v\nEOF',
	'setenv MY_N v',
	'setenv N a b',
	'exit\nsetenv N v',
];

describe('fish', () => {
	test.each(fish)('%j', (text, ...expected) => {
		expect(said(text, 'fish')).toEqual(expected);
	});
	test.each(fishDecoys)('sets nothing: %j', text => {
		expect(said(text, 'fish')).toEqual([]);
	});
	test('a statement after any of them is still found', () => {
		for (const text of [...fish.map(([each]) => each), ...fishDecoys.filter(each => !each.startsWith('return'))])
			expect(said(`${text}\nset -gx N last`, 'fish').at(-1), text).toBe('set "last" by set -gx');
	});
});

describe('tcsh', () => {
	test.each(csh)('%j', (text, ...expected) => {
		expect(said(text, 'tcsh')).toEqual(expected);
	});
	test.each(cshDecoys)('sets nothing: %j', text => {
		expect(said(text, 'tcsh')).toEqual([]);
	});
	test('a statement after any of them is still found', () => {
		for (const text of [...csh.map(([each]) => each), ...cshDecoys.filter(each => !each.startsWith('exit'))])
			expect(said(`${text}\nsetenv N last`, 'tcsh').at(-1), text).toBe('set "last" by setenv');
	});
});
