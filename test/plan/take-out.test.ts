import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {takeOut} from '../../source/plan/take-out.ts';
import {readAssignments} from '../../source/shells/assignments.ts';
import type {ShellName} from '../../source/shells/shell.ts';
import {csh, fish} from '../shells/assignments/fish-csh-table.ts';
import {rows} from '../shells/assignments/others-table.ts';
import {forms, zsh} from '../shells/assignments/posix-table.ts';

type Row = readonly [shell: ShellName, before: string, after: string];

const table: readonly Row[] = [
	['bash', 'a\nexport N=v\nb\n', 'a\nb\n'],
	['bash', 'a\n\texport N=v  # my key\nb\n', 'a\n\t# my key\nb\n'],
	['bash', '# above\nexport N=v\n', '# above\n'],
	['bash', 'export N=v', ''],
	['bash', 'a\nexport N=v', 'a\n'],
	['bash', 'a\r\nexport N=v\r\nb\r\n', 'a\r\nb\r\n'],
	['bash', '\uFEFF# x\nexport N=v\nb', '\uFEFF# x\nb'],
	['bash', 'export A=1 N=2 B=3\n', 'export A=1 B=3\n'],
	['bash', 'export N=2 B=3\n', 'export B=3\n'],
	['bash', 'export A=1 N=2 # c\n', 'export A=1 # c\n'],
	['bash', 'N=2 B=3\n', 'B=3\n'],
	['bash', 'export A=1 \\\n  N=2 \\\n  B=3\n', 'export A=1 \\\n  B=3\n'],
	['bash', 'export A=1 \\\n  N=2\nx\n', 'export A=1\nx\n'],
	['bash', 'export \\\n  N=2\nx\n', 'x\n'],
	['bash', 'N=v\nexport N\nx\n', 'x\n'],
	['bash', 'N=v; export N\nx\n', 'x\n'],
	['bash', 'N=v; export A N B\nx\n', 'export A B\nx\n'],
	['bash', 'export N\nN=v\n', ''],
	['bash', 'declare -x N=v; x\n', 'x\n'],
	['bash', 'x; export N=v\n', 'x\n'],
	['bash', 'x; export N=v # c\n', 'x # c\n'],
	['bash', 'x; export N=v; y\n', 'x; y\n'],
	['bash', '[ -f x ] && export N=v\n', '[ -f x ] && :\n'],
	['bash', 'export N=v && x\n', ': && x\n'],
	['bash', '! export N=v\n', '! :\n'],
	['bash', 'if x; then\n  export N=v\nfi\n', 'if x; then\n  :\nfi\n'],
	['bash', 'if x; then export N=v; fi\n', 'if x; then :; fi\n'],
	['bash', 'if x; then\n  y\n  export N=v\nfi\n', 'if x; then\n  y\nfi\n'],
	['bash', 'if x; then export N=v\n  y\nfi\n', 'if x; then\n  y\nfi\n'],
	['bash', 'if x; then y; export N=v; else z; fi\n', 'if x; then y; else z; fi\n'],
	['bash', 'if x; then y; else export N=v; fi\n', 'if x; then y; else :; fi\n'],
	['bash', 'if export N=v; then y; fi\n', 'if :; then y; fi\n'],
	['bash', 'case x in\n  a) export N=v ;;\n  b) y; export N=w;;\nesac\n', 'case x in\n  a) : ;;\n  b) y;;\nesac\n'],
	['bash', 'f() {\n  x\n  export N=v\n}\n', 'f() {\n  x\n  :\n}\n'],
	['bash', 'f() {\n  export N=v\n  x\n}\n', 'f() {\n  x\n}\n'],
	['bash', 'f() { export N=v; }\n', 'f() { :; }\n'],
	['bash', '{ export N=v; x; }\n', '{ x; }\n'],
	['bash', 'if x; then\n  N=v\n  export N\nfi\n', 'if x; then\n  :\nfi\n'],
	['bash', "export N='a;b # c' # d\n", '# d\n'],
	['bash', 'export N="$(x)"\n', ''],
	['bash', 'export N=v >/dev/null 2>&1\nx\n', 'x\n'],
	['bash', 'printf -v N v; export N\nx\n', 'x\n'],
	['bash', 'cat <<E\nexport N=no\nE\nexport N=v\n', 'cat <<E\nexport N=no\nE\n'],
	['bash', 'alias n="export N=no"\nexport N=v\n', 'alias n="export N=no"\n'],
	['bash', 'export N=v\nunset N\n', 'unset N\n'],
	['bash', 'export N=v\nexport N=w\n', ''],
	['zsh', 'if [[ -n a ]] { export N=v }\n', 'if [[ -n a ]] { : }\n'],
	['zsh', '{ a; export N=v }\n', '{ a }\n'],
	['zsh', 'typeset -gx N=v A=1\n', 'typeset -gx A=1\n'],
	['fish', 'a\nset -gx N v\nb\n', 'a\nb\n'],
	['fish', 'set -gx N v; b\n', 'b\n'],
	['fish', 'if a; set -gx N v; end\n', 'if a; begin; end; end\n'],
	['fish', 'test -f x; and set -gx N v\n', 'test -f x; and begin; end\n'],
	['fish', 'set -gx N v; and b\n', 'begin; end; and b\n'],
	['fish', 'switch a\n  case b\n    set -gx N v\nend\n', 'switch a\n  case b\n    begin; end\nend\n'],
	['fish', 'export A=1 N=2\n', 'export A=1\n'],
	['fish', 'set N v\nexport N\nx\n', 'x\n'],
	['fish', 'set -Ux N v # c\n', '# c\n'],
	['tcsh', 'a\nsetenv N v\nb\n', 'a\nb\n'],
	['tcsh', 'setenv A 1; setenv N 2; setenv B 3\n', 'setenv A 1; setenv B 3\n'],
	['tcsh', 'if (x) setenv N v\n', 'if (x) :\n'],
	['tcsh', 'if (x) then\n  setenv N v\nendif\n', 'if (x) then\n  :\nendif\n'],
	['nushell', '$env.N = "v"\nb\n', 'b\n'],
	['nushell', 'load-env { A: "1", N: "v" }\n', 'load-env { A: "1", }\n'],
	['nushell', 'load-env {\n  A: "1"\n  N: "v"\n}\n', 'load-env {\n  A: "1"\n}\n'],
	['nushell', 'load-env { N: "v" }\nx\n', 'x\n'],
	['elvish', 'set-env N v; x\n', 'x\n'],
	['elvish', 'fn f { set-env N v }\n', 'fn f { nop }\n'],
	['xonsh', "if x:\n    $N = 'v'\ny\n", 'if x:\n    pass\ny\n'],
	['xonsh', "$N = 'v'\ny\n", 'y\n'],
	['xonsh', "if x: $N = 'v'\n", 'if x: pass\n'],
	['powershell', "if ($x) { $env:N = 'v' }\n", 'if ($x) { $null }\n'],
	['bash', 'for n in A N B; do export "$n"=v; done', 'for n in A B; do export "$n"=v; done'],
	['zsh', 'for n (N A) export $n=v', 'for n (A) export $n=v'],
	[
		'bash',
		'for n in \\\n\tN \\\n\tA; do\n\tif a; then export $n=v; else export $n=w; fi\ndone',
		'for n in \\\n\tA; do\n\tif a; then export $n=v; else export $n=w; fi\ndone',
	],
	['bash', "trap 'export N=v' DEBUG\n", "trap '' DEBUG\n"],
	['bash', "PROMPT_COMMAND='history -a; export N=v'\n", "PROMPT_COMMAND='history -a'\n"],
	['bash', 'eval "$(cat <<EOF\nexport N=v\nexport A=1\nEOF\n)"\n', 'eval "$(cat <<EOF\nexport A=1\nEOF\n)"\n'],
	['zsh', ". /dev/stdin <<'EOF'\nexport A=1 N=$HOME\nEOF\n", ". /dev/stdin <<'EOF'\nexport A=1\nEOF\n"],
	['bash', 'source <(echo export N=v)\n', 'source <(echo)\n'],
	['fish', 'for n in A N\n  set -gx $n v\nend', 'for n in A\n  set -gx $n v\nend'],
	['powershell', "$env:A = 1; $env:N = 'v'\r\n", '$env:A = 1\r\n'],
	['cmd', '@echo off\r\nset "N=v"\r\nx\r\n', '@echo off\r\nx\r\n'],
];

