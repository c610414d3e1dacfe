import {isBuiltin} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';
import {lateBuiltins} from './late-builtins.mjs';
import {quickStringWidth} from './quick-string-width.mjs';
import {yogaWithoutFetch} from './yoga-without-fetch.mjs';

/**
 * One package without dependencies, in two parts. The core is a single CommonJS file: starting Node's ES module loader and
 * reading a handful of chunks costs 8 ms of a 25 ms start (`--version` 1.09 instead of 1.47 times `node -e 0`, Node 20).
 * What the source loads by `import()` from a package or from screens/ is large and needed late; it becomes ES modules beside
 * the core, which Ink needs anyway for its top-level await. Screens may share only types and pure checks with the core (house
 * rule), so it does no harm that both parts carry those.
 * @param {{root: string, entry: string}} options
 * @returns {Promise<{files: Map<string, string>, inputs: string[]}>} file names with their text, and what went into them
 */
export async function bundle({root, entry}) {
	/** @type {Map<string, string>} */
	const late = new Map();
	const core = await esbuild.build({
		...shared(root),
		entryPoints: [entry],
		format: 'cjs',
		plugins: [setApart(late, path.join(root, 'source', 'screens')), lateBuiltins],
	});
	const rest = await esbuild.build({
		...shared(root),
		entryPoints: Object.fromEntries(late),
		format: 'esm',
		splitting: true,
		chunkNames: 'chunk-[hash]',
		outExtension: {'.js': '.mjs'},
		plugins: [yogaWithoutFetch, quickStringWidth],
	});
	const files = [...core.outputFiles, ...rest.outputFiles].map(
		file => /** @type {const} */ ([path.basename(file.path), withRequire(file)]),
	);
	const inputs = [...Object.keys(core.metafile.inputs), ...Object.keys(rest.metafile.inputs)];
	return {files: new Map([...files, ['package.json', '{"type": "commonjs"}\n']]), inputs};
}

/** @param {string} root */
function shared(root) {
	return /** @satisfies {esbuild.BuildOptions} */ ({
		absWorkingDir: root,
		outdir: 'dist',
		write: /** @type {const} */ (false),
		metafile: /** @type {const} */ (true),
		bundle: true,
		platform: /** @type {const} */ ('node'),
		target: 'node20',
		// jsonc-parser's `main` is UMD, which breaks in a bundle ("Cannot find module './impl/format'").
		mainFields: ['module', 'main'],
		define: {'process.env.NODE_ENV': '"production"'},
		legalComments: 'none',
		charset: 'utf8',
		logLevel: 'warning',
		// Ink asks for it only when DEV is set; it is large, and not installed.
		alias: {'react-devtools-core': fileURLToPath(new URL('empty.cjs', import.meta.url))},
	});
}

/**
 * Leaves out what is loaded late, and notes it as an entry of the second part.
 * @param {Map<string, string>} late output name to what is imported
 * @param {string} screens
 * @returns {esbuild.Plugin}
 */
function setApart(late, screens) {
	return {
		name: 'set-apart',
		setup(build) {
			build.onResolve({filter: /./}, ({path: wanted, kind, resolveDir}) => {
				if (kind !== 'dynamic-import' || isBuiltin(wanted)) return null;
				const file = wanted.startsWith('.') ? path.join(resolveDir, wanted) : null;
				if (file !== null && !file.startsWith(screens + path.sep)) return null;
				const name = path.basename(wanted, path.extname(wanted));
				late.set(name, file ?? wanted);
				return {path: `./${name}.mjs`, external: true};
			});
		},
	};
}

/**
 * Some bundled packages are CommonJS and call `require` for Node's own modules, which an ES module has to make for itself.
 * @param {esbuild.OutputFile} file
 */
function withRequire({path: name, text}) {
	if (!name.endsWith('.mjs') || !text.includes('typeof require')) return text;
	return `import {createRequire as __createRequire} from 'node:module';\nconst require = __createRequire(import.meta.url);\n${text}`;
}
