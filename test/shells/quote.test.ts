import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cmd} from '../../source/shells/cmd.ts';
import {shellNamed, shells} from '../../source/shells/index.ts';
import {powershell} from '../../source/shells/powershell.ts';
import {refuseKey, refuseText} from '../../source/shells/refuse.ts';
import {awkwardText, measured} from '../helpers/awkward.ts';

const refused: readonly (readonly [string, RegExp])[] = [
	['\0', /NUL/],
	['\n', /line break/],
	['\r', /line break/],
	['\u0085', /line break/],
	['\u2028', /line break/],
	['\t', /TAB/],
	['\x1b', /ESC/],
	['\x01', /control/],
	['\x7f', /control/],
	['\x9b', /control/],
	['\u202e', /direction/],
	['\u2066', /direction/],
	['\u200b', /no width/],
	['\u00ad', /no width/],
	['\ufeff', /no width/],
	['\u{e0041}', /no width/],
	['\ud800', /half of a character/],
];

describe('what no shell is given', () => {
	it.each(refused)('refuses %j, saying why, wherever it stands and in every shell', (character, why) => {
		fc.assert(
			fc.property(awkwardText, awkwardText, fc.constantFrom(...shells), (before, after, shell) => {
				const quoted = shell.quote(`${before}${character}${after}`);
				return !quoted.ok && quoted.why !== '';
			}),
			{numRuns: 40},
		);
		for (const shell of shells) expect(shell.quote(`a${character}b`)).toEqual({ok: false, why: expect.stringMatching(why)});
	});

	it('refuses in a key everything beyond ASCII as well', () => {
		expect(refuseKey('sk-ant-api03-AAAA_bbbb-0')).toBeNull();
		for (const text of ['sk-’quoted’', 'sk–dash', 'sk-é', 'sk-\u00a0'] as const) {
			expect(refuseKey(text)).toMatch(/outside ASCII/);
			expect(refuseText(text)).toBeNull();
		}
	});

	it('never repeats the value it refuses', () => {
		for (const shell of shells) {
			const quoted = shell.quote('sk-secret-part\n!%"^');
			expect(JSON.stringify(quoted)).not.toContain('sk-secret-part');
		}
	});
});

describe('negative controls of the evidence', () => {
	it('tcsh escapes ! also inside quotes', () => {
		expect(shellNamed('tcsh')?.quote('a!b')).toEqual({ok: true, text: "'a\\!b'"});
	});

	it('nushell does not use its raw string', () => {
		expect(shellNamed('nu')?.quote("#x '#y")).toEqual({ok: true, text: '"#x \'#y"'});
	});

	it('POSIX shells never use double quotes for a value', () => {
		for (const name of ['sh', 'bash', 'zsh', 'ksh']) expect(shellNamed(name)?.quote('a$b`c!"d')).toEqual({ok: true, text: "'a$b`c!\"d'"});
	});
});

/** PowerShell's rule for '…', read backwards: each quote character stands for itself doubled, and nothing else is special. */
function readPowerShell(text: string): string | null {
	const quotes = "'‘’‚‛";
	if (!/^'[\s\S]*'$/.test(text)) return null;
	const inner = [...text.slice(1, -1)];
	let value = '';
	for (let at = 0; at < inner.length; at += 1) {
		const character = inner[at] ?? '';
		if (quotes.includes(character)) {
			at += 1;
			if (!quotes.includes(inner[at] ?? ' ')) return null;
		}
		value += character;
	}
	return value;
}

describe('PowerShell (not run: by its documented rules)', () => {
	it('reads back every accepted value', () => {
		fc.assert(
			fc.property(awkwardText, value => {
				const quoted = powershell.quote(value);
				return quoted.ok ? readPowerShell(quoted.text) === value : refuseText(value) !== null;
			}),
			{numRuns: 400},
		);
	});

	it('doubles the typographic quotes that it takes for quotes', () => {
		expect(powershell.quote('a’b')).toEqual({ok: true, text: "'a’’b'"});
	});
});

describe('cmd.exe (not run: by its documented rules)', () => {
	it('lets through only what means itself typed, in a batch file and under delayed expansion', () => {
		fc.assert(
			fc.property(awkwardText, value => {
				const quoted = cmd.quote(value);
				return quoted.ok ? quoted.text === value && /^[ -~]*$/.test(value) && !/["%!^]/.test(value) : true;
			}),
			{numRuns: 400},
		);
	});

	it.each([
		['a"b', /double quote/],
		['%PATH%', /percent/],
		['a!b', /exclamation/],
		['a^b', /caret/],
		['é', /outside ASCII/],
	])('refuses %j by name', (value, why) => {
		expect(cmd.quote(value)).toEqual({ok: false, why: expect.stringMatching(why)});
	});

	it('puts the quotes around the whole assignment', () => {
		expect(cmd.set('A', 'b & c')).toBe('set "A=b & c"');
	});
});

describe('shells', () => {
	it('are all in the list, each under its own name', () => {
		const folder = new URL('../../source/shells/', import.meta.url);
		const files = readdirSync(folder).filter(name =>
			/: Shell = \{/.test(name.endsWith('.ts') ? readFileSync(new URL(name, folder), 'utf8') : ''),
		);
		expect(files.map(name => name.replace('.ts', '')).sort()).toEqual(shells.map(({name}) => name).sort());
	});

	it.each([
		['pwsh', 'powershell'],
		['PowerShell.EXE', 'powershell'],
		['/usr/bin/nu', 'nushell'],
		['-zsh', 'zsh'],
		['dash', 'sh'],
		['mksh', 'ksh'],
		['csh', 'tcsh'],
		['C:\\Windows\\System32\\cmd.exe', 'cmd'],
		['bash.exe', 'bash'],
	])('knows %s as %s', (given, name) => {
		expect(shellNamed(given)?.name).toBe(name);
	});

	it('knows no others', () => {
		for (const name of ['', 'claude', 'node', 'vim', 'bashful', '-']) expect(shellNamed(name)).toBeNull();
	});

	it('carries the measured values that are no control characters', () => {
		for (const {name, value} of measured)
			if (refuseText(value) === null)
				for (const shell of shells) if (shell.name !== 'cmd') expect([name, shell.quote(value).ok]).toEqual([name, true]);
	});
});
