import {describe, expect, it, test} from 'vitest';
import {examine} from '../source/commands/examine.ts';
import type {CredentialKind} from '../source/credentials/competing.ts';
import {Secret} from '../source/credentials/secret.ts';
import {type PretendOptions, pretend} from '../source/machine/pretend.ts';
import {look} from '../source/places/look.ts';
import {findRoots} from '../source/places/roots.ts';
import type {Edit} from '../source/plan/edit.ts';
import {diagnose} from '../source/problems/diagnose.ts';
import {problems} from '../source/problems/index.ts';
import type {Setup} from '../source/setups/setup.ts';
import {setupEdits} from '../source/setups/setup-edits.ts';
import {shells} from '../source/shells/index.ts';
import {storeNamed, stores} from '../source/stores/index.ts';
import {secretTool} from '../source/stores/secret-programs.ts';
import type {StoreName} from '../source/stores/store.ts';
import {type Case, holdLaws, survives} from './laws.ts';
import {fixtures} from './plan/corpus.ts';
import {mask, remove, set, settings, shellFact} from './plan/edits.ts';
import {consoleKey, login, machineOf, routerKey, setupToken} from './problems/example.ts';
import {examples} from './problems/examples/index.ts';
import {realShells} from './real/real-shells.ts';
import {routerSetup, storeRoots} from './setups/carry-out.ts';

/** The lists of the house: a new problem, store, shell, credential or fixture is held to every law from its first day. */
const sentinel = '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';
/** Has no shape by which it could be told, so only who knows it can mask it; here it also stands in a comment beside what is edited. */
const shapeless = 'Tr0ub4dor battery horse';
const done = {problems: 0, stores: 0, shells: 0, settings: 0};

async function expectLawful(one: Case): Promise<'refused' | 'nothing' | 'done'> {
	const {breaches, outcome} = await holdLaws(one);
	expect(breaches).toEqual([]);
	return outcome;
}

describe('every problem', () => {
	const known = [
		consoleKey,
		routerKey,
		setupToken,
		login.claudeAiOauth.refreshToken,
		...examples.flatMap(({fires}) => fires.flatMap(secretsIn)),
	];

	it('has an example that fires and a near miss that is silent', () => {
		for (const {id} of problems) {
			const own = examples.find(candidate => candidate.id === id);
			expect([id, (own?.fires.length ?? 0) > 0, (own?.silent.length ?? 0) > 0]).toEqual([id, true, true]);
		}
	});

	const firing = examples.flatMap(({id, fires}) => fires.map(example => ({id, example, title: `${id}: ${example.name}`})));
	it.each(firing)('$title', async ({id, example}) => {
		const findings = diagnose(await examine(machineOf(example)));
		const edits = findings.find(finding => finding.id === id)?.fix.edits ?? [];
		const outcome = await expectLawful({name: id, machine: () => machineOf(example), edits, secrets: known});
		if (outcome === 'done') done.problems++;
	});
});

