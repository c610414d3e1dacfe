/**
 * Puts the pieces that every start needs into one file: to find, open and read seventeen small ones costs 5 ms of a start.
 * The file gives a piece by its old name, and all others then ask it.
 * @param {ReadonlyMap<string, string>} pieces CommonJS texts by file name
 * @param {readonly string[]} roots what is sure to be needed; what they require at once comes with them
 * @param {string} joined the name of the new file
 * @returns {Map<string, string>}
 */
export function joinPieces(pieces, roots, joined) {
	const together = new Set(roots);
	for (const name of together) for (const [, other = ''] of (pieces.get(name) ?? '').matchAll(atOnce)) together.add(other);

	/** @param {string} text @param {string} ask */
	const ask = (text, ask) => text.replace(anyRequire, (all, name) => (together.has(name) ? `${ask}("${name}")` : all));
	const files = new Map(
		[...pieces].filter(([name]) => !together.has(name)).map(([name, text]) => [name, ask(text, `require("./${joined}")`)]),
	);
	// The parentheses tell V8 that the function is called right away, so that it is not read twice.
	const parts = [...together].map(name => `"${name}": (function(module, exports) {\n${ask(pieces.get(name) ?? '', 'piece')}})`);
	return files.set(joined, `const pieces = {\n${parts.join(',\n')}\n};\n${piece}`);
}

/** As esbuild prints what was a static import: at the start of a line. What asks a joined file for a piece is left alone. */
const atOnce = /^(?:var \w+ = )?(?:__toESM\()?require\("\.\/([^"]+\.js)"\)(?!\()/gm;
const anyRequire = /\brequire\("\.\/([^"]+\.js)"\)(?!\()/g;

const piece = `const made = {};
function piece(name) {
	if (made[name] === undefined) {
		made[name] = {exports: {}};
		pieces[name](made[name], made[name].exports);
	}
	return made[name].exports;
}
module.exports = piece;
`;
