import {joinOn, system, user} from './reads.ts';
import {literalOf, oneLine, quoteWith} from './refuse.ts';
import type {Shell} from './shell.ts';

const quote = quoteWith(value => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`);

export const fish: Shell = {
	name: 'fish',
	title: 'fish',
	programs: ['fish'],
	extension: '.fish',
	// Every fish reads them all, `fish -c` too. A file of the user's conf.d stands in for one of the same name elsewhere.
	startupFiles: where => {
		const join = joinOn(where);
		const data = where.variables['XDG_DATA_HOME'] || join(where.home, '.local', 'share');
		return [
			user.always(join(where.xdgConfig, 'fish', 'conf.d'), {folderOf: '.fish'}),
			system.always('/etc/fish/conf.d', {folderOf: '.fish'}),
			user.always(join(data, 'fish', 'vendor_conf.d'), {folderOf: '.fish'}),
			system.always('/usr/local/share/fish/vendor_conf.d', {folderOf: '.fish'}),
			system.always('/usr/share/fish/vendor_conf.d', {folderOf: '.fish'}),
			system.always('/etc/fish/config.fish'),
			user.always(join(where.xdgConfig, 'fish', 'config.fish')),
		];
	},
	writes: where => joinOn(where)(where.xdgConfig, 'fish', 'config.fish'),
	quote,
	set: (name, quoted) => `set -gx ${name} ${quoted}`,
	// Erasing the global uncovers a universal of the same name, and a second `set -e` would erase that one for good. It is
	// covered with an empty value instead, which Claude Code takes for none.
	unset: (...names) =>
		`begin; set -l name; for name in ${names.join(' ')}; set -e -g $name; set -q -U $name; and set -gx $name ''; end; end`,
	copy: (name, from) => `set -gx ${name} "$${from}"`,
	// From the terminal itself: in `wizard export | source` stdin is the snippet.
	askHidden: (name, prompt) =>
		`read -s -gx -P ${literalOf(quote, prompt)} ${name} </dev/tty; test -n "$${name}"; or begin; set -e -g ${name}; echo 'Nothing was entered.' >&2; end`,
	source: file => `if test -r ${literalOf(quote, file)}; source ${literalOf(quote, file)}; end`,
	comment: text => `# ${oneLine(text)}`,
	remark: text => `# ${oneLine(text)}`,
	lineEnd: '',
	evaluate: command => `${command} | source`,
};
