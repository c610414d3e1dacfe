import type {Machine} from '../machine/machine.ts';
import type {VariableFact} from './fact.ts';
import {held} from './show.ts';
import {isKnownVariable} from './variables.ts';

const keys = ['HKCU\\Environment', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment'];

/**
 * The user's and the machine's environment on Windows, by the documented keys. Not run here (Windows only). Values come on stdout
 * and no argument holds one.
 */
export async function lookInRegistry(machine: Machine): Promise<readonly VariableFact[]> {
	const root = machine.environment.variables['SystemRoot'] ?? 'C:\\Windows';
	const answers = await Promise.all(
		keys.map(async key => {
			const outcome = await machine.programs.run(`${root}\\System32\\reg.exe`, ['query', key], {env: {SystemRoot: root}, timeout: 5000});
			return outcome.state === 'ended' && outcome.code === 0 ? readRegistry(outcome.stdout, key) : [];
		}),
	);
	return answers.flat();
}

/** `    NAME    REG_SZ    value`; what REG_EXPAND_SZ refers to is not filled in. */
function readRegistry(stdout: string, key: string): readonly VariableFact[] {
	return stdout.split(/\r?\n/).flatMap((line): readonly VariableFact[] => {
		const [, variable = '', type = '', value = ''] = /^ {4}(\S+) {4}(REG_(?:EXPAND_)?SZ) {4}(.*)$/.exec(line) ?? [];
		if (!isKnownVariable(variable)) return [];
		const told = type === 'REG_EXPAND_SZ' && /%\w+%/.test(value) ? {value: null, shown: 'filled in at login'} : held(variable, value);
		const spot = {place: 'system-environment', file: key, line: null, column: null} as const;
		return [{kind: 'variable', ...spot, variable, state: value === '' ? 'empty' : 'text', ...told, why: null, origin: {from: 'file'}}];
	});
}
