import type {BytePath, Machine} from '../../machine/machine.ts';
import {printable} from '../../places/show.ts';
import {tilde} from '../tilde.ts';

/** How a path is shown: safe to paste in public, and for tools that want one, relative to where they stand. */
export type Showing = {
	readonly path: (path: BytePath) => string;
	/** Free of everything that could steer a terminal, and of the home folder. */
	readonly words: (text: string) => string;
	/** A relative URI: from the current folder for what is in it, else from the folder that is scanned. Every byte survives. */
	readonly uri: (path: BytePath) => string;
};

export function showingIn({environment, folders}: Machine, roots: readonly BytePath[]): Showing {
	const {home, platform} = environment;
	const sep = platform === 'win32' ? '\\' : '/';
	const cwd = folders.real(folders.bytePath(environment.cwd));
	const bases = [...(cwd === null ? [] : [cwd]), ...roots];
	const words = (text: string) => printable(tilde(text, home));
	return {
		words,
		path: path => words(folders.text(path)),
		uri(path) {
			const base = bases.find(folder => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) ?? '';
			const rest = path.slice(base.length).split(sep).filter(Boolean);
			if (rest.length === 0) return '.';
			return rest.map(step => escaped(step, platform === 'win32' ? 'utf8' : 'latin1')).join('/');
		},
	};
}

/** encodeURIComponent takes text, and a name need not be any. */
function escaped(name: BytePath, encoding: BufferEncoding): string {
	const unreserved = /[\w.~-]/;
	return [...Buffer.from(name, encoding)]
		.map(byte => {
			const sign = String.fromCharCode(byte);
			return byte < 128 && unreserved.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('');
}
