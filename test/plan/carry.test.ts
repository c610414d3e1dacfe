import {describe, expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';
import {apply} from '../../source/plan/apply.ts';
import {carry} from '../../source/plan/carry.ts';
import type {Entry, FileChange} from '../../source/plan/change.ts';
import {undo} from '../../source/plan/undo.ts';

const bytes = (text: string | null) => (text === null ? null : new TextEncoder().encode(text));
const text = (value: Uint8Array | null) => (value === null ? null : new TextDecoder('utf-8', {ignoreBOM: true}).decode(value));
const key = (...path: string[]): Entry => ({kind: 'key', path});
const item = (...path: string[]): Entry => ({kind: 'item', path});

function move(
	from: string | null,
	to: string | null,
	current: string | null,
	entries: readonly Entry[],
): string | null | {readonly conflict: string} {
	const carried = carry({from: bytes(from), to: bytes(to), entries}, bytes(current));
	switch (carried.state) {
		case 'same':
			return current;
		case 'carried':
			return text(carried.bytes);
		case 'conflict':
			return {conflict: carried.message};
	}
}

describe('a step on the file it was made from', () => {
	it('gives the very bytes, and is done only once', () => {
		expect(move('a', 'b', 'a', [])).toBe('b');
		expect(carry({from: bytes('a'), to: bytes('b'), entries: []}, bytes('b'))).toEqual({state: 'same'});
		expect(move(null, 'b', null, [])).toBe('b');
		expect(move('a', null, 'a', [])).toBe(null);
	});
});

describe('a file that was no JSON, was mended, and was rewritten by claude since', () => {
	const lines: Entry = {kind: 'lines'};
	const entries = [lines, key('primaryApiKey'), item('customApiKeyResponses', 'approved')];

	it('stays mended, and our entries go back to what could be read of it', () => {
		const slip = '{"primaryApiKey":"sk-old","n":1,}';
		const ours = '{"n":1,"customApiKeyResponses":{"approved":["f"]}}';
		const theirs = '{\n  "n": 2,\n  "customApiKeyResponses": {\n    "approved": ["f"]\n  }\n}\n';
		expect(move(ours, slip, theirs, entries)).toBe('{\n  "n": 2,\n  "primaryApiKey": "sk-old"\n}\n');
		expect(move(ours, slip, ours, entries)).toBe(slip);
	});

	it('had none of our entries where nothing could be read of it', () => {
		const theirs = '{\n  "n": 2,\n  "customApiKeyResponses": {\n    "approved": ["f"]\n  }\n}\n';
		expect(move('{"customApiKeyResponses":{"approved":["f"]}}', '\u0000\u0001 not', theirs, entries)).toBe('{\n  "n": 2\n}\n');
	});

	it('is left where one of our entries was changed in it', () => {
		expect(move('{"primaryApiKey":""}', '{"primaryApiKey":"sk-old",}', '{"n":1,"primaryApiKey":"x"}', entries)).toEqual({
			conflict: 'primaryApiKey was changed since',
		});
	});
});

describe('keys in a file that claude has rewritten', () => {
	const before = '{\n  "numStartups": 1,\n  "primaryApiKey": "sk-old",\n  "env": {"A": "1"}\n}\n';
	const after = '{\n  "numStartups": 1,\n  "env": {"A": "1"}\n}\n';

	it('come back, and what claude wrote stays', () => {
		const rewritten = '{"env":{"A":"1"},"numStartups":7,"tips":{"x":1}}';
		expect(move(after, before, rewritten, [key('primaryApiKey')])).toBe(
			'{"env":{"A":"1"},"numStartups":7,"tips":{"x":1},"primaryApiKey":"sk-old"}',
		);
	});

	it('go away, with the object that was made for them', () => {
		const had = '{\n  "a": 1\n}\n';
		const got = '{\n  "a": 1,\n  "env": {\n    "KEY": "x"\n  }\n}\n';
		expect(move(got, had, got.replace('1', '2'), [key('env', 'KEY')])).toBe('{\n  "a": 2\n}\n');
		expect(move(got, had, got.replace('"KEY"', '"THEIRS": "y",\n    "KEY"'), [key('env', 'KEY')])).toBe(
			'{\n  "a": 1,\n  "env": {\n    "THEIRS": "y"\n  }\n}\n',
		);
	});

	it('stay, with everything else, where ours were changed since', () => {
		expect(move('{"k":"ours"}', '{"k":"old"}', '{"k":"theirs","n":1}', [key('k')])).toEqual({conflict: 'k was changed since'});
		expect(move('{"k":"ours"}', '{}', '{"n":1}', [key('k')])).toBe('{"n":1}');
		expect(move('{}', '{"k":"old"}', '{"k":"theirs"}', [key('k')])).toEqual({conflict: 'k was changed since'});
	});

	it('come back as they were spelled', () => {
		const number = '{"n": 12345678901234567890, "u": "\\u00e4"}';
		expect(move('{"a": 1}', number, '{"a": 1, "b": 2}', [key('n'), key('u')])).toBe(
			'{"a": 1, "b": 2, "n": 12345678901234567890, "u": "\\u00e4"}',
		);
	});

	it('are left alone where the file no longer parses, is gone, or never had entries', () => {
		expect(move('{"k":1}', '{}', '{"k":1', [key('k')])).toMatchObject({conflict: expect.stringContaining('parsed')});
		expect(move('{"k":1}', '{}', null, [key('k')])).toEqual({conflict: 'it was removed since'});
		expect(move('one', 'two', 'three', [])).toEqual({conflict: 'it was changed since'});
		expect(move('ours', null, 'edited', [{kind: 'whole-file'}])).toEqual({conflict: 'it was changed since'});
	});

	it('go from a file that was ours at first and is shared now', () => {
		expect(move('{"env": {"K": "x"}}', null, '{"env": {"K": "x"}, "model": "opus"}', [key('env', 'K')])).toBe('{"model": "opus"}');
	});
});

describe('items of a list', () => {
	const path = ['customApiKeyResponses', 'approved'];
	it('go and come by their value, wherever they stand now', () => {
		const before = '{"customApiKeyResponses":{"approved":["a"],"rejected":["key"]}}';
		const after = '{"customApiKeyResponses":{"approved":["a","key"],"rejected":[]}}';
		const now = '{"x":1,"customApiKeyResponses":{"approved":["key","a","b"],"rejected":["c"]}}';
		expect(move(after, before, now, [item(...path), item('customApiKeyResponses', 'rejected')])).toBe(
			'{"x":1,"customApiKeyResponses":{"approved":["a","b"],"rejected":["c","key"]}}',
		);
	});

	it('take the list and its object with them where those were made for them', () => {
		const after = '{"n":1,"customApiKeyResponses":{"approved":["key"],"rejected":[]}}';
		expect(move(after, '{"n":1}', after.replace('1', '2'), [item(...path), item('customApiKeyResponses', 'rejected')])).toBe('{"n":2}');
		expect(move('{"n":1}', after, '{"n":2}', [item(...path), item('customApiKeyResponses', 'rejected')])).toBe(after.replace('1', '2'));
	});
});

describe('lines', () => {
	it('come back among those that others wrote, in any encoding', () => {
		const latin = (value: string) => new Uint8Array(Buffer.from(value, 'latin1'));
		const carried = carry(
			{from: latin('# \xe4\nb\n'), to: latin('# \xe4\nkey\nb\n'), entries: [{kind: 'lines'}]},
			latin('# \xe4\nb\nnew \xff\n'),
		);
		expect(carried).toEqual({state: 'carried', bytes: latin('# \xe4\nkey\nb\nnew \xff\n'), theirs: true});
	});

	it('stay where ours were changed', () => {
		expect(move('a\nours\nb\n', 'a\nb\n', 'a\nours!\nb\n', [{kind: 'lines'}])).toEqual({
			conflict: 'what we wrote was changed since (line 2)',
		});
	});
});

describe('undo where others have written since', () => {
	const home = '/home/ada';
	const config: FileChange = {
		path: `${home}/.claude.json`,
		named: `${home}/.claude.json`,
		kind: 'global-config',
		before: bytes('{"primaryApiKey": "sk-old", "n": 1}'),
		after: bytes('{"n": 1}'),
		mode: null,
		secret: false,
		entries: [key('primaryApiKey')],
	};
	const startup: FileChange = {
		...config,
		path: `${home}/.zshrc`,
		named: `${home}/.zshrc`,
		kind: 'startup',
		before: bytes('a\nexport K=1\n'),
		after: bytes('a\n'),
		entries: [{kind: 'lines'}],
	};
	const plan = {files: [config, startup], steps: [], keeps: [], tells: [], masked: [], notes: []};
	const machineNow = () => pretend({files: {'~/.claude.json': '{"primaryApiKey": "sk-old", "n": 1}', '~/.zshrc': 'a\nexport K=1\n'}});

	function put(machine: ReturnType<typeof machineNow>, path: string, content: string): void {
		machine.tree.put(`${home}/${path}`, {
			kind: 'file',
			bytes: bytes(content) ?? new Uint8Array(),
			mode: 0o644,
			uid: 1000,
			gid: 1000,
			mtime: 0,
		});
	}

	it('reverses our entries only, keeps theirs, and says which files', async () => {
		const machine = machineNow();
		await apply(plan, machine);
		put(machine, '.claude.json', '{"n":2,"tips":3}');
		expect(await undo(null, machine)).toMatchObject({state: 'undone', theirs: [`${home}/.claude.json`]});
		expect(machine.tree.text(`${home}/.claude.json`)).toBe('{"n":2,"tips":3,"primaryApiKey":"sk-old"}');
		expect(machine.tree.text(`${home}/.zshrc`)).toBe('a\nexport K=1\n');
	});

	it('refuses all of it where one of our entries was changed', async () => {
		const machine = machineNow();
		await apply(plan, machine);
		put(machine, '.claude.json', '{"n":2,"primaryApiKey":"sk-new"}');
		const undone = await undo(null, machine);
		expect(undone).toMatchObject({
			state: 'refused',
			conflicts: [{path: `${home}/.claude.json`, message: 'primaryApiKey was changed since'}],
		});
		expect(JSON.stringify(undone)).not.toContain('sk-');
		expect(machine.tree.text(`${home}/.zshrc`)).toBe('a\n');
	});

	it('applies to .claude.json also when claude saved it after the plan was made, and undoes that to the byte', async () => {
		const machine = machineNow();
		put(machine, '.claude.json', '{"n":2,"primaryApiKey":"sk-old"}');
		expect(await apply(plan, machine)).toMatchObject({state: 'applied'});
		expect(machine.tree.text(`${home}/.claude.json`)).toBe('{"n":2}');
		expect(await undo(null, machine)).toMatchObject({state: 'undone', theirs: []});
		expect(machine.tree.text(`${home}/.claude.json`)).toBe('{"n":2,"primaryApiKey":"sk-old"}');
	});

	it('has nothing to do where claude only saved the file again after it was applied', async () => {
		const machine = machineNow();
		await apply(plan, machine);
		put(machine, '.claude.json', '{"n":2}');
		expect(await apply(plan, machine)).toEqual({state: 'nothing'});
		expect(await undo(null, machine)).toMatchObject({state: 'undone'});
		expect(machine.tree.text(`${home}/.claude.json`)).toBe('{"n":2,"primaryApiKey":"sk-old"}');
	});

	it('changes and gives back a mode alone, whatever others wrote', async () => {
		const machine = machineNow();
		const zshrc = `${home}/.zshrc`;
		await apply({...plan, files: [{...startup, after: startup.before, mode: 0o600, entries: []}]}, machine);
		expect(machine.tree.snapshot()[zshrc]?.mode).toBe(0o600);
		machine.tree.put(zshrc, {kind: 'file', bytes: bytes('theirs\n') ?? new Uint8Array(), mode: 0o600, uid: 1000, gid: 1000, mtime: 0});
		expect(await undo(null, machine)).toMatchObject({state: 'undone'});
		expect([machine.tree.text(zshrc), machine.tree.snapshot()[zshrc]?.mode]).toEqual(['theirs\n', 0o644]);
	});

	it('leaves a mode that somebody chose since', async () => {
		const machine = pretend({files: {'~/.zshrc': {text: 'a\nexport K=1\n', mode: 0o644}}});
		await apply({...plan, files: [{...startup, mode: 0o600}]}, machine);
		const zshrc = `${home}/.zshrc`;
		const node = machine.tree.snapshot()[zshrc];
		if (node === undefined) throw new Error('gone');
		expect(node.mode).toBe(0o600);
		machine.tree.put(zshrc, {...node, mode: 0o640});
		await undo(null, machine);
		expect(machine.tree.snapshot()[zshrc]?.mode).toBe(0o640);
	});
});
