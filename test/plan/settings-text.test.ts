import {describe, expect, test} from 'vitest';
import type {Edited} from '../../source/plan/edited.ts';
import {removeSetting, setSetting} from '../../source/plan/settings-text.ts';
import {difference, fixture, fixtures, parse} from './corpus.ts';

const key = ['env', 'ANTHROPIC_API_KEY'];
const fresh = ['env', 'ANTHROPIC_AUTH_TOKEN_2'];

function changed(edited: Edited): string {
	if (edited.state !== 'changed') throw new Error(`${edited.state}: ${'why' in edited ? edited.why : ''}`);
	return edited.text;
}

function env(text: string): Record<string, unknown> {
	return (parse(text) as {env: Record<string, unknown>}).env;
}

/** JSON.parse takes 20-digit numbers for others: comparing it with numbers kept as text sees a changed spelling too. */
function meaning(text: string): unknown {
	const quoted = text
		.replace(/^\uFEFF/, '')
		.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, word => (word.startsWith('"') ? word : `"#${word}"`));
	return JSON.parse(quoted);
}

describe.each(fixtures())('$name', ({text}) => {
	test('setting a new key adds one entry and leaves every other byte', () => {
		const now = changed(setSetting(text, fresh, 'new "value"\n'));
		expect(env(now)['ANTHROPIC_AUTH_TOKEN_2']).toBe('new "value"\n');
		const {gone, come} = difference(text, now);
		expect(gone.trim()).toBe('');
		expect(come).toContain('"ANTHROPIC_AUTH_TOKEN_2"');
		const without = meaning(now) as {env?: Record<string, unknown>};
		delete without.env?.['ANTHROPIC_AUTH_TOKEN_2'];
		const before = meaning(text) as {env?: unknown};
		expect(without).toEqual(before.env === undefined ? {...before, env: {}} : before);
	});

	test('set, then remove, gives back the bytes', () => {
		const now = changed(setSetting(text, fresh, 'x'));
		const back = changed(removeSetting(now, fresh));
		const before = parse(text) as {env?: object};
		const blank = /\{\s+\}/.test(text) || before.env === undefined;
		if (blank) expect(meaning(back)).toEqual({...(meaning(text) as object), env: {...(meaning(text) as {env?: object}).env}});
		else expect(back).toBe(text);
	});

	test('setting twice is setting once', () => {
		const now = changed(setSetting(text, fresh, 'x'));
		expect(setSetting(now, fresh, 'x')).toEqual({state: 'same'});
	});

	test('changing a value changes the value alone', () => {
		const old = (parse(text) as {env?: Record<string, unknown>}).env?.['ANTHROPIC_API_KEY'];
		if (typeof old !== 'string') return;
		const now = changed(setSetting(text, key, 'other'));
		expect(env(now)['ANTHROPIC_API_KEY']).toBe('other');
		if (!/duplicate|escaped-and/.test(expect.getState().currentTestName ?? '')) expect(now).toBe(replaceLast(text, old, 'other'));
	});

	test('removing leaves no copy of the key, the rest as it was, and is done once', () => {
		if (!/ANTHROPIC(?:_|\\u005[fF])API_KEY/.test(text) || (parse(text) as {env?: object}).env === undefined) return;
		const edited = removeSetting(text, key);
		if (edited.state === 'same') return expect(env(text)).not.toHaveProperty('ANTHROPIC_API_KEY');
		const now = changed(edited);
		const wanted = meaning(text) as {env: Record<string, unknown>};
		delete wanted.env['ANTHROPIC_API_KEY'];
		expect(meaning(now)).toEqual(wanted);
		expect(removeSetting(now, key)).toEqual({state: 'same'});
		expect(subsequence(now, text)).toBe(true);
	});

	test('masking writes an empty text', () => {
		const now = changed(setSetting(text, key, ''));
		expect(env(now)['ANTHROPIC_API_KEY']).toBe('');
		expect(setSetting(now, key, '')).toEqual({state: 'same'});
	});
});

