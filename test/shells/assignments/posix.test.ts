import {describe, expect, test} from 'vitest';
import {assignments, said} from './said.ts';

const forms: readonly (readonly [text: string, ...expected: string[]])[] = [
	['export N=v', 'set "v" by export'],
	["export N='v w'", 'set "v w" by export'],
	['export N="v w"', 'set "v w" by export'],
	['export "N=v w"', 'set "v w" by export'],
	["export 'N=v'", 'set "v" by export'],
	['export N=""', 'set "" by export'],
	['export N=', 'set "" by export'],
	['export N="a"\'b\'c\\ d', 'set "ab" by export'.replace('ab', 'abc d')],
	["export N=$'a\\tb\\x41\\u00e9\\303\\251'", 'set "a\\tbAéé" by export'],
	['export N="a\\"b\\$c\\`d\\\\e\\f"', 'set "a\\"b$c`d\\\\e\\\\f" by export'],
	["export N='it'\\''s'", 'set "it\'s" by export'],
	['export N=a#b # c', 'set "a#b" by export'],
	['export N=$(cmd)', 'computed by export'],
	['export N=`cmd`', 'computed by export'],
	['export N="$(op read "op://a/b")"', 'computed by export'],
	['export N=$OTHER', 'computed by export'],
	['export N="${OTHER:-v}"', 'computed by export'],
	['N=v', 'set "v" by plain !'],
	['N=v; export N', 'set "v" by plain', 'export by export NAME'],
	['N=v\nexport A N', 'set "v" by plain', 'export by export NAME'],
	['export N\nN=v', 'export by export NAME', 'set "v" by plain'],
	['declare -x N=v', 'set "v" by declare -x'],
	['declare -rx N=v', 'set "v" by declare -rx'],
	['typeset -x N=v', 'set "v" by typeset -x'],
	['typeset -gx N=v', 'set "v" by typeset -gx'],
	['readonly N=v', 'set "v" by readonly !'],
	['readonly N=v; export N', 'set "v" by readonly', 'export by export NAME'],
	['export A=1 N=2 B=3', 'set "2" by export'],
	['export A=1 \\\n  N=2 \\\n  B=3', 'set "2" by export'],
	['A=1 N=2', 'set "2" by plain !'],
	['command export N=v', 'set "v" by export'],
	['builtin export N=v', 'set "v" by export'],
	['\\export N=v', 'set "v" by export'],
	['test -f x && export N=v', 'set "v" by export ?'],
	['test -f x ||\n  export N=v', 'set "v" by export ?'],
	['export N=v && echo done', 'set "v" by export'],
	['if true; then export N=v; fi', 'set "v" by export ?'],
	['if a; then b; elif c; then export N=v; else d; fi; export N=w', 'set "v" by export ?', 'set "w" by export'],
	[
		'case $TERM in\n  xterm*|(rxvt)) export N=v ;;\n  *) export N=w\nesac\nexport N=x',
		'set "v" by export ?',
		'set "w" by export ?',
		'set "x" by export',
	],
	['case a in a) b;; esac; export N=v', 'set "v" by export'],
	['f() { export N=v; }', 'set "v" by export ?'],
	['function f { export N=v; }\nexport N=w', 'set "v" by export ?', 'set "w" by export'],
	['function f() {\n  export N=v\n}', 'set "v" by export ?'],
	['for x in a b; do export N=$x; done', 'computed by export ?'],
	['while read x; do :; done < f; export N=v', 'set "v" by export'],
	['{ export N=v; }', 'set "v" by export'],
	['a; export N=v; b', 'set "v" by export'],
	['\texport N=v', 'set "v" by export'],
	['unset N', 'unset by unset !'],
	['unset -v A N', 'unset by unset !'],
	['export -n N', 'unset by export -n !'],
	['declare +x N', 'unset by declare +x !'],
	['printf -v N v', 'set "v" by printf -v !'],
	["printf -v N '%s' 'a b'; export N", 'set "a b" by printf -v', 'export by export NAME'],
	['printf -v N %d 3', 'computed by printf -v !'],
	['IFS= read -rs N; export N', 'computed by read', 'export by export NAME'],
	['read -r A N < file', 'computed by read !'],
	[': "${N:=v}"', 'set "v" by default !'],
	[': ${N:=v}; export N', 'set "v" by default', 'export by export NAME'],
	['N+=v', 'computed by plain += !'],
	['export N+=v', 'computed by export +='],
	['eval "export N=v"', 'set "v" by eval'],
	['set -a\nN=v\nset +a\nN=w', 'set "v" by plain', 'set "w" by plain'],
	['set -o allexport; N=v', 'set "v" by plain'],
	['export N=v > /dev/null 2>&1', 'set "v" by export'],
	['2>/dev/null export N=v', 'set "v" by export'],
	['export N=v\r\nexport A=b\r\n', 'set "v\\r" by export'],
	['export N="v"\r\n', 'set "v\\r" by export'],
	['export A=(1 2) N=v', 'set "v" by export'],
	['arr=(a "b c" # comment )\n d); export N=v', 'set "v" by export'],
	["x=$(cat <<EOF\nit's (\nEOF\n); export N=v", 'set "v" by export'],
	['x=$(case a in a) echo;; esac); export N=v', 'set "v" by export'],
	['x=$(( (1<<2) + 1 )); ((i++)); export N=v', 'set "v" by export'],
	['[[ $a == (x|y) && ( b < c ) ]] && export N=v', 'set "v" by export ?'],
	['[[ "$a" =~ ^(x|y)$ ]]; export N=v', 'set "v" by export'],
	['echo ${a#"}"} ${b//\\}/x}; export N=v', 'set "v" by export'],
	['! export N=v', 'set "v" by export'],
	['export N=~/x', 'computed by export'],
	['export -- N=v', 'set "v" by export'],
	['cat <<EOF && export N=v\nx\nEOF', 'set "v" by export ?'],
	['\uFEFFexport N=v\nexport N=w', 'set "w" by export'],
	['export N=v\u00a0w', 'set "v\u00a0w" by export'],
];

