import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

/** What costs most to load: node:crypto alone takes 6 of the 25 ms of a start, and a doctor that writes nothing never calls it. */
const costly = /^node:(?:crypto|child_process|https?|tty)$/;

/**
 * Loads these modules of Node at the first call of one of their functions, however they are imported. For the CommonJS part of
 * the bundle only; their classes are left out, so that a use of one fails to build.
 * @type {import('esbuild').Plugin}
 */
export const lateBuiltins = {
	name: 'late-builtins',
	setup(build) {
		build.onResolve({filter: costly}, ({path, kind}) =>
			kind === 'import-statement' ? {path, namespace: 'late-builtin', sideEffects: false} : null,
		);
		build.onLoad({filter: /./, namespace: 'late-builtin'}, ({path}) => {
			const names = Object.entries(require(path)).filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name));
			return {
				contents: names
					.map(([name]) => `export const ${name} = (...given) => process.getBuiltinModule('${path}').${name}(...given);`)
					.join('\n'),
			};
		});
	},
};
