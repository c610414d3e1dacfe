import type {Machine} from '../machine/machine.ts';
import type {Installed} from './installed.ts';
import {isOlder} from './is-older.ts';

/** What `claude auth status --json` says of itself. It lists what is there and checks nothing: a made-up key passes. */
export type Witness =
	| {
			readonly state: 'answered';
			readonly loggedIn: boolean;
			readonly authMethod: string;
			readonly apiKeySource: string | null;
			readonly apiProvider: string | null;
	  }
	| {readonly state: 'not-asked'; readonly why: string};

/** The command came with 2.1.41. */
const since = [2, 1, 41];
const patience = 10_000;

/**
 * Asks in the user's own environment and folder, because that is what is to be compared. Measured on 2.1.100 to 2.1.329: the command
 * writes .claude.json as every start of claude does, so it is asked only on wish.
 */
export async function askWitness(machine: Machine, {chosen}: Installed): Promise<Witness> {
	if (chosen === null || chosen.condition.state !== 'runs') return notAsked('there is no claude that runs');
	if (chosen.version === null || isOlder(chosen.version, since))
		return notAsked(`claude ${chosen.version ?? ''} has no "auth status"; it came with ${since.join('.')}`);
	const {variables, cwd} = machine.environment;
	const outcome = await machine.programs.run(chosen.path, ['auth', 'status', '--json'], {
		env: {...variables, DISABLE_AUTOUPDATER: '1'},
		cwd,
		timeout: patience,
	});
	switch (outcome.state) {
		case 'missing':
		case 'not-runnable':
			return notAsked('claude could not be started');
		case 'timeout':
			return notAsked(`it did not answer within ${patience / 1000} seconds`);
		case 'killed':
			return notAsked(`it was ended by ${outcome.signal}`);
		case 'ended':
			return readAnswer(outcome.stdout) ?? notAsked(`its answer is not the JSON that is known (exit code ${outcome.code})`);
	}
}

/** The account's address and name stand in the answer too; they are not taken over. */
function readAnswer(stdout: string): Witness | null {
	try {
		const {loggedIn, authMethod, apiKeySource, apiProvider} = JSON.parse(stdout) as Record<string, unknown>;
		if (typeof loggedIn !== 'boolean' || typeof authMethod !== 'string') return null;
		return {
			state: 'answered',
			loggedIn,
			authMethod: word(authMethod) ?? 'unknown',
			apiKeySource: word(apiKeySource),
			apiProvider: word(apiProvider),
		};
	} catch {
		return null;
	}
}

/** Known answers are short names; anything else is not repeated. */
function word(value: unknown): string | null {
	return typeof value === 'string' && /^[\w ./-]{1,40}$/.test(value) ? value : null;
}

function notAsked(why: string): Witness {
	return {state: 'not-asked', why};
}
