import {joinOn, system, user} from './reads.ts';
import {literalOf, oneLine, quoteWith} from './refuse.ts';
import type {Shell} from './shell.ts';

/** A Python literal. */
const quote = quoteWith(value => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`);

export const xonsh: Shell = {
	name: 'xonsh',
	title: 'xonsh',
	programs: ['xonsh'],
	extension: '.xsh',
	// Interactive and login shells read them, `xonsh -c` none.
	startupFiles: where => {
		const join = joinOn(where);
		const own = join(where.xdgConfig, 'xonsh');
		return [
			system.interactive('/etc/xonsh/xonshrc'),
			system.interactive('/etc/xonshrc'),
			user.interactive(join(own, 'rc.xsh')),
			user.interactive(join(where.home, '.xonshrc')),
			system.interactive('/etc/xonsh/rc.d', {folderOf: '.xsh'}),
			user.interactive(join(own, 'rc.d'), {folderOf: '.xsh'}),
			user.interactive(join(own, 'rc.d'), {folderOf: '.py'}),
		];
	},
	writes: (where, exists = () => false) => {
		const xdg = joinOn(where)(where.xdgConfig, 'xonsh', 'rc.xsh');
		return exists(xdg) ? xdg : joinOn(where)(where.home, '.xonshrc');
	},
	quote,
	set: (name, quoted) => `$${name} = ${quoted}`,
	// An expression whose value is None: the prompt shows any other, and here it would be the secret that was there.
	unset: (...names) => names.map(name => `None if \${...}.pop('${name}', None) else None`).join('; '),
	copy: (name, from) => `$${name} = \${...}.get('${from}', '')`,
	askHidden: (name, prompt) =>
		`$${name} = __import__('getpass').getpass(${literalOf(quote, prompt)}); print('Nothing was entered.') if not $${name} and not \${...}.pop('${name}') else None`,
	source: file => `execx(open(${literalOf(quote, file)}).read()) if __import__('os').access(${literalOf(quote, file)}, 4) else None`,
	comment: text => `# ${oneLine(text)}`,
	remark: text => `# ${oneLine(text)}`,
	lineEnd: '',
	evaluate: command => `execx($(${command}))`,
};
