import {joinOn, system, user} from './reads.ts';
import {literalOf, oneLine, quoteWith} from './refuse.ts';
import type {Shell, ShellRoots} from './shell.ts';

/** PowerShell takes typographic single quotes for quotes as well; all are doubled (CodeGeneration.EscapeSingleQuotedStringContent). */
const quote = quoteWith(value => `'${value.replace(/['‘’‚‛]/g, '$&$&')}'`);

/** `profile.ps1` is read by every host, the longer names by the console and by the editor's terminal. */
const names = ['profile.ps1', 'Microsoft.PowerShell_profile.ps1', 'Microsoft.VSCode_profile.ps1'];

/** PowerShell 7 and Windows PowerShell 5.1 have folders of their own; Documents may have been moved to OneDrive. */
function ownFolders(where: ShellRoots): readonly string[] {
	const join = joinOn(where);
	if (where.platform !== 'win32') return [join(where.xdgConfig, 'powershell')];
	const cloud = where.variables['OneDrive'];
	const documents = [...(cloud ? [join(cloud, 'Documents')] : []), join(where.home, 'Documents')];
	return ['PowerShell', 'WindowsPowerShell'].flatMap(folder => documents.map(parent => join(parent, folder)));
}

function systemFolders(where: ShellRoots): readonly string[] {
	switch (where.platform) {
		case 'linux':
			return ['/opt/microsoft/powershell/7'];
		case 'darwin':
			return ['/usr/local/microsoft/powershell/7'];
		case 'win32':
			return ['C:\\Program Files\\PowerShell\\7', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0'];
	}
}

/** Not run here (no package for this system): the rules are those of its documentation and source. */
export const powershell: Shell = {
	name: 'powershell',
	title: 'PowerShell',
	programs: ['powershell', 'pwsh', 'pwsh-preview'],
	extension: '.ps1',
	// `pwsh -Command` reads them too, unless -NoProfile is given.
	startupFiles: where => [
		...systemFolders(where).flatMap(folder => names.slice(0, 2).map(name => system.always(joinOn(where)(folder, name)))),
		...ownFolders(where).flatMap(folder => names.map(name => user.always(joinOn(where)(folder, name)))),
	],
	writes: (where, exists = () => false) => {
		const files = ownFolders(where).map(folder => joinOn(where)(folder, 'profile.ps1'));
		return files.find(exists) ?? files[0] ?? null;
	},
	quote,
	set: (name, quoted) => `$env:${name} = ${quoted}`,
	unset: (...names) => `Remove-Item -LiteralPath ${names.map(name => `'Env:/${name}'`).join(', ')} -ErrorAction SilentlyContinue`,
	copy: (name, from) => `$env:${name} = $env:${from}`,
	// -MaskInput came with 7.1; a SecureString is hidden in 5.1 as well, and is text again only inside this process.
	askHidden: (name, prompt) =>
		`$env:${name} = [System.Net.NetworkCredential]::new('', (Read-Host -AsSecureString -Prompt ${literalOf(quote, prompt)})).Password`,
	source: file => `if (Test-Path -LiteralPath ${literalOf(quote, file)}) { . ${literalOf(quote, file)} }`,
	comment: text => `# ${oneLine(text)}`,
	remark: text => `# ${oneLine(text)}`,
	lineEnd: '',
	evaluate: command => `${command} | Out-String | Invoke-Expression`,
};
