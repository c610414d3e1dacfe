import type {Machine} from '../machine/machine.ts';
import {pathOf} from '../places/roots.ts';
import type {SecretReference} from '../setups/described.ts';
import {type FoundSecret, secretFromCommand, secretFromText} from './found-secret.ts';
import {tilde} from './tilde.ts';

/** No key is longer, and a file that is was not meant. */
const most = 64 * 1024;

/** The secret that a setup file or a profile names. `folder` is where the file lies that names it: relative paths start there. */
export async function referencedSecret(reference: SecretReference, folder: string, machine: Machine): Promise<FoundSecret> {
	switch (reference.from) {
		case 'env':
			return secretFromText(machine.environment.variables[reference.name] ?? '', `The variable ${reference.name} holds nothing.`);
		case 'command':
			return secretFromCommand(reference.command, 'The command for the secret', machine);
		case 'file':
			return secretFromFile(reference.path, folder, machine);
	}
}

function secretFromFile(path: string, folder: string, {files, environment}: Machine): FoundSecret {
	const {join, isAbsolute} = pathOf(environment);
	const file = /^~[/\\]/.test(path) ? join(environment.home, path.slice(2)) : isAbsolute(path) ? path : join(folder, path);
	const shown = tilde(file, environment.home);
	const reading = files.read(file, most);
	switch (reading.state) {
		case 'absent':
			return {state: 'wrong', message: `There is no file ${shown}, which should hold the secret.`};
		case 'unreadable':
			return {state: 'wrong', message: `The secret's file ${shown} cannot be read: ${reading.message}.`};
		case 'bytes':
			return secretFromText(new TextDecoder().decode(reading.bytes), `The secret's file ${shown} is empty.`);
	}
}
