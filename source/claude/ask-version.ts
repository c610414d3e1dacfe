import type {Machine, Outcome} from '../machine/machine.ts';
import {childEnvironment} from './child-environment.ts';
import type {Condition} from './installed.ts';

export type Told = {readonly version: string | null; readonly condition: Condition};

/**
 * Starts one copy with `--version`, which reads and writes nothing of the user's (2.0.77 to 2.1.329). It runs in the home folder:
 * a project's .env, bunfig.toml or .tool-versions must have no part in it.
 */
export async function askVersion(machine: Machine, path: string, timeout: number): Promise<Told> {
	const {environment, programs} = machine;
	const outcome = await programs.run(path, ['--version'], {env: childEnvironment(environment), cwd: environment.home, timeout});
	return read(outcome, timeout);
}

function read(outcome: Outcome, timeout: number): Told {
	switch (outcome.state) {
		case 'missing':
			return broken('not-startable', 'it cannot be found when it is started');
		case 'not-runnable':
			return broken('not-startable', outcome.message);
		case 'timeout':
			return {version: null, condition: {state: 'silent', why: `it did not answer within ${timeout / 1000} seconds`}};
		case 'killed':
			return broken('fails', `it was ended by ${outcome.signal}`);
		case 'ended':
			return outcome.code === 0 ? readVersion(outcome.stdout) : readFailure(outcome);
	}
}

/** The line is `2.1.329 (Claude Code)`. Other programs are named claude too; the desktop's opens a window instead. */
function readVersion(stdout: string): Told {
	const version = /^\s*v?(\d+\.\d+\.\d+[^\s()]{0,40})(?: \(Claude Code\))?\s*$/m.exec(stdout)?.[1];
	if (version !== undefined) return {version, condition: {state: 'runs'}};
	return broken('not-claude-code', 'its answer to --version is not that of Claude Code');
}

function readFailure({code, stdout, stderr}: {readonly code: number; readonly stdout: string; readonly stderr: string}): Told {
	// npm --ignore-scripts leaves a stub that says so (2.1.113 and later).
	if (/native binary not installed/i.test(stdout + stderr)) return broken('stub', 'its native binary was never installed');
	return broken('fails', `it ends with exit code ${code} when asked for its version`);
}

function broken(kind: Extract<Condition, {state: 'broken'}>['kind'], why: string): Told {
	return {version: null, condition: {state: 'broken', kind, why}};
}
