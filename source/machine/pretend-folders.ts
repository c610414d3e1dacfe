import type {BytePath, Entry, Folders} from './machine.ts';
import {pretendFiles, statOf} from './pretend-files.ts';
import type {PretendTree} from './pretend-tree.ts';

/** Walks a pretended disk with the same answers as the real one. */
export function pretendFolders(tree: PretendTree): Folders {
	const files = pretendFiles(tree);
	const windows = tree.platform === 'win32';
	const text = (path: BytePath) => (windows ? path : Buffer.from(path, 'latin1').toString());
	const bytePath = (path: string) => (windows ? path : Buffer.from(path).toString('latin1'));
	return {
		entries(path) {
			const folder = text(path);
			const names = files.list(folder);
			if (names === null || files.stat(folder)?.kind !== 'folder') return {state: 'unreadable'};
			return {state: 'entries', entries: names.map(name => entryOf(tree, tree.rules.join(folder, name), bytePath(name)))};
		},
		read(path, limit) {
			const file = text(path);
			if (files.linkTarget(file) !== null) return {state: 'unreadable', why: 'not-a-file', message: 'it is a link'};
			return files.read(file, limit);
		},
		real(path) {
			const real = files.real(text(path));
			return real === null ? null : bytePath(real);
		},
		bytePath,
		text,
	};
}

function entryOf(tree: PretendTree, path: string, name: BytePath): Entry {
	const walked = tree.walk(path, false);
	const kind = walked.state === 'there' && walked.node !== null ? statOf(walked.node).kind : 'other';
	return {name, isFile: () => kind === 'file', isDirectory: () => kind === 'folder', isSymbolicLink: () => kind === 'link'};
}
