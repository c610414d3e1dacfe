import type {Machine} from '../machine/machine.ts';
import type {StateFact} from './fact.ts';
import type {JsonNode} from './json-scan.ts';
import {pathOf, type Roots} from './roots.ts';
import type {JsonFile} from './settings-entries.ts';
import {printable} from './show.ts';

/** Did the user trust this folder? A folder above it counts as well, as in claude's own check (read in 2.1.100). */
export function trustOf(projects: JsonNode | undefined, {file, at, place}: JsonFile, machine: Machine, roots: Roots): StateFact {
	const folders = new Map(projects?.members.map(({key, node}) => [key, node]));
	for (const folder of foldersAbove(machine, roots)) {
		const answer = folders.get(folder)?.members.find(({key}) => key === 'hasTrustDialogAccepted');
		if (answer?.node.value() !== true) continue;
		const spot = {place, file, ...at(answer.node.start), variable};
		return {kind: 'state', is: true, ...spot, state: 'text', value: null, shown: printable(folder), why: null};
	}
	const nowhere = {place, file, line: null, column: null, variable};
	return {kind: 'state', is: false, ...nowhere, state: 'absent', value: null, shown: 'false', why: null};
}

const variable = 'hasTrustDialogAccepted';

/** claude sees its folder with links resolved, and on Windows writes it with forward slashes. */
function foldersAbove(machine: Machine, {project}: Roots): readonly string[] {
	const {dirname} = pathOf(machine.environment);
	const folders: string[] = [];
	for (const start of new Set([project, machine.files.real(project) ?? project])) {
		for (let folder = start; ; folder = dirname(folder)) {
			folders.push(folder, ...(folder.includes('\\') ? [folder.replaceAll('\\', '/')] : []));
			if (dirname(folder) === folder) break;
		}
	}
	return folders;
}
