/**
 * Makes a script of an ES module that imports nothing but Node's own: its top-level await moves into a function, and what it exports
 * comes as the promise `ready`. Only of a script can V8 keep the compiled code, and compiling is half of Ink's first frame.
 * @param {string} text as esbuild printed it, not minified
 */
export function asScript(text) {
	/** @type {string[]} */
	const needs = [];
	/** @type {string[]} */
	const gives = [];
	const body = text
		.replace(/^import (?:\* as )?(\w+) from ("node:[\w/]+");$/gm, (_, name, from) => {
			needs.push(`const ${name} = require(${from});`);
			return '';
		})
		.replace(/^import \{([^}]*)\} from ("node:[\w/]+");$/gm, (_, names, from) => {
			needs.push(`const {${names.replaceAll(' as ', ': ')}} = require(${from});`);
			return '';
		})
		.replace(/^export \{([^}]*)\};$/gm, (_, names) => {
			for (const name of names.split(',').map((/** @type {string} */ part) => part.trim())) {
				const [local, given = local] = name.split(' as ');
				gives.push(`${given}: ${local}`);
			}
			return '';
		})
		.replace(/\bimport\(/g, 'require.late(')
		.replaceAll('import.meta', 'importMeta');
	if (/^(?:import|export)\b/m.test(body)) throw new Error('a late part imports or exports in a way that as-script.mjs does not know');
	return `exports.ready = (async () => {
"use strict";
const importMeta = {url: require("node:url").pathToFileURL(__filename).href};
${needs.join('\n')}
${body}
return {${gives.join(', ')}};
})();
`;
}
