import {readHidden} from './read-hidden.ts';
import {joinOn, user} from './reads.ts';
import {literalOf, oneLine, quoteWith} from './refuse.ts';
import type {Shell, ShellRoots} from './shell.ts';

const quote = quoteWith(value => `'${value.replaceAll("'", "''")}'`);

function rc(where: ShellRoots): string {
	const join = joinOn(where);
	return where.platform === 'win32' && !where.variables['XDG_CONFIG_HOME']
		? join(where.variables['APPDATA'] || join(where.home, 'AppData', 'Roaming'), 'elvish', 'rc.elv')
		: join(where.xdgConfig, 'elvish', 'rc.elv');
}

export const elvish: Shell = {
	name: 'elvish',
	title: 'Elvish',
	programs: ['elvish'],
	extension: '.elv',
	// Only interactive shells read it. The older place is still read where its folder is there.
	startupFiles: where => [
		user.interactive(joinOn(where)(where.home, '.elvish', 'rc.elv'), {firstOf: 'elvish'}),
		user.interactive(rc(where), {firstOf: 'elvish'}),
	],
	writes: (where, exists = () => false) => {
		const old = joinOn(where)(where.home, '.elvish', 'rc.elv');
		return exists(old) ? old : rc(where);
	},
	quote,
	set: (name, quoted) => `set-env ${name} ${quoted}`,
	unset: (...names) => names.map(name => `unset-env ${name}`).join('; '),
	copy: (name, from) => `if (has-env ${from}) { set-env ${name} (get-env ${from}) }`,
	// Its own read-line cannot be interrupted.
	askHidden: (name, prompt) =>
		`print ${literalOf(quote, prompt)} >&2; set-env ${name} (sh -c '${readHidden}'); echo >&2; if (eq '' (get-env ${name})) { unset-env ${name}; echo 'Nothing was entered.' >&2 }`,
	source: file => `if ?(test -r ${literalOf(quote, file)}) { eval (slurp < ${literalOf(quote, file)}) }`,
	comment: text => `# ${oneLine(text)}`,
	remark: text => `# ${oneLine(text)}`,
	lineEnd: '',
	evaluate: command => `eval (${command} | slurp)`,
};
