import {inspect} from 'node:util';
import {describe, expect, test} from 'vitest';
import {type PretendFile, pretend} from '../../source/machine/pretend.ts';
import type {Fact, FileFact} from '../../source/places/fact.ts';
import {lookAtSettings} from '../../source/places/settings-file.ts';

const path = '/home/ada/.claude/settings.json';
const key = `sk-ant-api03-${'Ab3dEf9h'.repeat(11)}QwErT-AA`;
const closed = (text: string): PretendFile => ({text, mode: 0o600});

async function facts(file: PretendFile | null): Promise<readonly Fact[]> {
	return lookAtSettings(pretend({files: file === null ? {} : {[path]: file}}), 'user-settings', path);
}

async function whole(file: PretendFile | null): Promise<FileFact> {
	const [first] = await facts(file);
	expect(first?.kind).toBe('file');
	return first as FileFact;
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const bytes = (...parts: readonly (string | number)[]) =>
	new Uint8Array(Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part])))));
const good = '{"env": {"ANTHROPIC_AUTH_TOKEN": "T"}}';

describe('the file as a whole', () => {
	const cases: readonly (readonly [string, PretendFile | null, FileFact['state'], readonly string[]])[] = [
		['absent', null, 'absent', []],
		['a link to nowhere', {link: '/nowhere'}, 'absent', []],
		['good', closed(good), 'text', []],
		['empty', closed(''), 'empty', []],
		['only blanks', closed(' \n\t'), 'empty', []],
		['a folder', {folder: true}, 'unreadable', []],
		['a device', {device: true}, 'unreadable', []],
		['a link to itself', {link: path}, 'unreadable', []],
		['not for this user', {text: good, mode: 0o000, uid: 7}, 'unreadable', []],
		['over 2 MiB', closed(`${good}${' '.repeat(2 * 1024 * 1024)}`), 'unreadable', ['too-large']],
		['with a byte order mark', closed(`\uFEFF${good}`), 'text', ['byte-order-mark']],
		['with two of them', closed(`\uFEFF\uFEFF${good}`), 'ignored', ['syntax', 'byte-order-mark']],
		['UTF-16 with its mark', {bytes: utf16(good), mode: 0o600}, 'text', ['byte-order-mark', 'not-utf8']],
		['a byte that is no UTF-8', {bytes: bytes('{"x": "', 0xff, '"}'), mode: 0o600}, 'text', ['not-utf8']],
		['a NUL', {bytes: bytes('{"x": "', 0, '"}'), mode: 0o600}, 'ignored', ['syntax']],
		['a comment', closed(`{\n  // mine\n${good.slice(1)}`), 'ignored', ['syntax']],
		['open to all, with a secret', {text: good, mode: 0o644}, 'text', ['readable-by-others']],
		['open to all, without', {text: '{"model": "opus"}', mode: 0o644}, 'text', []],
		['of somebody else', {text: '{}', mode: 0o644, uid: 7}, 'text', ['other-owner']],
		['of the administrator', {text: '{}', mode: 0o644, uid: 0}, 'text', []],
	];
	test.each(cases)('%s', async (_name, file, state, troubles) => {
		const fact = await whole(file);
		expect([fact.state, fact.troubles.map(({kind}) => kind)]).toEqual([state, troubles]);
		expect(fact.why === null).toBe(state === 'absent' || state === 'empty' || state === 'text');
	});

	test('names the very byte that is no UTF-8', async () => {
		const fact = await whole({bytes: bytes('{"x": "é', 0xe2, 0x82, '"}'), mode: 0o600});
		expect(fact.troubles).toContainEqual({kind: 'not-utf8', offset: 9});
	});

	test('says where a key is written twice', async () => {
		const fact = await whole(closed('{"model": "a", "env": {"X": "1",\n "X": "2"}, "model": "b"}'));
		expect(fact.troubles).toEqual([
			{kind: 'duplicate-key', key: 'model', line: 2, column: 13},
			{kind: 'duplicate-key', key: 'env.X', line: 2, column: 2},
		]);
	});

	test('carries its outline', async () => {
		const fact = await whole(
			closed('{"forceLoginMethod": "console", "permissions": {"allow": 4}, "companyAnnouncements": ["a", 1], "apiKeyHelper": "x"}'),
		);
		expect(fact.top).toBe('object');
		expect(fact.keys).toEqual([
			{key: 'forceLoginMethod', json: 'string', line: 1, column: 22, text: 'console', children: [], items: []},
			{
				key: 'permissions',
				json: 'object',
				line: 1,
				column: 48,
				text: null,
				children: [{key: 'allow', json: 'number', line: 1, column: 58, text: null, items: []}],
				items: [],
			},
			{key: 'companyAnnouncements', json: 'array', line: 1, column: 86, text: null, children: [], items: ['string', 'number']},
			{key: 'apiKeyHelper', json: 'string', line: 1, column: 112, text: null, children: [], items: []},
		]);
		expect((await whole(closed('[1]'))).top).toBe('array');
		expect((await whole(closed('null'))).top).toBe('null');
	});
});

