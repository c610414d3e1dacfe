import {joinOn, system, user} from './reads.ts';
import {literalOf, oneLine, quoteWith} from './refuse.ts';
import type {Shell, ShellRoots} from './shell.ts';

/** Not a raw string r#'…'#: a value that begins with # ends it early, and then the whole file does not parse. */
const quote = quoteWith(value => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);

/** Where nushell keeps its own files: `$nu.default-config-dir`. */
function folder(where: ShellRoots): string {
	const join = joinOn(where);
	if (where.variables['XDG_CONFIG_HOME']) return join(where.xdgConfig, 'nushell');
	switch (where.platform) {
		case 'linux':
			return join(where.home, '.config', 'nushell');
		case 'darwin':
			return join(where.home, 'Library', 'Application Support', 'nushell');
		case 'win32':
			return join(where.variables['APPDATA'] || join(where.home, 'AppData', 'Roaming'), 'nushell');
	}
}

export const nushell: Shell = {
	name: 'nushell',
	title: 'Nushell',
	programs: ['nushell', 'nu'],
	extension: '.nu',
	// `nu -c` reads none of them; `nu -l -c` reads all but the autoload folders.
	startupFiles: where => {
		const join = joinOn(where);
		const own = folder(where);
		const data = where.variables['XDG_DATA_HOME'] || join(where.home, '.local', 'share');
		return [
			user.interactive(join(own, 'env.nu')),
			user.interactive(join(own, 'config.nu')),
			user.login(join(own, 'login.nu')),
			system.interactive('/usr/share/nushell/vendor/autoload', {folderOf: '.nu'}),
			system.interactive('/usr/local/share/nushell/vendor/autoload', {folderOf: '.nu'}),
			user.interactive(join(data, 'nushell', 'vendor', 'autoload'), {folderOf: '.nu'}),
			user.interactive(join(own, 'autoload'), {folderOf: '.nu'}),
		];
	},
	writes: where => joinOn(where)(folder(where), 'config.nu'),
	quote,
	set: (name, quoted) => `$env.${name} = ${quoted}`,
	// Without -i a variable that is not set is an error.
	unset: (...names) => `hide-env -i ${names.join(' ')}`,
	copy: (name, from) => `$env.${name} = ($env.${from}? | default "")`,
	askHidden: (name, prompt) =>
		`$env.${name} = (input --suppress-output ${literalOf(quote, prompt)}); print ''; if ($env.${name} | is-empty) { hide-env -i ${name}; print --stderr 'Nothing was entered.' }`,
	// The file to source is looked for when the line is parsed: null is the way to say "none".
	source: file => `source-env (if (${literalOf(quote, file)} | path exists) { ${literalOf(quote, file)} } else { null })`,
	comment: text => `# ${oneLine(text)}`,
	remark: text => `# ${oneLine(text)}`,
	lineEnd: '',
	// It parses everything before it runs anything, so there is no eval.
	evaluate: () => null,
};
