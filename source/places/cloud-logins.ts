import type {Machine} from '../machine/machine.ts';
import type {Fact} from './fact.ts';
import {pathOf} from './roots.ts';

/** Whose sign-in is kept on this computer by the cloud's own program. Nothing of it is read. */
export type CloudLogin = 'aws' | 'google';

/** Looked for only where a switch for a cloud is set: on every other machine it means nothing. */
export function cloudLogins({environment, files}: Machine, facts: readonly Fact[]): readonly CloudLogin[] {
	if (!facts.some(({variable}) => variable.startsWith('CLAUDE_CODE_USE_'))) return [];
	const {join} = pathOf(environment);
	const {home, variables, platform} = environment;
	const google = platform === 'win32' ? join(variables['APPDATA'] ?? home, 'gcloud') : join(home, '.config', 'gcloud');
	const there = (path: string) => files.stat(path, 'follow') !== null;
	return [
		...(there(join(home, '.aws', 'credentials')) || there(join(home, '.aws', 'config')) ? (['aws'] as const) : []),
		...(there(join(google, 'application_default_credentials.json')) ? (['google'] as const) : []),
	];
}
