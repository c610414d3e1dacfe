import type {Machine} from '../../machine/machine.ts';
import {translators} from '../../providers/translators/index.ts';
import {shells} from '../../shells/index.ts';
import {printers} from '../../shells/printers/index.ts';
import {problemNames} from '../help-problem.ts';
import {knownProviders} from '../known-providers.ts';
import {completers} from './index.ts';
import type {Known} from './table.ts';

/** All names that stand still between two builds, and this user's own endpoints. */
export function knownWords(machine: Pick<Machine, 'files' | 'environment'>): Known {
	return {
		shells: shells.map(({name}) => name),
		engines: printers.map(({name}) => name),
		completed: completers.map(({name}) => name),
		providers: knownProviders(machine).directory.all.map(({id}) => id),
		translators: translators.map(({id}) => id),
		problems: problemNames,
	};
}
