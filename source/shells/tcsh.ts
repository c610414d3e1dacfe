import {readHidden} from './read-hidden.ts';
import {joinOn, system, user} from './reads.ts';
import {literalOf, oneLine, quoteWith} from './refuse.ts';
import type {Shell} from './shell.ts';

/** `!` calls the history back even inside '…' and in scripts. */
const quote = quoteWith(value => `'${value.replaceAll("'", "'\\''").replaceAll('!', '\\!')}'`);

export const tcsh: Shell = {
	name: 'tcsh',
	title: 'tcsh',
	programs: ['tcsh', 'csh', 'bsd-csh'],
	extension: '.csh',
	startupFiles: where => {
		const join = joinOn(where);
		return [
			system.always('/etc/csh.cshrc'),
			system.always('/etc/csh/cshrc.d', {folderOf: ''}),
			system.login('/etc/csh.login'),
			user.always(join(where.home, '.tcshrc'), {firstOf: 'tcsh'}),
			user.always(join(where.home, '.cshrc'), {firstOf: 'tcsh'}),
			user.login(join(where.home, '.login')),
		];
	},
	// csh reads .cshrc as well; a new .tcshrc would hide it from tcsh.
	writes: (where, exists = () => false) => {
		const own = joinOn(where)(where.home, '.tcshrc');
		return exists(own) ? own : joinOn(where)(where.home, '.cshrc');
	},
	quote,
	set: (name, quoted) => `setenv ${name} ${quoted}`,
	unset: (...names) => names.map(name => `unsetenv ${name}`).join('; '),
	copy: (name, from) => `if ( $?${from} ) setenv ${name} "$${from}"`,
	// Not with $<: csh would leave the echo off after Ctrl-C.
	askHidden: (name, prompt) =>
		`echo -n ${literalOf(quote, prompt)}; setenv ${name} "\`sh -c '${readHidden}'\`"; echo ''; if ( "x$${name}" == x ) unsetenv ${name}`,
	source: file => `if ( -r ${literalOf(quote, file)} ) source ${literalOf(quote, file)}`,
	comment: text => `# ${oneLine(text)}`,
	// Not `:`, which takes no arguments in bsd-csh.
	remark: text => `if ( 0 ) echo ${literalOf(quote, oneLine(text))}`,
	lineEnd: ';',
	evaluate: command => `eval "\`${command}\`"`,
};
