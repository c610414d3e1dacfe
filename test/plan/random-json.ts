import fc from 'fast-check';
import {occurrences} from '../../source/plan/json-path.ts';
import {scanJson} from '../../source/plan/json-tree.ts';

/** A JSON text with a layout of its own: any indentation, blank space, line ends, escapes and number spelling; and the keys that lead somewhere in it. */
export type RandomJson = {readonly text: string; readonly paths: readonly (readonly string[])[]};

type Node = {readonly text: string; readonly paths: readonly (readonly string[])[]};

const space = fc.constantFrom('', ' ', '  ', '\t', '\n', '\n  ', '\r\n\t', '\n\n    ', ' \r\n ');
const key = fc.oneof(
	fc.constantFrom('env', 'ANTHROPIC_API_KEY', 'A', 'model', '', '__proto__', 'x y', 'é', '🧙'),
	fc.string({maxLength: 4}),
);
const leaf: fc.Arbitrary<Node> = fc
	.oneof(
		fc.string({unit: 'binary', maxLength: 8}).chain(text => spelled(text)),
		fc.constantFrom('null', 'true', 'false', '0', '-0', '12345678901234567890', '1.10', '1E400', '-1e-7', '{}', '[]', '{ \n}', '[ ]'),
	)
	.map(text => ({text, paths: []}));

/** A text literal with some characters escaped that need not be. */
function spelled(text: string): fc.Arbitrary<string> {
	return fc
		.nat(3)
		.map(which =>
			which === 0
				? `"${[...Array(text.length).keys()].map(at => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`
				: JSON.stringify(text),
		);
}

const {value} = fc.letrec<{value: Node; object: Node; array: Node}>(tie => ({
	value: fc.oneof({depthSize: 'small', withCrossShrink: true}, leaf, tie('object'), tie('array')),
	array: fc.array(fc.tuple(space, tie('value'), space), {maxLength: 4}).map(items => ({
		text: `[${items.map(([before, item, after]) => before + item.text + after).join(',')}]`,
		paths: [],
	})),
	object: objectOf(tie('value')),
}));

function objectOf(inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
	const member = fc
		.tuple(key, fc.tuple(space, space, space, space), inner)
		.chain(([name, spaces, child]) => spelled(name).map(text => ({name, text, spaces, child})));
	return fc.array(member, {maxLength: 5}).map(members => ({
		text: `{${members.map(({text, spaces: [a, b, c, d], child}) => `${a}${text}${b}:${c}${child.text}${d}`).join(',')}}`,
		paths: members.flatMap(({name, child}) => [[name], ...child.paths.map(path => [name, ...path])]),
	}));
}

export const randomJson: fc.Arbitrary<RandomJson> = fc
	.tuple(fc.constantFrom('', '\uFEFF'), space, objectOf(value), space)
	.map(([mark, before, root, after]) => ({text: mark + before + root.text + after, paths: root.paths}));

/** The same with comments and trailing commas put in anywhere; `strict` is the text without them. */
export type RandomJsonc = RandomJson & {readonly strict: string};

const remark = fc.constantFrom('/* a */', '/* {"x": [1,\n2]} */', '// b\n', '//\r\n', '');

export const randomJsonc: fc.Arbitrary<RandomJsonc> = fc
	.tuple(randomJson, fc.array(remark, {minLength: 40, maxLength: 40}))
	.map(([{text, paths}, remarks]) => {
		let [loose, at, turn] = ['', 0, 0];
		for (const stop of stops(text)) {
			const closes = /[}\]]/.test(text[stop] ?? '') && !/[{[,]\s*$/.test(text.slice(0, stop));
			loose += text.slice(at, stop) + (closes && turn % 3 === 0 ? ',' : '') + (remarks[turn++ % 40] ?? '');
			at = stop;
		}
		return {text: loose + text.slice(at), strict: text, paths};
	});

/** Offsets of brackets, commas and colons that are not inside a text. */
function stops(text: string): readonly number[] {
	const found: number[] = [];
	let inside = false;
	for (let at = 0; at < text.length; at++) {
		if (inside && text[at] === '\\') at++;
		else if (text[at] === '"') inside = !inside;
		else if (!inside && /[{}[\],:]/.test(text[at] ?? '')) found.push(at);
	}
	return found;
}

/** Whether the path ends in a list anywhere: where one item is taken, the next has its number, and a second removal takes that one. */
export function meetsList(text: string, path: readonly string[]): boolean {
	const scanned = scanJson(text);
	return scanned.state !== 'slip' && occurrences(scanned.tree.root, path).some(({container}) => container.kind === 'array');
}