const decoys: readonly string[] = [
	'# export N=v',
	'  # export N=v',
	'echo a # export N=v',
	'echo "export N=v"',
	"echo 'export N=v'",
	'echo export N=v',
	'N=v cmd',
	'A=1 N=v cmd arg',
	'env N=v cmd',
	'sudo N=v cmd',
	"alias x='export N=v'",
	'cat <<EOF\nexport N=v\nEOF',
	"cat <<'EOF'\nexport N=v\nEOF",
	'cat <<-EOF\n\texport N=v\n\tEOF',
	'cat <<A <<B\nexport N=v\nA\nexport N=v\nB',
	": <<'END'\nexport N=v\nEND",
	'x="\nexport N=v\n"',
	"x='\nexport N=v\n'",
	'x=$(export N=v; echo)',
	'x=`export N=v`',
	'(export N=v)',
	'( export N=v; cmd )',
	'export N=v | cat',
	'echo | export N=v',
	'export N=v &',
	'a && export N=v &',
	'{ export N=v; } | cat',
	'f() ( export N=v )',
	'f() { local N=v; }',
	'f() { declare N=v; }',
	'local N=v',
	'export -f N',
	'export -p N',
	'unset -f N',
	'test "$N" = v',
	'[ "$N" = v ]',
	'[[ $N == v ]]',
	'export MY_N=v NN=w N2=x',
	'export $N',
	'exportN=v',
	'N =v',
	'return 0\nexport N=v',
	'exit\nexport N=v',
	'exec zsh -l\nexport N=v',
	'declare -f N',
	'declare -A N=v',
	'N=(a b)',
	'printf "%s" N=v',
	'trap "export N=v" EXIT',
	'case $x in export N=v) a;; esac',
	'for N=v in a; do :; done',
	'x=N=v',
	'cat <<< "export N=v"',
	'cmd <<EOF | other\nexport N=v\nEOF',
];

describe('sh, bash, zsh, ksh', () => {
	test.each(forms)('%j', (text, ...expected) => {
		expect(said(text, 'bash')).toEqual(expected);
	});
	test.each(decoys)('sets nothing: %j', text => {
		const all = said(text, 'bash').filter(each => !each.startsWith('computed by plain !'));
		expect(all).toEqual([]);
	});
	test('a statement after any decoy that ends is still found', () => {
		for (const decoy of decoys.filter(each => !/^(?:return|exit|exec)/.test(each)))
			expect(said(`${decoy}\nexport N=last`, 'bash').at(-1), decoy).toBe('set "last" by export');
	});
	test('a statement after any form is still found at the outermost level', () => {
		for (const [text] of forms) expect(said(`${text}\nexport N=last`, 'bash').at(-1), text).toBe('set "last" by export');
	});
	test('dash knows no $-quotes', () => {
		expect(said("export N=$'a'", 'sh')).toEqual(['set "$a" by export']);
	});
});

describe('zsh', () => {
	const zsh: readonly (readonly [string, ...string[]])[] = [
		['if [[ a ]] { export N=v }; export N=w', 'set "v" by export ?', 'set "w" by export'],
		['if [[ a ]] {\n  b\n} else {\n  export N=v\n}\nexport N=w', 'set "v" by export ?', 'set "w" by export'],
		['for f (a b) export N=$f\nexport N=w', 'computed by export ?', 'set "w" by export'],
		['for f (a b) { export N=v }; export N=w', 'set "v" by export ?', 'set "w" by export'],
		['for f in *.zsh(N); do :; done; export N=w', 'set "w" by export'],
		['echo x | export N=v', 'set "v" by export'],
		['f() { typeset -x N=v }', 'set "v" by typeset -x ?'],
		['() { export N=v }\nexport N=w', 'set "v" by export ?', 'set "w" by export'],
		['{ a } always { export N=v }; export N=w', 'set "v" by export', 'set "w" by export'],
		['noglob export N=v', 'set "v" by export'],
		['ls *(.om[1]); export N=v', 'set "v" by export'],
		['foreach x (a b); export N=v; end; export N=w', 'set "v" by export ?', 'set "w" by export'],
		['setopt all_export; N=v', 'set "v" by plain'],
		['while (( x )) { export N=v }; export N=w', 'set "v" by export ?', 'set "w" by export'],
	];
	test.each(zsh)('%j', (text, ...expected) => {
		expect(said(text, 'zsh')).toEqual(expected);
	});
});

test('line, column and offsets are those of the statement and of the one word', () => {
	const text = 'x=1\n  if a; then export A=1 N="v w" B=2; fi\n';
	const [found] = assignments(text, 'bash');
	expect(found).toMatchObject({line: 2, column: 14});
	expect(text.slice(found?.start, found?.end)).toBe('export A=1 N="v w" B=2');
	expect(text.slice(found?.item.start, found?.item.end)).toBe('N="v w"');
});
