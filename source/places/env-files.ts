import type {Machine} from '../machine/machine.ts';
import {readAssignments} from '../shells/assignments.ts';
import {readDotenv} from '../shells/env-files/dotenv.ts';
import type {EnvLine} from '../shells/env-files/env-line.ts';
import {readMise} from '../shells/env-files/mise.ts';
import {envLineFacts} from './env-line-facts.ts';
import type {Place} from './place.ts';
import type {Roots} from './roots.ts';
import {pathOf} from './roots.ts';

/** Files of the project's folder from which direnv, mise or a program's own loader fill the environment. */
export const envFiles: Place = {
	id: 'env-file',
	look: (machine, roots) => {
		const {join} = pathOf(machine.environment);
		const inProject = (name: string): string => join(roots.project, name);
		const envrc = nearest(machine, roots, '.envrc');
		return [
			...['.env', '.env.local'].flatMap(name => envLineFacts(machine, 'env-file', inProject(name), readDotenv)),
			...(envrc === null ? [] : envLineFacts(machine, 'env-file', envrc, readEnvrc)),
			...['mise.toml', '.mise.toml', 'mise.local.toml', '.mise.local.toml', join('.config', 'mise.toml')].flatMap(name =>
				envLineFacts(machine, 'env-file', inProject(name), readMise),
			),
			...envLineFacts(machine, 'env-file', join(roots.xdgConfig, 'mise', 'config.toml'), readMise),
		];
	},
};

/** direnv takes the first .envrc on the way up. */
function nearest(machine: Machine, roots: Roots, name: string): string | null {
	const {join, dirname} = pathOf(machine.environment);
	for (let folder = roots.project; ; folder = dirname(folder)) {
		if (machine.files.stat(join(folder, name)) !== null) return join(folder, name);
		if (dirname(folder) === folder) return null;
	}
}

/** direnv runs the file with bash, and takes over what is exported. */
function readEnvrc(text: string): readonly EnvLine[] {
	return readAssignments(text, 'bash').flatMap((statement): readonly EnvLine[] => {
		if (statement.kind !== 'assignment' || !statement.exported || (statement.does !== 'set' && statement.does !== 'computed')) return [];
		const {variable, value, line, column, item} = statement;
		return [{variable, value, line, column, start: item.start, end: item.end}];
	});
}
