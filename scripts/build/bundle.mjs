import {isBuiltin} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';
import {asScript} from './as-script.mjs';
import {joinPieces} from './join-pieces.mjs';
import {lateBuiltins} from './late-builtins.mjs';
import {quickStringWidth} from './quick-string-width.mjs';
import {yogaWithoutFetch} from './yoga-without-fetch.mjs';

/**
 * One package without dependencies, in two parts, both split where the source says `import()`.
 *
 * The core is CommonJS: starting Node's ES module loader costs 8 ms of a 25 ms start (`--version` 1.09 instead of 1.47 times
 * `node -e 0`, Node 20), and so does compiling half a megabyte of commands that are not asked for. esbuild splits ES modules
 * only, so each piece is turned into CommonJS afterwards, and what the most used command needs is joined again.
 *
 * What the source loads by `import()` from a package or from screens/ is large and needed late. Packages become ES modules beside
 * the core, screens one script each, since that is what V8 keeps compiled code of. Screens may share only types and pure checks with
 * the core (house rule), so it does no harm that both carry those.
 * @param {{root: string, entry: string, together: Record<string, readonly string[]>}} options `together`: files to make of what is loaded late but always loaded at once; each holds what those before it do not
 * @returns {Promise<{files: Map<string, string>, inputs: string[]}>} file names with their text, and what went into them
 */
export async function bundle({root, entry, together}) {
	/** @type {Map<string, string>} */
	const late = new Map();
	const core = await esbuild.build({
		...shared(root),
		entryPoints: [entry],
		chunkNames: 'piece-[hash]',
		plugins: [setApart(late, path.join(root, 'source', 'screens')), lateBuiltins],
	});
	const screens = [...late].filter(([, file]) => path.isAbsolute(file));
	const rest = await esbuild.build({
		...shared(root),
		entryPoints: Object.fromEntries([...late].filter(([, file]) => !path.isAbsolute(file))),
		chunkNames: 'late-[hash]',
		outExtension: {'.js': '.mjs'},
		plugins: [yogaWithoutFetch, quickStringWidth],
	});
	const drawn = await Promise.all(
		screens.map(([name, file]) =>
			esbuild.build({...shared(root), splitting: false, entryPoints: {[name]: file}, plugins: [yogaWithoutFetch, quickStringWidth]}),
		),
	);
	const pieces = new Map(
		await Promise.all(core.outputFiles.map(async file => /** @type {const} */ ([path.basename(file.path), await toCommonJs(file.text)]))),
	);
	const outputs = Object.entries(core.metafile.outputs);
	/** @type {Map<string, string>} */
	let files = new Map(pieces);
	for (const [name, sources] of Object.entries(together)) {
		const roots = outputs.filter(([, {entryPoint}]) => entryPoint !== undefined && sources.includes(entryPoint));
		files = joinPieces(
			files,
			roots.map(([file]) => path.basename(file)),
			`${name}.js`,
		);
	}
	const first = `${path.basename(entry, '.ts')}.js`;
	for (const [name, text] of files) files.set(name, name === first ? await compactFirst(text) : await compact(text));
	for (const {outputFiles} of drawn)
		for (const {path: file, text} of outputFiles) files.set(path.basename(file), await compact(asScript(text)));
	files.set('package.json', '{"type": "commonjs"}\n');
	for (const file of rest.outputFiles) files.set(path.basename(file.path), withRequire(file.text));
	return {files, inputs: [core, rest, ...drawn].flatMap(({metafile}) => Object.keys(metafile.inputs))};
}

/** @param {string} root */
function shared(root) {
	return /** @satisfies {esbuild.BuildOptions} */ ({
		absWorkingDir: root,
		outdir: 'dist',
		write: /** @type {const} */ (false),
		metafile: /** @type {const} */ (true),
		bundle: true,
		splitting: true,
		format: /** @type {const} */ ('esm'),
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
				return {path: file === null ? `./${name}.mjs` : `./${name}.ready`, external: true};
			});
		},
	};
}

/**
 * A piece of the core refers to the others by `import("./name.js")`, to the late part by `import("./name.mjs")`. Default imports
 * of Node's modules would be copied property by property to look like ES modules, at a millisecond for each.
 * @param {string} text as esbuild printed it, one import a line
 */
async function toCommonJs(text) {
	const required = text
		.replace(/\bimport\(("\.\/[^"]+\.js")\)/g, 'Promise.resolve().then(() => require($1))')
		.replace(/^import (\w+) from ("node:\w+");$/gm, 'const $1 = require($2);');
	return (await esbuild.transform(required, {format: 'cjs', platform: 'node', target: 'node20', charset: 'utf8'})).code;
}

/**
 * The file that Node itself starts; it loads the pieces by load.js.
 * @param {string} text
 */
function compactFirst(text) {
	return small(withScreens(text).replace(/\brequire\("\.\/([^"]+\.js)"\)/g, 'require("./load.js")("$1")'));
}

/**
 * A piece as load.js wants it: wrapped, so that no start has to do it.
 * @param {string} text
 */
async function compact(text) {
	const late = withScreens(text).replace(/\bimport\(("[^"]+")\)/g, 'require.late($1)');
	return `(function (exports, require, module, __filename, __dirname) {${await small(late)}})\n`;
}

/**
 * What the screens export is a promise: they are scripts with a top-level await of their own.
 * @param {string} text
 */
function withScreens(text) {
	return text.replace(/\bimport\("\.\/([^"]+)\.ready"\)/g, 'Promise.resolve(require("./$1.js").ready)');
}

/**
 * What is compiled at every start is made small, and ASCII, so that V8 holds it in one byte a character.
 * @param {string} text
 */
async function small(text) {
	const options = /** @type {const} */ ({minify: true, platform: 'node', target: 'node20', charset: 'ascii', legalComments: 'none'});
	const {code} = await esbuild.transform(text, options);
	// esbuild leaves regular expressions as they were written.
	return code.replace(/[\u0080-\uFFFF]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Some bundled packages are CommonJS and call `require` for Node's own modules, which an ES module has to make for itself.
 * @param {string} text
 */
function withRequire(text) {
	if (!text.includes('typeof require')) return text;
	return `import {createRequire as __createRequire} from 'node:module';\nconst require = __createRequire(import.meta.url);\n${text}`;
}