describe('every store, for every credential', () => {
	const kinds: readonly CredentialKind[] = ['console-key', 'subscription', 'router-key', 'proxy-key'];
	const homes: Readonly<Record<string, PretendOptions>> = {
		empty: {},
		crowded: {
			cwd: '/home/ada/work',
			variables: {ANTHROPIC_API_KEY: consoleKey, CLAUDE_CODE_USE_BEDROCK: '1', SHELL: '/bin/bash'},
			files: {
				'~/dotfiles/settings.json': {
					text: `{"env": {"ANTHROPIC_API_KEY": "${consoleKey}", "MINE": "1"}, "apiKeyHelper": "x"}`,
					mode: 0o644,
				},
				'~/.claude/settings.json': {link: '../dotfiles/settings.json'},
				'~/.claude.json': {text: `{"primaryApiKey": "${consoleKey}", "env": {"ANTHROPIC_AUTH_TOKEN": "${routerKey}"}}`, mode: 0o600},
				'~/work/.claude/settings.local.json': '{"env": {"ANTHROPIC_BASE_URL": "https://old.example"}}',
				'~/.bashrc': {
					text: `# was ${shapeless}\nexport ANTHROPIC_AUTH_TOKEN='${shapeless}'\nalias a=b\r\nexport ANTHROPIC_API_KEY=${consoleKey} OTHER=1\nexport OPENAI_API_KEY=sk-x`,
					mode: 0o640,
				},
				'~/.config/fish/fish_variables': `SETUVAR --export ANTHROPIC_AUTH_TOKEN:${routerKey}\n`,
				'~/work/.env': `ANTHROPIC_AUTH_TOKEN=${routerKey}\nA=b\n`,
			},
		},
	};
	const cases = stores.flatMap(({name}) => kinds.flatMap(kind => Object.keys(homes).map(home => [name, kind, home] as const)));

	it.each(cases)('%s, %s, in a home that is %s', async (store, credential, home) => {
		const elsewhere = credential === 'router-key' || credential === 'proxy-key';
		const setup: Setup = {
			...routerSetup,
			credential,
			token: 'token',
			baseUrl: elsewhere ? 'https://gw.example' : null,
			secret: new Secret(sentinel),
		};
		const edits = await editsOf(setup, store, homes[home] ?? {}, 'bash');
		const outcome = await expectLawful({
			name: store,
			machine: () => pretend(homes[home]),
			edits,
			secrets: [sentinel, consoleKey, routerKey],
		});
		if (outcome === 'done') done.stores++;
	});
});

describe('every shell', () => {
	/** Startup files as they are found: the bytes around a line decide whether it comes out cleanly. */
	const spellings: Readonly<Record<string, (text: string) => Uint8Array>> = {
		plain: text => Buffer.from(text),
		'no end of the last line': text => Buffer.from(text.trimEnd()),
		'byte order mark': text => Buffer.from(`\uFEFF${text}`),
		CRLF: text => Buffer.from(text.replaceAll('\n', '\r\n')),
		'one byte for a letter': text => Buffer.concat([Buffer.from(text), Buffer.from([0x23, 0x20, 0xe4, 0xfc, 0x0a])]),
		'blank lines at the end': text => Buffer.from(`${text}\n\n\t\n`),
	};

	const cases = shells.flatMap(({name}) => Object.keys(spellings).map(spelling => [name, spelling] as const));
	it.each(cases)('%s, %s: our line and our file, beside a line that is taken out', async (name, spelling) => {
		const shell = shells.find(one => one.name === name);
		const quoted = shell?.quote(consoleKey);
		const where = storeRoots(pretend(), null, name);
		const startup = shell?.writes(where.shellRoots);
		if (!shell || !startup || !quoted?.ok) return;
		const text = `${shell.comment('mine')}\n${shell.set('MINE', quoted.text)}\n${shell.set('ANTHROPIC_API_KEY', quoted.text)}\n`;
		const home: PretendOptions = {files: {[startup]: {bytes: new Uint8Array(spellings[spelling]?.(text) ?? []), mode: 0o644}}};
		const outcome = await expectLawful({
			name,
			machine: () => pretend(home),
			edits: await editsOf({...routerSetup, secret: new Secret(sentinel)}, 'shell', home, name),
			secrets: [sentinel, consoleKey],
		});
		if (spelling === 'plain') expect(outcome).toBe('done');
		if (outcome === 'done') done.shells++;
	});

	it('is tried with awkward values in the real shell, or is known not to run here', () => {
		const tried = new Set(realShells.map(({shell}) => shell.name));
		expect(shells.map(({name}) => name).filter(name => !tried.has(name))).toEqual(['cmd']);
	});
});