function replaceLast(text: string, old: string, now: string): string {
	const from = text.lastIndexOf('"env"') === -1 ? 0 : text.search(/"(?:e|\\u0065)nv"\s*:/g);
	const name = text.slice(from).search(/"ANTHROPIC(?:_|\\u005f)API_KEY"\s*:/i);
	const at = text.indexOf(JSON.stringify(old), from + name + 10);
	return text.slice(0, at) + JSON.stringify(now) + text.slice(at + JSON.stringify(old).length);
}

/** Nothing was written: every character that is left stood there, in that order. */
function subsequence(part: string, whole: string): boolean {
	let at = 0;
	for (const character of whole) if (at < part.length && part.startsWith(character, at)) at += character.length;
	return at === part.length;
}

describe('layout', () => {
	const cases: readonly (readonly [name: string, before: string, after: string])[] = [
		['four spaces', '{\n    "env": {\n        "A": "1"\n    }\n}\n', '{\n    "env": {\n        "A": "1",\n        "K": "v"\n    }\n}\n'],
		['tabs and CRLF', '{\r\n\t"env": {\r\n\t\t"A": "1"\r\n\t}\r\n}', '{\r\n\t"env": {\r\n\t\t"A": "1",\r\n\t\t"K": "v"\r\n\t}\r\n}'],
		['one line', '{"env": {"A": "1"}}', '{"env": {"A": "1", "K": "v"}}'],
		['minified', '{"env":{"A":"1"}}', '{"env":{"A":"1","K":"v"}}'],
		['no env yet', '{\n  "model": "opus"\n}\n', '{\n  "model": "opus",\n  "env": {\n    "K": "v"\n  }\n}\n'],
		['no env yet, one line', '{"model": "opus"}', '{"model": "opus", "env": {"K": "v"}}'],
		['no env yet, minified', '{"model":"opus"}', '{"model":"opus","env":{"K":"v"}}'],
		[
			'no env yet, tabs and CRLF',
			'{\r\n\t"model": "opus"\r\n}\r\n',
			'{\r\n\t"model": "opus",\r\n\t"env": {\r\n\t\t"K": "v"\r\n\t}\r\n}\r\n',
		],
		['empty env', '{\n  "env": {}\n}', '{\n  "env": {\n    "K": "v"\n  }\n}'],
		['empty object', '{}', '{\n  "env": {\n    "K": "v"\n  }\n}'],
		['empty file', '', '{\n  "env": {\n    "K": "v"\n  }\n}\n'],
		[
			'comma first',
			'{\n  "env": {\n    "A": "1"\n  , "B": "2"\n  }\n}\n',
			'{\n  "env": {\n    "A": "1"\n  , "B": "2"\n  , "K": "v"\n  }\n}\n',
		],
		[
			'short env in a long file',
			'{\n  "model": "opus",\n  "env": {"A": "1"}\n}\n',
			'{\n  "model": "opus",\n  "env": {"A": "1", "K": "v"}\n}\n',
		],
	];
	test.each(cases)('%s', (_, before, after) => {
		expect(changed(setSetting(before, ['env', 'K'], 'v'))).toBe(after);
	});

	test.each([
		['first', '{\n  "a": 1,\n  "b": 2\n}', ['a'], '{\n  "b": 2\n}'],
		['middle', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', ['b'], '{\n  "a": 1,\n  "c": 3\n}'],
		['last', '{\n  "a": 1,\n  "b": 2\n}', ['b'], '{\n  "a": 1\n}'],
		['only', '{\n  "a": 1\n}\n', ['a'], '{}\n'],
		['first, on the line of the bracket', '{"a": 1,\n  "b": 2\n}', ['a'], '{\n  "b": 2\n}'],
		['first of a line', '{"a": 1, "b": 2}', ['a'], '{"b": 2}'],
		['last of a line', '{ "a": 1, "b": 2 }', ['b'], '{ "a": 1 }'],
		['one of two on a line', '{\n  "a": 1, "b": 2,\n  "c": 3\n}', ['b'], '{\n  "a": 1,\n  "c": 3\n}'],
	] as const)('removing the %s entry', (_, before, path, after) => {
		expect(changed(removeSetting(before, path))).toBe(after);
	});
});

describe('refused with line and column', () => {
	test.each(fixtures('malformed'))('$name', ({text}) => {
		for (const edited of [setSetting(text, key, 'x'), removeSetting(text, key)]) {
			expect(edited).toMatchObject({state: 'refused', kind: 'malformed', line: expect.any(Number), column: expect.any(Number)});
		}
	});

	test.each([
		['comments.json', 2, 3],
		['trailing-comma.json', 3, 30],
		['missing-comma.json', 3, 3],
		['missing-brace.json', 5, 4],
		['single-quotes.json', 2, 3],
		['newline-in-value.json', 3, 26],
		['peers-doubled-texts.json', 2, 7],
	])('%s at %i:%i', (name, line, column) => {
		expect(setSetting(fixture(`malformed/${name}`), key, 'x')).toMatchObject({line, column});
	});

	test.each([
		['env-array.json', 'env is array, not an object', 3, 10],
		['env-text.json', 'env is string, not an object', 3, 10],
		['env-null.json', 'env is null, not an object', 2, 10],
		['array-root.json', 'the whole file is array, not an object', 1, 1],
		['text-root.json', 'the whole file is string, not an object', 1, 1],
		['null-root.json', 'the whole file is null, not an object', 1, 1],
	])('%s: %s', (name, why, line, column) => {
		const text = fixture(`odd/${name}`);
		expect(setSetting(text, key, 'x')).toEqual({state: 'refused', kind: 'impossible', why, line, column});
		expect(removeSetting(text, key)).toEqual({state: 'same'});
	});
});

describe('an empty file becomes a small one', () => {
	test.each(['empty.json', 'whitespace.json', 'only-bom.json', 'whitespace-crlf.json'])('%s', name => {
		const now = changed(setSetting(fixture(`odd/${name}`), key, 'x'));
		expect(env(now)).toEqual({ANTHROPIC_API_KEY: 'x'});
		expect(removeSetting(fixture(`odd/${name}`), key)).toEqual({state: 'same'});
	});
});

describe('a key written more than once', () => {
	test('every copy is changed, so that no old secret stays', () => {
		const now = changed(setSetting(fixture('duplicate-env.json'), key, 'new'));
		expect(now).toBe(fixture('duplicate-env.json').replace('"first"', '"new"').replace('"last"', '"new"'));
	});
	test('every copy is removed', () => {
		for (const name of ['duplicate-key.json', 'duplicate-env.json', 'duplicate-env-dead-copy.json', 'escaped-and-plain.json'])
			expect(changed(removeSetting(fixture(name), key))).not.toMatch(/API_KEY/);
	});
	test('items of a list that does not count stay: their numbers mean nothing', () => {
		expect(changed(removeSetting('{"a": ["x", "y"], "a": {"0": "z"}}', ['a', '0']))).toBe('{"a": ["x", "y"], "a": {}}');
	});
	test('a copy that does not count is not taken for the one that does', () => {
		const now = changed(setSetting(fixture('duplicate-env-dead-copy.json'), key, 'new'));
		expect(env(now)).toEqual({B: '2', ANTHROPIC_API_KEY: 'new'});
		expect(now).not.toContain('dead');
	});
});

test('a file of 20,000 entries is edited', () => {
	const text = `{\n${Array.from({length: 20_000}, (_, index) => `  "k${index}": "${index}"`).join(',\n')}\n}\n`;
	expect(changed(removeSetting(changed(setSetting(text, ['k'], 'v')), ['k']))).toBe(text);
});
