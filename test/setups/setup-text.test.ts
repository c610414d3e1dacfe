import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import published from '../../docs/setup.schema.json' with {type: 'json'};
import {setupSchema} from '../../source/setups/setup-schema.ts';
import {readSetupText} from '../../source/setups/setup-text.ts';

const complaints = (text: string): string => {
	const read = readSetupText(text);
	return read.state === 'wrong' ? read.complaints.join('\n') : 'read';
};

describe('a setup file', () => {
	it('is read as JSON and as YAML, with what was left out', () => {
		const json = '{"credential": "router-key", "baseUrl": "https://gw.example", "auth": "bearer", "secret": {"env": "GW_KEY"}}';
		const yaml = 'credential: router-key\nbaseUrl: https://gw.example # ours\nauth: bearer\nsecret: {env: GW_KEY}\n';
		const read = readSetupText(json);
		expect(read).toEqual({
			state: 'read',
			described: {
				credential: 'router-key',
				provider: null,
				baseUrl: 'https://gw.example',
				auth: 'bearer',
				model: null,
				models: [],
				headers: [],
				secret: {from: 'env', name: 'GW_KEY'},
				secretHeaders: [],
				store: 'settings',
				shell: null,
				remove: 'competing',
			},
		});
		expect(readSetupText(yaml)).toEqual(read);
	});

	it('names a secret by variable, file, command or a reference of 1Password', () => {
		const secret = (text: string) => {
			const read = readSetupText(`credential: console-key\nsecret: ${text}\n`);
			return read.state === 'read' ? read.described.secret : read.complaints;
		};
		expect(secret('{file: ~/key}')).toEqual({from: 'file', path: '~/key'});
		expect(secret('{command: pass show key}')).toEqual({from: 'command', command: 'pass show key'});
		expect(secret("op://Team/it's/key")).toEqual({from: 'command', command: "op read 'op://Team/it'\\''s/key'"});
	});

	it.each([
		[
			'credential: console-key\nsecret: sk-ant-api03-xyz\n',
			'line 2: secret must name a variable ({env: …}), or a file ({file: …}), or a command',
		],
		['credential: console-key\nsecret: {env: A, file: b}\n', 'line 2: secret.file is not known here'],
		['credential: console-key\nsecret: {env: "not a name"}\n', 'line 2: secret.env must look like'],
		['credential: router-key\nmodels:\n  haiku: m\n  large: n\n', 'line 4: models.large is not known here'],
		['credential: router-key\nmodels: {opus: " "}\n', 'line 2: models.opus must look like'],
		['credential: key\n', 'line 1: credential must be one of console-key'],
		['secret: {env: A}\n', 'credential is missing'],
		['credential: console-key\ncredential: subscription\n', 'line 2, column 1: the same name stands here twice'],
		['credential: console-key\nbase_url: x\nsecret: {env: A}\n', 'line 2: base_url is not known here'],
		['credential: subscription\nheaders: {"a b": c}\n', 'headers holds a name that no header can have'],
		['[1, 2]', 'the file must hold names and values'],
		['', 'the file must hold names and values'],
		['{"credential": ', 'neither JSON nor YAML'],
		['credential: subscription\n---\ncredential: subscription\n', 'only one setup fits in a file'],
	])('%j is refused with its place', (text, why) => {
		expect(complaints(text)).toContain(why);
	});

	it('quotes nothing of what it refuses: a secret may stand in the wrong place', () => {
		const secret = 'sk-ant-api03-5ecret5ecret5ecret5ecret';
		for (const text of [
			`secret: ${secret}`,
			`credential: ${secret}`,
			`{"a": ${secret}`,
			`credential: console-key\nsecret: {env: ${secret}}`,
		])
			expect(complaints(text)).not.toContain('5ecret');
	});

	it('is refused or read, whatever the text is', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme', maxLength: 200}), text => {
				expect(['read', 'wrong']).toContain(readSetupText(text).state);
			}),
			{numRuns: 300},
		);
	});

	it('does not grow where aliases are nested', () => {
		const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
		for (let index = 1; index < 12; index += 1) {
			const [before, name] = [String.fromCharCode(96 + index), String.fromCharCode(97 + index)];
			lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
		}
		expect(complaints(lines.join('\n'))).toContain('the file must hold names and values');
	});
});

it('has the published schema', () => {
	expect(published).toEqual(setupSchema);
});
