import {readCmd} from './assignments/cmd.ts';
import {readCsh} from './assignments/csh.ts';
import {readElvish} from './assignments/elvish.ts';
import {readFish} from './assignments/fish.ts';
import {readNushell} from './assignments/nushell.ts';
import {readPosix} from './assignments/posix.ts';
import {readPowershell} from './assignments/powershell.ts';
import type {Statement} from './assignments/statement.ts';
import {readXonsh} from './assignments/xonsh.ts';
import type {ShellName} from './shell.ts';

/** What a startup file says about variables, read without running it. Offsets count UTF-16 units; nothing here throws. */
export function readAssignments(text: string, shell: ShellName): readonly Statement[] {
	try {
		return markExported(readDialect(text, shell));
	} catch (error) {
		// Nested deeper than anything that a shell would run.
		if (error instanceof RangeError) return [];
		throw error;
	}
}

function readDialect(text: string, shell: ShellName): readonly Statement[] {
	switch (shell) {
		case 'sh':
		case 'bash':
		case 'zsh':
		case 'ksh':
			return readPosix(text, shell);
		case 'fish':
			return readFish(text);
		case 'tcsh':
			return readCsh(text);
		case 'nushell':
			return readNushell(text);
		case 'elvish':
			return readElvish(text);
		case 'xonsh':
			return readXonsh(text);
		case 'powershell':
			return readPowershell(text);
		case 'cmd':
			return readCmd(text);
	}
}

/** `N=v` reaches other programs once `export N` stands anywhere in the file: before, or after as in `N=v; export N`. */
function markExported(statements: readonly Statement[]): readonly Statement[] {
	const exported = new Set<string>();
	for (const statement of statements)
		if (statement.kind === 'assignment' && statement.exported && statement.reach === 'shell' && statement.does !== 'unset')
			exported.add(statement.variable);
	return statements.map(statement =>
		statement.kind === 'assignment' && statement.does !== 'unset' && !statement.exported && exported.has(statement.variable)
			? {...statement, exported: true}
			: statement,
	);
}
