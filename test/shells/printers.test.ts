import {readdirSync} from 'node:fs';
import fc from 'fast-check';
import {type ParseError, parse} from 'jsonc-parser';
import {describe, expect, it} from 'vitest';
import {parse as parseYaml} from 'yaml';
import {Secret} from '../../source/credentials/secret.ts';
import {printerNamed, printers} from '../../source/shells/printers/index.ts';
import type {Printer} from '../../source/shells/printers/printer.ts';
import type {Wish} from '../../source/shells/wish.ts';
import {awkwardText} from '../helpers/awkward.ts';
import {wishFor} from '../helpers/wishes.ts';

const sentinel = 'sk-Sentinel-4f19c2-0badcafe';
const wish = (secret: string | null, url = 'https://gw.example.test'): Wish => ({
	title: 'router key for gw.example.test',
	set: [
		{name: 'ANTHROPIC_BASE_URL', value: {kind: 'plain', text: url}},
		{name: 'ANTHROPIC_AUTH_TOKEN', value: {kind: 'secret', secret: secret === null ? null : new Secret(secret)}},
	],
	unset: [['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN']],
});

function print(printer: Printer, secret: string | null, url?: string): string {
	const printed = printer.print(wish(secret, url));
	if (!printed.ok) throw new Error(printed.why);
	return printed.text;
}

function jsonc(text: string): Record<string, unknown> {
	const errors: ParseError[] = [];
	const value = parse(text, errors) as Record<string, unknown>;
	expect(errors).toEqual([]);
	return value;
}