describe('taking an assignment out', () => {
	test.each(table)('%s %j', (shell, before, after) => {
		const taken = takeOut(before, shell, 'N');
		expect(taken).toMatchObject({state: 'changed', text: after});
		if (taken.state !== 'changed') return;
		expect(takeOut(taken.text, shell, 'N')).toEqual({state: 'same'});
	});

	test.each([
		['bash', 'for x in a; do export N=$x; done', 'is set inside a loop'],
		['bash', 'for n in N; do export $n=v; done', 'is set inside a loop'],
		['bash', 'eval export "N=v"', 'is set by a text that eval runs'],
		['bash', 'eval "$(printf \'A=1\\nexport N=v\\n\')"', 'is set by a text that eval runs'],
		['bash', 'export N="a\nb"', 'has a value over several lines'],
		['bash', 'export N=$(cat <<E\nx\nE\n)', 'has a value over several lines'],
		['bash', 'export N=v <<E\nx\nE', 'has a value over several lines'],
		['bash', 'read -r N A < f', 'is set by a command that does more'],
		['bash', 'echo ${N:=v}', 'is set by a command that does more'],
		['fish', 'echo v | read -gx N', 'is set by a command that does more'],
		['fish', 'for x in a; set -gx N $x; end', 'is set inside a loop'],
		['tcsh', 'foreach x (a)\nsetenv N $x\nend', 'is set inside a loop'],
		['elvish', 'set E:N E:A = 1 2', 'is set by a command that does more'],
		['cmd', 'if exist f set N=v', 'is set by a command that does more'],
		['cmd', 'x & set N=v', 'is set by a command that does more'],
	] as const)('refuses, with line and reason: %s %j', (shell, text, why) => {
		expect(takeOut(text, shell, 'N')).toEqual({
			state: 'refused',
			kind: 'impossible',
			why: `N ${why}; take it out by hand`,
			line: 1 + Number(shell === 'tcsh'),
			column: expect.any(Number),
		});
	});

	test('one line of several, by its number', () => {
		const text = 'export N=a\nx\nexport N=b\n';
		expect(takeOut(text, 'bash', 'N', 3)).toMatchObject({text: 'export N=a\nx\n', line: 3});
		expect(takeOut(text, 'bash', 'N', 2)).toMatchObject({state: 'refused', kind: 'not-found', line: 2});
		expect(takeOut(text, 'bash', 'M', 1)).toEqual({state: 'same'});
	});

	test('a bare export stays while another value needs it', () => {
		expect(takeOut('N=a\nN=b\nexport N\n', 'bash', 'N', 1)).toMatchObject({text: 'N=b\nexport N\n'});
	});
});

