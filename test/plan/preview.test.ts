import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {pretend} from '../../source/machine/pretend.ts';
import type {Edit} from '../../source/plan/edit.ts';
import {cannotItems, planItems} from '../../source/plan/plan-items.ts';
import {preview} from '../../source/plan/preview.ts';
import {fixture, fixtures} from './corpus.ts';
import {globalConfig, mask, mend, planned, remove, set, settings, shellFact} from './edits.ts';

const home = '/home/ada';
const plain = {home, colour: false};
const answers = {to: 'wish'} as const;
const key = ['env', 'ANTHROPIC_API_KEY'];
const token = ['env', 'ANTHROPIC_AUTH_TOKEN'];
const sentinel = 'sk-or-v1-c0ffee5ent1nelc0ffee5ent1nelABCD';

function shown(edits: readonly Edit[], files: Readonly<Record<string, string>>): string {
	const plan = planned(edits, pretend({files}));
	return preview(plan, plain) + JSON.stringify([planItems(plan, home), cannotItems(plan)]) + preview(plan, {home, colour: true});
}

test('a repair reads like this', () => {
	const machine = pretend({files: {[settings]: fixture('peer.json')}});
	const fact = shellFact('ANTHROPIC_API_KEY', sentinel);
	const edits: readonly Edit[] = [
		mask(key, fact),
		set(token, new Secret(sentinel)),
		{kind: 'tell', what: fact, command: 'unset ANTHROPIC_API_KEY', summary: 'This terminal still has the key', answers},
	];
	expect(preview(planned(edits, machine), plain)).toBe(`1. Cancel env.ANTHROPIC_API_KEY  ~/.claude/settings.json:9
2. Set env.ANTHROPIC_AUTH_TOKEN  ~/.claude/settings.json:10

By hand: This terminal still has the key
  unset ANTHROPIC_API_KEY
Note: ~/.claude/settings.json could be read by other users (0644); its mode becomes 0600.

--- ~/.claude/settings.json
+++ ~/.claude/settings.json
mode 0600
@@ -6,8 +6,8 @@
         "command": "~/.claude/statusline.sh"
     },
     "env": {
-        "ANTHROPIC_API_KEY": "sk-ant-api03-…old1",
-        "ANTHROPIC_AUTH_TOKEN": "sk-or-v1-…old2",
+        "ANTHROPIC_API_KEY": "",
+        "ANTHROPIC_AUTH_TOKEN": "sk-or-v1-…ABCD",
         "ANTHROPIC_BASE_URL": "https://router.example/api",
         "MY_OWN_VAR": "mine"
     },`);
});

test('colour is the only difference between the two', () => {
	const plan = planned([remove(key)], pretend({files: {[settings]: fixture('peer.json')}}));
	const coloured = preview(plan, {home, colour: true});
	expect(coloured).toContain('\u001B[31m-        "ANTHROPIC_API_KEY"');
	expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(preview(plan, plain));
});

test('other programs get each step with its own diff', () => {
	const plan = planned([remove(key), set(['model'], 'sonnet')], pretend({files: {[settings]: fixture('peer.json')}}));
	const items = planItems(plan, home);
	expect(items).toMatchObject([
		{kind: 'remove-setting', file: '~/.claude/settings.json', line: 9, summary: 'Remove env.ANTHROPIC_API_KEY'},
		{kind: 'set-setting', file: '~/.claude/settings.json', line: 24},
	]);
	expect(items[0]?.diff).toContain('-        "ANTHROPIC_API_KEY"');
	expect(items[0]?.diff).not.toContain('sonnet');
	expect(items[1]?.diff).toContain('+    "model": "sonnet"');
});

