import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect, it} from 'vitest';
import {joinPieces} from '../../../scripts/build/join-pieces.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'wizard-join-'));
afterAll(() => rmSync(folder, {recursive: true}));

const pieces = new Map([
	['entry.js', 'module.exports = [require("./a.js").name, require("./late.js").name, require("./a.js") === require("./late.js").a];'],
	['a.js', 'var import_b = require("./b.js");\nmodule.exports = {name: "a" + import_b.name};'],
	['b.js', 'globalThis.timesMade = (globalThis.timesMade ?? 0) + 1;\nmodule.exports = {name: "b", late: () => require("./late.js")};'],
	['late.js', 'module.exports = {name: "late", a: require("./a.js"), b: require("./b.js")};'],
]);

it('joins what the roots need at once, and leaves what they need later', () => {
	expect([...joinPieces(pieces, ['a.js'], 'core.js').keys()]).toEqual(['entry.js', 'late.js', 'core.js']);
});

it('can be done again with what is left', () => {
	const twice = joinPieces(joinPieces(pieces, ['b.js'], 'core.js'), ['a.js'], 'more.js');
	expect([...twice.keys()]).toEqual(['entry.js', 'late.js', 'core.js', 'more.js']);
	expect(twice.get('more.js')).toContain('require("./core.js")("b.js")');
	expect(twice.get('core.js')).toContain('require("./late.js")');
});

it('makes each piece once, from wherever it is asked for', () => {
	for (const [name, text] of joinPieces(pieces, ['a.js'], 'core.js')) writeFileSync(path.join(folder, name), text);
	expect(createRequire(import.meta.url)(path.join(folder, 'entry.js'))).toEqual(['ab', 'late', true]);
	expect((globalThis as {timesMade?: number}).timesMade).toBe(1);
});