describe.each(printers.map(printer => [printer.name, printer] as const))('%s', (_, printer) => {
	it('says which file it is for', () => {
		const [first, second] = print(printer, null).split('\n');
		expect(printer.file).not.toBe('');
		expect(`${first}${second}`).toContain('router key for gw.example.test');
	});

	it("holds the secret where the file is the user's own, and only names it where it is shared", () => {
		expect(print(printer, sentinel).includes(sentinel)).toBe(printer.secrets === 'held');
		if (printer.secrets === 'named') expect(print(printer, sentinel)).toBe(print(printer, null));
	});

	it('sets what is wished and clears what competes', () => {
		const text = print(printer, sentinel);
		// On many machines `wizard apply` does it, told by the same words as in its own file.
		if (printer.name === 'ansible') {
			expect(text).toMatch(
				/credential: "router-key"\n.*baseUrl: "https:\/\/gw.example.test"\n.*auth: "bearer"\n.*claude_auth_wizard_secret: "\{\{/,
			);
			return;
		}
		for (const name of ['ANTHROPIC_BASE_URL', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'])
			expect(text).toContain(name);
	});

	it('refuses a damaged key by its name, unless it would not write it anyway', () => {
		for (const damaged of ['sk-one\nINJECTED=1', 'sk-’curly’', 'sk-\x1b[31m']) {
			const printed = printer.print(wish(damaged));
			if (printer.secrets === 'held') expect(printed).toMatchObject({ok: false, name: 'ANTHROPIC_AUTH_TOKEN'});
			expect(JSON.stringify(printed)).not.toContain('INJECTED');
		}
	});

	it('has nothing to ask for where a login is the credential', () => {
		const printed = printer.print({...wishFor('subscription', 'bearer', null), set: []});
		expect(printed.ok).toBe(true);
	});
});

describe('files without quotes', () => {
	it('refuse every value whose characters their readers take differently, and write the others as they are', () => {
		for (const name of ['dotenv', 'systemd', 'docker'] as const) {
			const printer = printerNamed(name);
			if (printer === null) throw new Error(name);
			fc.assert(
				fc.property(awkwardText, url => {
					const printed = printer.print(wish(sentinel, url));
					if (url === '') return printed.ok;
					return /^[\w.=+/:~@%,-]+$/.test(url)
						? printed.ok && printed.text.includes(`\nANTHROPIC_BASE_URL=${url}\n`)
						: !printed.ok && printed.name === 'ANTHROPIC_BASE_URL';
				}),
				{numRuns: 300},
			);
		}
	});
});

describe('docker', () => {
	const docker = printerNamed('docker');
	if (docker === null) throw new Error('docker');

	it('never puts the secret into a layer', () => {
		const text = print(docker, sentinel);
		expect(text).not.toMatch(/^\s*(?:ENV|ARG)\b/m);
		expect(text).toContain('--mount=type=secret');
		expect(text.split('\n').filter(line => line.includes(sentinel))).toEqual([`ANTHROPIC_AUTH_TOKEN=${sentinel}`]);
	});

	it('without a secret takes it from the environment docker is called in', () => {
		expect(print(docker, null).split('\n').at(-1)).toBe('ANTHROPIC_AUTH_TOKEN');
	});
});

describe('JSON files', () => {
	it('devcontainer: the secret by ${localEnv:…}, the competing ones as null', () => {
		expect(jsonc(print(printerNamed('devcontainer') as Printer, sentinel))).toEqual({
			remoteEnv: {
				ANTHROPIC_BASE_URL: 'https://gw.example.test',
				ANTHROPIC_AUTH_TOKEN: '${localEnv:ANTHROPIC_AUTH_TOKEN}',
				ANTHROPIC_API_KEY: null,
				CLAUDE_CODE_OAUTH_TOKEN: null,
			},
		});
	});

	it("VS Code: the extension's list and the terminals of every system", () => {
		const settings = jsonc(print(printerNamed('vscode') as Printer, sentinel));
		expect(settings['claudeCode.environmentVariables']).toContainEqual({name: 'ANTHROPIC_AUTH_TOKEN', value: sentinel});
		expect(settings['claudeCode.environmentVariables']).toContainEqual({name: 'ANTHROPIC_API_KEY', value: ''});
		for (const system of ['linux', 'osx', 'windows'])
			expect(settings[`terminal.integrated.env.${system}`]).toMatchObject({ANTHROPIC_AUTH_TOKEN: sentinel, ANTHROPIC_API_KEY: null});
		expect(printerNamed('vscode')?.print(wish(sentinel, 'https://x/${env:HOME}'))).toMatchObject({ok: false, name: 'ANTHROPIC_BASE_URL'});
	});
});

describe('GitHub Actions', () => {
	const printer = printerNamed('github-actions') as Printer;
	const parsed = (text: string) => parseYaml(text).jobs;
	const action = (text: string) => parsed(text).mention.steps.at(-1).with;

	it('takes the secret from the repository, and gives it only to the step that asks claude', () => {
		const text = print(printer, sentinel);
		expect(text).toContain('# Store the secret first: gh secret set ANTHROPIC_AUTH_TOKEN\n');
		const {env, steps} = parsed(text).prompt;
		expect([env, steps.map((step: {env?: object}) => step.env ?? null)]).toEqual([
			undefined,
			[
				null,
				null,
				{
					PROMPT: '${{ inputs.prompt }}',
					ANTHROPIC_BASE_URL: 'https://gw.example.test',
					ANTHROPIC_AUTH_TOKEN: '${{ secrets.ANTHROPIC_AUTH_TOKEN }}',
				},
			],
		]);
		expect(steps.at(-1).run).toBe('unset ANTHROPIC_API_KEY CLAUDE_CODE_OAUTH_TOKEN\nclaude -p "$PROMPT"\n');
	});

	it('gives a bearer key to the action twice, and keeps what it exports from being sent', () => {
		const {anthropic_api_key: input, settings} = action(print(printer, null));
		expect([input, JSON.parse(settings).env]).toEqual([
			'${{ secrets.ANTHROPIC_AUTH_TOKEN }}',
			{ANTHROPIC_BASE_URL: 'https://gw.example.test', ANTHROPIC_API_KEY: '', CLAUDE_CODE_OAUTH_TOKEN: ''},
		]);
	});

	it('stores a key once that goes out in both headers, and has an input of its own for a setup-token', () => {
		const both = printer.print(wishFor('router-key', 'both', null));
		const token = printer.print(wishFor('subscription', 'bearer', null));
		if (!both.ok || !token.ok) throw new Error('not printed');
		expect(both.text.match(/gh secret set \w+/g)).toEqual(['gh secret set ANTHROPIC_AUTH_TOKEN']);
		expect(parsed(both.text).prompt.steps.at(-1).env.ANTHROPIC_API_KEY).toBe('${{ secrets.ANTHROPIC_AUTH_TOKEN }}');
		expect(action(both.text).anthropic_api_key).toBe('${{ secrets.ANTHROPIC_AUTH_TOKEN }}');
		expect(parsed(token.text).mention.env ?? {}).not.toHaveProperty('CLAUDE_CODE_OAUTH_TOKEN');
		expect(Object.keys(action(token.text))).toEqual(['claude_code_oauth_token', 'settings']);
	});

	it('refuses what GitHub would evaluate', () => {
		expect(printer.print(wish(null, 'https://x/${{ github.token }}'))).toMatchObject({ok: false, name: 'ANTHROPIC_BASE_URL'});
	});
});

describe('a systemd service', () => {
	it('escapes what systemd would take for more than a letter', () => {
		expect(print(printerNamed('systemd-service') as Printer, null, 'https://x/%h/"a"\\b')).toContain(
			'Environment="ANTHROPIC_BASE_URL=https://x/%%h/\\"a\\"\\\\b"\n',
		);
	});
});

describe('mise', () => {
	it('refuses what mise would evaluate', () => {
		for (const url of ['https://x/{{ exec(command="id") }}', 'https://x/$HOME'])
			expect(printerNamed('mise')?.print(wish(sentinel, url))).toMatchObject({ok: false, name: 'ANTHROPIC_BASE_URL'});
	});
});

describe('the list', () => {
	it('names every printer of the folder', () => {
		const names = new Set<string>(printers.map(({name}) => name));
		const files = readdirSync(new URL('../../source/shells/printers/', import.meta.url)).map(file => file.replace('.ts', ''));
		const notPrinters = ['index', 'printer', 'plain-lines', 'managed-values', 'named-values'];
		expect(files.filter(file => !names.has(file)).sort()).toEqual(notPrinters.sort());
	});
});