describe('a sentinel secret is never shown', () => {
	const places: readonly (readonly [string, readonly Edit[], Readonly<Record<string, string>>])[] = [
		['as a value that is set', [set(token, new Secret(sentinel))], {[settings]: '{}'}],
		['as a value that goes', [remove(token)], {[settings]: `{"env": {"ANTHROPIC_AUTH_TOKEN": "${sentinel}"}}`}],
		[
			'in a line around the change',
			[remove(['env', 'A'])],
			{[settings]: `{"env": {\n"A": "1",\n"ANTHROPIC_AUTH_TOKEN": "${sentinel}"\n}}`},
		],
		['in a comment of a file that is mended', [mend()], {[settings]: `{\n// was ${sentinel}\n"a": 1}`}],
		['under a name nobody knows', [remove(['a'])], {[settings]: `{\n"a": 1,\n"b": "${sentinel}"}`}],
		['with its key escaped', [remove(['a'])], {[settings]: `{\n"a": 1,\n"ANTHROPIC_AUTH\\u005fTOKEN": "${sentinel}"}`}],
		['as user info of an address', [remove(['a'])], {[settings]: `{\n"a": 1,\n"url": "https://me:${sentinel}@gw.example"}`}],
		['in custom headers', [remove(['a'])], {[settings]: `{\n"a": 1,\n"ANTHROPIC_CUSTOM_HEADERS": "X-Team: a\\nx-key: ${sentinel}"}`}],
		['in a summary and a command', [{kind: 'tell', what: null, command: `export X=${sentinel}`, summary: `Key ${sentinel}`, answers}], {}],
		[
			'in a file of ours',
			[
				{
					kind: 'write-own-file',
					file: '/home/ada/k',
					content: new Secret(`# ours\nexport ANTHROPIC_AUTH_TOKEN='${sentinel}'\n`),
					mode: 0o600,
					summary: 'Write',
					answers,
				},
			],
			{},
		],
		[
			'alone in a file of ours',
			[{kind: 'write-own-file', file: '/home/ada/k', content: new Secret(sentinel), mode: 0o600, summary: 'Write', answers}],
			{},
		],
		[
			'in a file of ours that goes',
			[{kind: 'remove-own-file', file: '/home/ada/k', summary: 'Remove', answers}],
			{'/home/ada/k': `set -gx ANTHROPIC_AUTH_TOKEN ${sentinel}\n`},
		],
		[
			'in the store of the system',
			[
				{
					kind: 'keep-secret',
					secret: new Secret(sentinel),
					program: 'secret-tool',
					args: ['store'],
					back: {program: 'secret-tool', args: ['clear']},
					summary: 'Keep it',
					answers,
				},
			],
			{},
		],
		[
			'in the state of claude',
			[{kind: 'remove-primary-key', file: globalConfig, summary: 'Remove', answers}],
			{[globalConfig]: `{"primaryApiKey": "${sentinel}"}`},
		],
		[
			'as the end of a key in its answers',
			[{kind: 'unreject-key', file: globalConfig, fragment: new Secret(sentinel.slice(-20)), summary: 'Forget', answers}],
			{[globalConfig]: `{"customApiKeyResponses": {"rejected": ["${sentinel.slice(-20)}", "${sentinel.slice(-20)}"]}}`},
		],
		[
			'as a refused answer beside the one that goes',
			[{kind: 'unreject-key', file: globalConfig, fragment: new Secret('xxxxxxxxxxxxxxxxxxxx'), summary: 'Forget', answers}],
			{[globalConfig]: `{"customApiKeyResponses": {"rejected": [\n"xxxxxxxxxxxxxxxxxxxx",\n"${sentinel.slice(-20)}"]}}`},
		],
		[
			'in base64, behind a user name',
			[remove(['a']), set(token, new Secret(sentinel))],
			{[settings]: `{\n"a": 1,\n"basic": "${Buffer.from(`me:${sentinel}`).toString('base64')}"}`},
		],
		[
			'in the value a mask cancels',
			[mask(token, shellFact('ANTHROPIC_AUTH_TOKEN', sentinel))],
			{[settings]: `{\n"note": "it was ${sentinel}"}`},
		],
	];
	test.each(places)('%s', (_, edits, files) => {
		const text = shown(edits, files);
		expect(text.length).toBeGreaterThan(20);
		for (const form of [
			sentinel,
			sentinel.slice(9, 25),
			sentinel.slice(-12),
			Buffer.from(sentinel).toString('base64').slice(8, 30),
			Buffer.from(sentinel.slice(9, 30)).toString('base64').slice(4, 20),
		])
			expect(text).not.toContain(form);
	});

	test.each([
		['a password in an address', [remove(['a'])], {[settings]: '{\n"a": 1,\n"url": "https://me:hunter-two@gw.example"}'}],
		[
			'a phrase in a script of ours',
			[
				{
					kind: 'write-own-file',
					file: '/home/ada/k',
					content: new Secret('#!/bin/sh\nprintf %s hunter-two-and-three-and-four\n'),
					mode: 0o700,
					summary: 'Write',
					answers,
				},
			],
			{},
		],
		[
			'what a mask cancels that stands already',
			[mask(token, shellFact('ANTHROPIC_AUTH_TOKEN', 'hunter-two')), remove(['a'])],
			{[settings]: '{\n"a": 1,\n"note": "hunter-two",\n"env": {"ANTHROPIC_AUTH_TOKEN": ""}}'},
		],
	] satisfies readonly (readonly [string, readonly Edit[], Readonly<Record<string, string>>])[])(
		'nor one without the shape of a key: %s',
		(_, edits, files) => {
			expect(shown(edits, files)).not.toContain('hunter-two');
		},
	);

	test('nor any secret of the corpus', () => {
		for (const {text} of fixtures()) {
			const files = {[settings]: text};
			expect(shown([remove(key), set(token, new Secret(sentinel))], files)).not.toMatch(/FIXTURE-0000/);
		}
	});

	test('whatever characters it has, and however it is written', () => {
		const awkward = fc
			.string({unit: fc.constantFrom(...'abcXYZ019-_+/=$`"\'\\ !%&é🧙'), minLength: 12, maxLength: 40})
			.filter(text => new Set(text.trim()).size > 7);
		const writings = [
			(text: string) => text,
			(text: string) => encodeURIComponent(text),
			(text: string) => Buffer.from(`user:${text}`).toString('base64'),
			(text: string) => Buffer.from(`x${text}yz`).toString('base64url'),
			(text: string) => `'${text.replaceAll("'", "'\\''")}'`,
		];
		fc.assert(
			fc.property(awkward, fc.constantFrom(...writings), (secret, write) => {
				const written = write(secret);
				const text = shown([set(token, new Secret(secret)), remove(['a'])], {
					[settings]: JSON.stringify({a: 1, note: `before ${written} after`, env: {}}, null, 2),
				});
				const heart = written.slice(Math.ceil(written.length / 4), -Math.ceil(written.length / 4));
				if (heart.trim().length >= 8) {
					expect(text).not.toContain(heart);
					expect(text).not.toContain(JSON.stringify(heart).slice(1, -1));
				}
			}),
			{numRuns: 1000},
		);
	});

	test('over several lines of a startup file', () => {
		const file = '/home/ada/k';
		const text = `export ANTHROPIC_CUSTOM_HEADERS="X-A: ${sentinel.slice(0, 20)}\nX-B: plainsecretvalue\nX-C: z"\nexport ANTHROPIC_API_KEY=plainsecretvalue\n# ANTHROPIC_API_KEY='plainsecretvalue'\nsetenv ANTHROPIC_API_KEY plainsecretvalue\n$env:ANTHROPIC_API_KEY = "plainsecretvalue"\nSETUVAR --export ANTHROPIC_API_KEY:plainsecretvalue\nunset ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN\n`;
		const out = preview(planned([{kind: 'remove-own-file', file, summary: 'Remove', answers}], pretend({files: {[file]: text}})), plain);
		expect(out).not.toContain('plainsecret');
		expect(out).toContain('-unset ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN');
		expect(out.split('\n')).toHaveLength(14);
	});
});

