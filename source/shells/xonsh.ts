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
	unset: name => `\${...}.pop('${name}', None)`,
	askHidden: (name, prompt) => `$${name} = __import__('getpass').getpass(${literalOf(quote, prompt)}) or \${...}.pop('${name}', None)`,
	source: file => `if __import__('os').access(${literalOf(quote, file)}, 4): execx(open(${literalOf(quote, file)}).read())`,
	comment: text => `# ${oneLine(text)}`,
	remark: text => `# ${oneLine(text)}`,
};
