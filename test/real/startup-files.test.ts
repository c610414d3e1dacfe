import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {realFiles} from '../../source/machine/real-files.ts';
import {findRoots} from '../../source/places/roots.ts';
import {startupFiles} from '../../source/places/startup-files.ts';
import {freshFolder, mark, realShells} from './real-shells.ts';
import {changesSeen} from './startup-spies.ts';

const n = 'ANTHROPIC_API_KEY';

const posix: readonly string[] = [
	`export ${n}=v`,
	`export ${n}='v w'`,
	`${n}=v; export ${n}`,
	`${n}=v\nexport ${n}`,
	`export A=1 ${n}=2 B=3`,
	`export A=1 \\\n  ${n}=2 \\\n  B=3`,
	`true && export ${n}=v`,
	`true && \\\n  export ${n}=v`,
	`if true; then\n  export ${n}=v\nfi`,
	`case x in\n  x) export ${n}=v ;;\nesac`,
	`a=1; export ${n}=v; b=2`,
	`cat <<EOF >/dev/null\nexport ${n}=decoy\nEOF\nexport ${n}=v`,
	`x="\nexport ${n}=decoy\n"\nexport ${n}=v`,
	`# export ${n}=decoy\nexport ${n}=v # c`,
	`readonly ${n}=v; export ${n}`,
	`: "\${${n}:=v}"; export ${n}`,
	`{ :; export ${n}=v; }`,
	`export ${n}="$(echo v)"`,
	`export ${n}=v\nunset ${n}`,
	`export ${n}=v\nexport ${n}=w`,
	`for x in a b; do\n  export ${n}=$x\ndone`,
	`eval "export ${n}=v"`,
	`set -a\n${n}=v\nset +a`,
];
const newer: readonly string[] = [
	`declare -x ${n}=v`,
	`typeset -x ${n}=v`,
	`declare -rx ${n}=v`,
	`f() {\n  export ${n}=v\n}\nf`,
	`printf -v ${n} %s v; export ${n}`,
	`[[ -n x ]] && export ${n}=v`,
	`export ${n}=$'v'`,
	`read -r ${n} <<< v; export ${n}`,
];
const fish: readonly string[] = [
	`set -gx ${n} v`,
	`set -x ${n} v`,
	`set -Ux ${n} v`,
	`set --global --export ${n} v`,
	`export ${n}=v`,
	`if true\n  set -gx ${n} v\nend`,
	`true; and set -gx ${n} v`,
	`true && set -gx ${n} v`,
	`switch a\n  case a\n    set -gx ${n} v\nend`,
	`begin\n  set -gx ${n} v\nend`,
	`function f\n  set -gx ${n} v\nend\nf`,
	`set a 1; set -gx ${n} v; set b 2`,
	`set -gx \\\n  ${n} \\\n  v`,
	`set -gx ${n} v\nset -e ${n}`,
	`echo v | read -gx ${n}`,
	`set -gx ${n} (echo v)`,
	`# set -gx ${n} decoy\nset -gx ${n} v # c`,
	`set x "\nset -gx ${n} decoy\n"\nset -gx ${n} v`,
];
const csh: readonly string[] = [
	`setenv ${n} v`,
	`setenv ${n} "v w"`,
	`setenv A 1; setenv ${n} v`,
	`if (1) setenv ${n} v`,
	`if (1) then\n  setenv ${n} v\nendif`,
	`switch (a)\ncase a:\n  setenv ${n} v\n  breaksw\nendsw`,
	`foreach x (a b)\n  setenv ${n} $x\nend`,
	`true && setenv ${n} v`,
	`setenv ${n} v\nunsetenv ${n}`,
	`cat <<EOF > /dev/null\nsetenv ${n} decoy\nEOF\nsetenv ${n} v`,
	`# setenv ${n} decoy\nsetenv ${n} v # c`,
	`eval 'setenv ${n} v'`,
	`setenv ${n} \`echo v\``,
];

/** The startup file of each shell, the word that reads another, and the forms it knows. */
const cases: Readonly<Record<string, {file: string; source: string; forms: readonly string[]}>> = {
	bash: {file: '.bashrc', source: '.', forms: [...posix, ...newer]},
	zsh: {file: '.zshrc', source: 'source', forms: [...posix, ...newer]},
	dash: {file: '.profile', source: '.', forms: posix},
	fish: {file: '.config/fish/config.fish', source: 'source', forms: fish},
	tcsh: {file: '.tcshrc', source: 'source', forms: csh},
};

describe.each(realShells.filter(({program}) => Object.hasOwn(cases, program)).map(real => ({title: mark(real), real})))(
	'$title',
	({real}) => {
		const {file = '', source = '', forms = []} = cases[real.program] ?? {};
		test.skipIf(real.path === null).each(forms)('%j is found where the shell itself says', async form => {
			const home = freshFolder();
			const last = path.join(home, 'lib', 'two');
			mkdirSync(path.dirname(path.join(home, file)), {recursive: true});
			mkdirSync(path.dirname(last));
			writeFileSync(path.join(home, file), `# first\n${source} ~/one\n`);
			writeFileSync(path.join(home, 'one'), `\n\n${source} $HOME/lib/two\n`);
			writeFileSync(last, `# a line\n\n${form}\n\ntrue\n`);

			const machine = {...pretend({home}), files: realFiles};
			const facts = (await startupFiles.look(machine, findRoots(machine))).filter(
				// A name in a text is told, and not taken for a value.
				fact => fact.variable === n && fact.file?.startsWith(home) && fact.state !== 'ignored',
			);
			const seen = changesSeen(real, home, last);
			expect(seen.length, 'the shell saw it change').toBeGreaterThan(0);
			for (const change of seen)
				expect(
					facts.some(fact => fact.file === change.file && change.from <= (fact.line ?? 0) && (fact.line ?? 0) <= change.to),
					`${JSON.stringify(change)} among ${facts.map(fact => `${fact.file}:${fact.line}`).join(', ')}`,
				).toBe(true);
			// And nothing else is taken for one: neither a comment nor a text.
			for (const fact of facts)
				expect(
					seen.some(change => fact.file === change.file && change.from <= (fact.line ?? 0) && (fact.line ?? 0) <= change.to),
					`${fact.file}:${fact.line} among ${JSON.stringify(seen)}`,
				).toBe(true);
		});
	},
);