describe('what is not secret is shown as it is', () => {
	test('names, addresses and lines of a file of ours', () => {
		const content = new Secret(
			`# claude-auth-wizard\nexport ANTHROPIC_BASE_URL='https://router.example/api'\nunset ANTHROPIC_API_KEY\nexport ANTHROPIC_AUTH_TOKEN='${sentinel}'\n`,
		);
		const out = preview(
			planned([{kind: 'write-own-file', file: '/home/ada/k', content, mode: 0o600, summary: 'Write', answers}], pretend()),
			plain,
		);
		expect(out).toContain(
			"+export ANTHROPIC_BASE_URL='https://router.example/api'\n+unset ANTHROPIC_API_KEY\n+export ANTHROPIC_AUTH_TOKEN='sk-or-v1-…ABCD'",
		);
	});
	test('a changed secret whose mask is the same is said to have changed', () => {
		const other = sentinel.replace('c0ffee', 'decaf0');
		expect(shown([set(token, new Secret(other))], {[settings]: `{"env": {"ANTHROPIC_AUTH_TOKEN": "${sentinel}"}}`})).toContain(
			'…ABCD"}}  (another value)',
		);
	});
});

describe('the terminal is not the file’s', () => {
	test('control characters, marks and unusual line ends are written out', () => {
		const text = '\uFEFF{\r\n  "a": 1,\r\n  "\u202Eb": "\u009B2J\u200B",\n  "c": "\u007F3"\r\n}';
		const out = preview(planned([remove(['c'])], pretend({files: {[settings]: text}})), plain);
		expect(out).toContain('⟨U+FEFF⟩{');
		expect(out).toContain('"⟨U+202E⟩b": "⟨U+009B⟩2J⟨U+200B⟩"');
		expect(out).toContain('␊');
		expect(out).toContain('"c": "␡3"');
		expect(out).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202E\uFEFF]/);
		expect(out).toContain('\\ No newline at end of file');
	});
	test('in file names and summaries too', () => {
		const file = '/home/ada/\u001B]0;x\u0007.json';
		const out = preview(
			planned([{kind: 'set-setting', file, path: ['a'], value: 1, summary: 'Set\u001B[2J a', answers}], pretend()),
			plain,
		);
		expect(out).toContain('1. Set␛[2J a  ~/␛]0;x␇.json');
	});
	test('an endless line shows where it differs', () => {
		const text = `{"x": "${'word '.repeat(200)}", "model": "opus", "y": "${'word '.repeat(200)}"}`;
		const out = preview(planned([set(['model'], 'sonnet')], pretend({files: {[settings]: text}})), plain);
		expect(out).toMatch(/-… .*"model": "opus".* …\n/);
		expect(out).toMatch(/\+… .*"model": "sonnet".* …\n/);
	});
});

test('a new file and a file that goes are compared with nothing', () => {
	expect(preview(planned([set(['model'], 'opus')], pretend()), plain)).toBe(`1. Set model  ~/.claude/settings.json

--- /dev/null
+++ ~/.claude/settings.json
mode 0600
@@ -0,0 +1,3 @@
+{
+  "model": "opus"
+}`);
	const gone = planned(
		[{kind: 'remove-own-file', file: '/home/ada/k', summary: 'Remove', answers}],
		pretend({files: {'/home/ada/k': 'a\n'}}),
	);
	expect(preview(gone, plain)).toContain('+++ /dev/null\n@@ -1 +0,0 @@\n-a');
});
