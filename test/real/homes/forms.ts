import type {Draft} from './draft.ts';
import {quoted} from './quoting.ts';

/** One way in which startup files set a variable for everything that is started later. */
export type Form = {
	readonly name: string;
	readonly write: (draft: Draft, variable: string, value: string) => string;
};

/** A form whose value needs no file of its own: the quoted value goes into a template. */
function form(name: string, template: (variable: string, value: string, other: string) => string): Form {
	return {name, write: (draft, variable, value) => template(variable, quoted(value, draft.shell, draft.random), draft.other())};
}

/** Needs no quotes in any shell or dotenv file. */
const plain = /^[\w./:@%+{}-]+$/;

export const posixForms: readonly Form[] = [
	form('export', (n, v) => `export ${n}=${v}`),
	form('export', (n, v) => `export ${n}=${v}`),
	form('comment behind', (n, v) => `export ${n}=${v}  # for claude`),
	form('assign, then export', (n, v) => `${n}=${v}\nexport ${n}`),
	form('assign; export', (n, v) => `${n}=${v}; export ${n}`),
	form('declare -x', (n, v) => `declare -x ${n}=${v}`),
	form('typeset -gx', (n, v) => `typeset -gx ${n}=${v}`),
	form('among others', (n, v, o) => `export ${o}=kept ${n}=${v} ${o}_TOO="kept too"`),
	form('export of two', (n, v, o) => `${o}=1\n${n}=${v}\nexport ${o} ${n}`),
	form('only where unset', (n, v) => `if [ -z "\${${n}:-}" ]; then\n  export ${n}=${v}\nfi`),
	form('in a block', (n, v, o) => `if [ -d "$HOME" ]; then\n\texport ${o}=1\n\texport ${n}=${v}\nfi`),
	form('in one line', (n, v) => `if [ -n "$HOME" ]; then export ${n}=${v}; fi`),
	form('after a test', (n, v) => `[ -n "$HOME" ] && export ${n}=${v}`),
	form('in a case', (n, v) => `case "$HOME" in\n  /*) export ${n}=${v} ;;\nesac`),
	form('in a function', (n, v, o) => `use_${o.toLowerCase()}() {\n  export ${n}=${v}\n}\nuse_${o.toLowerCase()}`),
	form('default', (n, v) => (v.startsWith('$') ? `export ${n}=${v}` : `: "\${${n}:=${v.replace(/^["']|["']$/g, '')}}"; export ${n}`)),
	form('continued', (n, v, o) => `export ${o}=kept \\\n  ${n}=${v}`),
	form('allexport', (n, v, o) => `set -a\n${o}=1\n${n}=${v}\nset +a`),
	form('command substitution', (n, v) => `export ${n}="$(printf %s ${v})"`),
	form('readonly', (n, v) => `declare -rx ${n}=${v}`),
	form('eval', (n, v) => (/['"\\$]/.test(v) ? `export ${n}=${v}` : `eval "export ${n}='${v}'"`)),
	{
		name: 'a text that is run',
		write: (draft, n, value) => {
			const other = draft.other();
			if (!plain.test(value)) return `export ${n}=${quoted(value, draft.shell, draft.random)}`;
			const mark = draft.random.pick(['EOF', "'EOF'", "'KEYS'"]);
			const lines = draft.random.shuffled([`export ${n}=${value}`, `export ${other}=1`]).join('\n');
			const document = `${mark}\n${lines}\n${mark.replaceAll("'", '')}\n`;
			return draft.random.pick([
				`eval "$(cat <<${document})"`,
				`source /dev/stdin <<${document}`.trimEnd(),
				`source <(cat <<${document})`,
				`source <(echo 'export ${n}=${value}')`,
				`eval "$(echo "export ${n}=${value}")"`,
			]);
		},
	},
	{
		name: 'before each command',
		write: (draft, n, value) => {
			if (draft.shell !== 'bash' || !plain.test(value)) return `export ${n}=${quoted(value, draft.shell, draft.random)}`;
			return draft.random.pick([
				`trap 'export ${n}=${value}' DEBUG`,
				`PROMPT_COMMAND='export ${n}=${value}; history -a'\ntrap "export ${n}=${value}" DEBUG`,
			]);
		},
	},
	form('loop', (n, v, o) => `for name in ${n} ${o}; do\n  export "$name"=${v}\ndone`),
	{
		name: 'a list of words',
		write: (draft, n, value) => {
			// The last word that export has stays: it cannot be kept from outranking a key that lives in the shell.
			if (draft.store === 'shell' || !plain.test(value)) return `export ${n}=${quoted(value, draft.shell, draft.random)}`;
			draft.block('.env.list', `# mine\n${n}=${value}`, 'fault');
			return draft.random.pick([`export $(grep -v '^#' ~/.env.list | xargs)`, `export $(grep '^${n}=' ~/.env.list)`]);
		},
	},
	{
		name: 'lines of a file',
		write: (draft, n, value) => {
			if (!plain.test(value)) return `export ${n}=${quoted(value, draft.shell, draft.random)}`;
			const file = draft.random.pick(['.env', '.config/ai/keys.env']);
			const other = draft.other();
			draft.block(file, `${other}=1`, 'kept');
			draft.block(file, `${n}=${value}`, 'fault');
			return draft.random.pick([
				`export $(grep -v '^#' ~/${file} | xargs)`,
				`eval "$(sed 's/^/export /' ~/${file})"`,
				`set -a\nsource <(cat "$HOME/${file}")\nset +a`,
				`while IFS= read -r line; do\n  export "$line"\ndone < "\${HOME}/${file}"`,
				`KEYS=~/${file}\nexport $(cat "$KEYS")`,
			]);
		},
	},
	form('then another', (n, v, o) => `export ${n}=${v} && export ${o}=1`),
	{
		name: 'a file of keys',
		write: (draft, n, value) => {
			const file = draft.random.pick(['.secrets', '.keys.sh', '.config/keys/env.sh', '.env.private', '.local/share/keys.sh']);
			draft.block(file, `export ${n}=${quoted(value, draft.shell, draft.random)}`, 'fault');
			return draft.random.pick([`source ~/${file}`, `. "$HOME/${file}"`, `[ -f ~/${file} ] && . ~/${file}`]);
		},
	},
	{
		name: 'a dotenv file',
		write: (draft, n, value) => {
			if (!plain.test(value)) return `export ${n}=${quoted(value, draft.shell, draft.random)}`;
			draft.block('.env.claude', `${n}=${value}`, 'fault');
			return draft.random.pick(['set -a; source ~/.env.claude; set +a', 'set -a\n. "$HOME/.env.claude"\nset +a']);
		},
	},
	{
		name: 'read from a file',
		write: (draft, n, value) => {
			const file = `.anthropic/${draft.other().toLowerCase()}`;
			draft.whole(file, `${value}\n`, 0o600);
			return draft.random.pick([`export ${n}=$(cat ~/${file})`, `export ${n}="$(< ~/${file})"`]);
		},
	},
];

export const fishForms: readonly Form[] = [
	form('set -gx', (n, v) => `set -gx ${n} ${v}`),
	form('set -gx', (n, v) => `set -gx ${n} ${v}`),
	form('set -x', (n, v) => `set -x ${n} ${v} # for claude`),
	form('long options', (n, v) => `set --global --export ${n} ${v}`),
	form('set -xg', (n, v) => `set -x -g ${n} ${v}`),
	form('export', (n, v) => `export ${n}=${v}`),
	form('set -Ux', (n, v) => `set -Ux ${n} ${v}`),
	form('in one line', (n, v, o) => `set -gx ${n} ${v}; set -gx ${o} 1`),
	form('only where unset', (n, v) => `if not set -q ${n}\n    set -gx ${n} ${v}\nend`),
	form('in a block', (n, v, o) => `if test -d $HOME\n    set -gx ${o} 1\n    set -gx ${n} ${v}\nend`),
	form('after a test', (n, v) => `test -n "$HOME"; and set -gx ${n} ${v}`),
	form('begin', (n, v, o) => `begin\n    set -gx ${n} ${v}\n    set -gx ${o} 1\nend`),
	form('in a function', (n, v, o) => `function use_${o.toLowerCase()}\n    set -gx ${n} ${v}\nend\nuse_${o.toLowerCase()}`),
	form('assign, then export', (n, v) => `set -g ${n} ${v}\nset -gx ${n} $${n}`),
	{
		name: 'lines of a file',
		write: (draft, n, value) => {
			if (!plain.test(value)) return `set -gx ${n} ${quoted(value, 'fish', draft.random)}`;
			const other = draft.other();
			draft.block('.env', `${other}=1`, 'kept');
			draft.block('.env', `${n}=${value}`, 'fault');
			const body = '    set -l pair (string split -m1 = $line)\n    set -gx $pair[1] $pair[2]\nend';
			return draft.random.pick([`while read -l line\n${body} < ~/.env`, `for line in (cat ~/.env)\n${body}`]);
		},
	},
	{
		name: 'a file of keys',
		write: (draft, n, value) => {
			const file = draft.random.pick(['.config/fish/secrets.fish', '.keys.fish']);
			draft.block(file, `set -gx ${n} ${quoted(value, 'fish', draft.random)}`, 'fault');
			return draft.random.pick([`source ~/${file}`, `test -f ~/${file}; and source ~/${file}`]);
		},
	},
	{
		name: 'read from a file',
		write: (draft, n, value) => {
			const file = `.anthropic/${draft.other().toLowerCase()}`;
			draft.whole(file, `${value}\n`, 0o600);
			return `set -gx ${n} (cat ~/${file})`;
		},
	},
];
