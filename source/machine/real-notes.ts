import path from 'node:path';
import type {Environment, Notes} from './machine.ts';
import {makeFolders} from './make-folders.ts';

/** conf brings a schema validator with it and doubles the start, so it is loaded when the first note is read or written. */
export function realNotes({state}: Pick<Environment, 'state'>): Notes {
	let opened: Promise<Store> | null = null;
	const open = () => (opened ??= openStore(state));
	return {
		async read(name) {
			return (await open()).get(name);
		},
		async write(name, value) {
			const store = await open();
			if (value === undefined) store.delete(name);
			else store.set(name, value);
		},
	};
}

type Store = {get(name: string): unknown; set(name: string, value: unknown): void; delete(name: string): void};

async function openStore(state: string): Promise<Store> {
	const {default: Conf} = await import('conf');
	// conf would make the folder readable by others.
	makeFolders(state);
	try {
		return new Conf<Record<string, unknown>>({
			cwd: state,
			configName: 'notes',
			configFileMode: 0o600,
			// A name such as "gw.example" is a name and not a path into an object.
			accessPropertiesByDotNotation: false,
		});
	} catch {
		// What the parser says of it quotes it.
		throw new Error(`${path.join(state, 'notes.json')} cannot be read. Mend or remove it; profiles and consents are kept there.`);
	}
}
