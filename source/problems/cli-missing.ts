import type {Copy, Installed} from '../claude/installed.ts';
import type {Finding} from './finding.ts';
import type {Problem} from './problem.ts';

/** A warning: what would be sent is known all the same, and the shell asked from may not be the one `claude` is used in. */
export const cliMissing: Problem = {
	id: 'cli-missing',
	diagnose({claude}) {
		const said = describe(claude);
		return said === null ? [] : [{id: 'cli-missing', severity: 'warning', evidence: [], ...said}];
	},
};

type Said = Pick<Finding, 'title' | 'why' | 'fix'>;

function describe({chosen, others}: Installed): Said | null {
	if (chosen === null) {
		return {
			title: 'Claude Code is not found on this computer',
			why: `${nearMiss(others)}No folder of PATH and no known install location holds a claude that can be started. An alias or shell function cannot be seen from here.`,
			fix: {summary: 'Install it, then open a new terminal.', edits: [], command: 'npm install -g @anthropic-ai/claude-code'},
		};
	}
	return chosen.reach === 'off-path' || chosen.reach === 'private' ? notOnPath(chosen) : null;
}

function notOnPath({path, reach}: Copy): Said {
	const folder = path.replace(/[/\\][^/\\]+$/, '');
	return reach === 'private'
		? {
				title: 'Only an editor has Claude Code, this shell has none',
				why: 'The copy inside the editor extension is private to it and is not on PATH.',
				fix: {summary: 'Install it for the terminal as well.', edits: [], command: 'npm install -g @anthropic-ai/claude-code'},
			}
		: {
				title: 'Claude Code is installed, but PATH does not lead to it',
				why: `${path} is there, and its folder is in no entry of PATH, so a shell answers "command not found" unless an alias or function names it.`,
				fix: {summary: `Put ${folder} on PATH in the startup file of your shell.`, edits: [], command: null},
			};
}

function nearMiss(others: readonly Copy[]): string {
	const broken = others.find(({condition}) => condition.state === 'broken');
	return broken?.condition.state === 'broken' ? `${broken.path} is no help: ${broken.condition.why}. ` : '';
}
