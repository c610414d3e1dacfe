import type {Machine} from '../machine/machine.ts';
import type {Fact} from './fact.ts';
import {pathOf} from './roots.ts';

/** What stands at the path that a variable names. `pem`: a certificate is in it. */
export type NamedFile =
	| {readonly kind: 'nothing'}
	| {readonly kind: 'unreadable'}
	| {readonly kind: 'folder'; readonly names: readonly string[]}
	| {readonly kind: 'file'; readonly pem: boolean};

/** Variables whose value is a path: a slip in one is seen nowhere but on the disk. */
const naming = ['NODE_EXTRA_CA_CERTS', 'CLAUDE_CONFIG_DIR'];

export function namesFile(fact: Fact): boolean {
	return fact.kind === 'variable' && fact.state === 'text' && naming.includes(fact.variable);
}

/** As claude sees it: from the folder one stands in, and with a `~` taken as it is, since only a shell makes a home of it. */
export function lookAtNamed({environment, files}: Machine, text: string): NamedFile {
	const path = pathOf(environment).resolve(environment.cwd, text);
	const stat = files.stat(path, 'follow');
	if (stat === null) return {kind: 'nothing'};
	if (stat.kind === 'folder') {
		const names = files.list(path);
		return names === null ? {kind: 'unreadable'} : {kind: 'folder', names};
	}
	const read = files.read(path);
	if (read.state !== 'bytes') return {kind: 'unreadable'};
	// A bundle of the system's is hundreds of kilobytes: its first lines tell, and it is never made a text.
	return {
		kind: 'file',
		pem: Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.length).includes('-----BEGIN CERTIFICATE-----'),
	};
}