describe('its entries', () => {
	test('are known variables, each with its type and text', async () => {
		const text = `{
  "env": {
    "ANTHROPIC_AUTH_TOKEN": "T",
    "ANTHROPIC_API_KEY": "",
    "ANTHROPIC_MODEL": 42,
    "ANTHROPIC_BASE_URL": null,
    "API_TIMEOUT_MS": 12345678901234567890,
    "HTTPS_PROXY": ["a", null, "b"],
    "NO_PROXY": {"toString": 1},
    "EDITOR": "vi"
  }
}`;
		const found = (await facts(closed(text))).slice(1);
		expect(
			found.map(fact => [fact.variable, fact.state, fact.value?.reveal(), fact.kind === 'variable' && fact.origin, fact.line, fact.column]),
		).toEqual([
			['ANTHROPIC_AUTH_TOKEN', 'text', 'T', {from: 'settings', json: 'string'}, 3, 29],
			['ANTHROPIC_API_KEY', 'empty', '', {from: 'settings', json: 'string'}, 4, 26],
			['ANTHROPIC_MODEL', 'text', '42', {from: 'settings', json: 'number'}, 5, 24],
			['ANTHROPIC_BASE_URL', 'text', 'null', {from: 'settings', json: 'null'}, 6, 27],
			['API_TIMEOUT_MS', 'text', '12345678901234567000', {from: 'settings', json: 'number'}, 7, 23],
			['HTTPS_PROXY', 'text', 'a,,b', {from: 'settings', json: 'array'}, 8, 20],
			['NO_PROXY', 'text', '[object Object]', {from: 'settings', json: 'object'}, 9, 17],
		]);
	});

	test('of a block written twice, only the last counts', async () => {
		const found = await facts(
			closed('{"env": {"ANTHROPIC_API_KEY": "K1"}, "env": {"ANTHROPIC_AUTH_TOKEN": "T1", "ANTHROPIC_AUTH_TOKEN": "T2"}}'),
		);
		expect(found.slice(1).map(fact => [fact.value?.reveal(), fact.state])).toEqual([
			['K1', 'ignored'],
			['T1', 'ignored'],
			['T2', 'text'],
		]);
	});

	test('are settings too; only the helper is a place of its own', async () => {
		const found = await facts(
			closed(`{"apiKeyHelper": "echo ${key}", "model": "opus", "forceLoginOrgUUID": [], "theme": "dark", "otelHeadersHelper": 4}`),
		);
		expect(found.slice(1).map(fact => fact.kind === 'setting' && [fact.place, fact.in, fact.variable, fact.state, fact.json])).toEqual([
			['helper', 'user-settings', 'apiKeyHelper', 'text', 'string'],
			['user-settings', 'user-settings', 'model', 'text', 'string'],
			['user-settings', 'user-settings', 'forceLoginOrgUUID', 'empty', 'array'],
			['user-settings', 'user-settings', 'otelHeadersHelper', 'text', 'number'],
		]);
		expect(found[1]?.shown).toMatch(/^echo sk-ant-api03-….*AA$/);
	});

	test('of a file with a flaw are shown as ignored, with line and column', async () => {
		const found = await facts(closed(`{\n  // mine\n  "env": {"ANTHROPIC_API_KEY": "${key}",},\n  "apiKeyHelper": "x",\n}`));
		expect(found.map(fact => [fact.variable, fact.state, fact.line])).toEqual([
			['settings.json', 'ignored', null],
			['ANTHROPIC_API_KEY', 'ignored', 3],
			['apiKeyHelper', 'ignored', 4],
		]);
		for (const fact of found) expect(fact.why).toContain('line 2, column 3');
	});

	test.each(['{"env": {"ANTHROPIC_API_KEY": "', '{"ANTHROPIC_API_KEY": '])('of a file cut off never show the secret: %j', async begin => {
		const found = await facts(closed(`${begin}${key}`));
		expect(JSON.stringify(found) + inspect(found, {depth: 20})).not.toContain(key.slice(20, 60));
	});

	test('whose name is a pasted key do not show it', async () => {
		const found = await facts(closed(`{"${key}": 1, "${key}": {"${key}": 2}, "env": {"${key}": "x", "${key}": "y"}}`));
		expect(JSON.stringify(found) + inspect(found, {depth: 20})).not.toContain(key.slice(20, 60));
	});
});

test('a broken file nested without end is a fact', async () => {
	const [fact] = await facts(closed('['.repeat(500_000)));
	expect(fact?.state).toBe('ignored');
});