describe('every file of settings', () => {
	const corpus = ['', 'odd', 'jsonc', 'malformed', 'bytes'].flatMap(folder =>
		fixtures(folder).map(file => ({...file, name: `${folder}/${file.name}`})),
	);
	const edits: readonly Edit[] = [
		set(['env', 'ANTHROPIC_AUTH_TOKEN'], new Secret(sentinel)),
		mask(['env', 'ANTHROPIC_API_KEY'], shellFact('ANTHROPIC_API_KEY', consoleKey)),
		remove(['model']),
	];

	it.each(corpus)('$name', async ({name, bytes}) => {
		for (const some of [edits, ...edits.map(edit => [edit])]) {
			const outcome = await expectLawful({
				name,
				machine: () => pretend({files: {'~/.claude/settings.json': {bytes, mode: 0o644}}}),
				edits: some,
				secrets: [sentinel, consoleKey],
			});
			if (outcome === 'done') done.settings++;
		}
	});
});

test('the laws had something to hold', () => {
	expect(done.problems).toBeGreaterThan(10);
	expect(done.stores).toBeGreaterThan(25);
	expect(done.shells).toBeGreaterThan(shells.length * 4);
	expect(done.settings).toBeGreaterThan(100);
});

describe('a law that is broken is seen', () => {
	const files = {'~/.claude/settings.json': {text: '{"a": 1}', mode: 0o644}};
	const about = {file: settings, path: ['env', 'A'], answers: {to: 'wish'}} as const;
	const breaches = async (edit: Edit, secrets = [sentinel]) =>
		(await holdLaws({name: 'x', machine: () => pretend({files}), edits: [edit], secrets})).breaches;

	it('a secret in a summary', async () => {
		const told = await breaches({...about, kind: 'set-setting', value: 'x', summary: `Set it to ${sentinel.slice(3)}`}, [
			sentinel.slice(3),
		]);
		expect(told).toEqual([
			'a secret is in what apply gives',
			expect.stringMatching(/^a secret stands in .*history/),
			'a secret is in what undo gives',
		]);
	});

	it('a secret that is written as if it were none, open to others', async () => {
		expect((await breaches({...about, kind: 'set-setting', value: sentinel, summary: 'Set it'})).join('\n')).toContain(
			`a secret stands in ${settings}`,
		);
	});

	it('a file that was written anew for one entry', () => {
		const bytes = (text: string) => new TextEncoder().encode(text);
		const step = (before: string, after: string) =>
			survives({edit: {...about, kind: 'set-setting', value: 'x', summary: 'x'}, line: 1, before: bytes(before), after: bytes(after)});
		expect(step('{"n": 1,\n  "m": 2}', '{\n  "n": 1,\n  "m": 2,\n  "env": {"A": "x"}\n}')).toBe(false);
		expect(step('\uFEFF{"n": 1}', '{"n": 1, "env": {"A": "x"}}')).toBe(false);
		expect(step('{\r\n"n": 1}', '{\r\n"n": 1,\n"env": {"A": "x"}}')).toBe(false);
		expect(step('{\r\n"n": 1}', '{\r\n"n": 1,\r\n"env": {"A": "x"}}')).toBe(true);
	});

	it('a file that is there under a secret name', async () => {
		const edit: Edit = {
			kind: 'write-own-file',
			file: `/home/ada/${sentinel}`,
			content: 'x',
			mode: 0o600,
			summary: 'x',
			answers: {to: 'wish'},
		};
		expect(await breaches(edit)).toContain('a secret is in the name of a file');
	});
});

async function editsOf(setup: Setup, store: StoreName, home: PretendOptions, shell: string): Promise<readonly Edit[]> {
	const machine = pretend(home);
	const roots = storeRoots(machine, secretTool('gw.example'), shell);
	const made = setupEdits(setup, storeNamed(store), {
		facts: await look(machine),
		roots: findRoots(machine),
		stores: roots,
		maskOnly: false,
	});
	return made.state === 'made' ? made.edits : [];
}

/** Everything in an example that has the shape of a key. */
function secretsIn(example: object): readonly string[] {
	return JSON.stringify(example).match(/\b(?:sk-|cr_)[\w-]{20,}/g) ?? [];
}