/** Every form of every dialect, in every order, several in a file. */
const texts: readonly (readonly [ShellName, readonly string[]])[] = [
	['bash', forms.map(([text]) => text)],
	['zsh', [...forms, ...zsh].map(([text]) => text)],
	['fish', fish.map(([text]) => text)],
	['tcsh', csh.map(([text]) => text)],
	...Object.entries(rows).map(([shell, {forms: all}]) => [shell as ShellName, all.map(([text]) => text)] as const),
];

describe.each(texts)('random files of %s', (shell, all) => {
	test('either nothing sets it any more and it can be put back, or nothing is done', () => {
		const file = fc.array(fc.constantFrom(...all, '# a comment', 'echo x', ''), {maxLength: 6}).map(lines => lines.join('\n'));
		fc.assert(
			fc.property(file, text => {
				const taken = takeOut(text, shell, 'N');
				if (taken.state !== 'changed') return;
				const left = readAssignments(taken.text, shell).filter(
					one => one.kind === 'assignment' && one.variable === 'N' && (one.does === 'set' || one.does === 'computed'),
				);
				expect(left).toEqual([]);
				const comments = (of: string): number => of.split('# a comment').length;
				expect(comments(taken.text)).toBe(comments(text));
			}),
			{numRuns: 300},
		);
	});
});
