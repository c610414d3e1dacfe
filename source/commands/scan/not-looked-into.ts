import type {BytePath} from '../../machine/machine.ts';
import type {ScanFinding} from './scan-finding.ts';
import type {Found} from './walk.ts';

/** What could not be checked is said, so that silence means that nothing was found. */
export function notRead({path, candidate}: Found, why: string): ScanFinding {
	return {
		id: 'not-read',
		severity: 'info',
		title: 'A file was not looked into',
		why: `${why.slice(0, 1).toUpperCase()}${why.slice(1)}.`,
		spot: {...whole(path), place: candidate},
		git: null,
		commit: null,
		fix: {summary: 'Look into it yourself if it should be a file of settings.', command: null},
	};
}

export function gitFailed(repository: BytePath, why: string, what: 'files' | 'history'): ScanFinding {
	const foreign = why.includes('another user');
	return {
		id: 'git-failed',
		severity: 'warning',
		title:
			what === 'files' ? 'git could not be asked about this repository' : 'The history of this repository could not be read to its end',
		why: `${why.slice(0, 1).toUpperCase()}${why.slice(1)}.`,
		spot: {...whole(repository), place: 'repository'},
		git: 'unknown',
		commit: null,
		fix: {
			summary: foreign ? 'If you trust it, name it as safe and scan again.' : 'See what git says there.',
			command: foreign ? `git config --global --add safe.directory ${typeable(repository)}` : 'git status',
		},
	};
}

/** A path that no shell takes apart; anything else is left for the user to fill in. */
function typeable(path: BytePath): string {
	return /^[\w./:\\-]+$/.test(path) ? path : 'FOLDER';
}

function whole(path: BytePath) {
	return {file: path, line: null, column: null, variable: path.split(/[/\\]/).at(-1) ?? '', shown: ''};
}
