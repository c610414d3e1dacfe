import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {shells} from '../../source/shells/index.ts';
import {ownFileText, snippet} from '../../source/shells/snippet.ts';
import type {Wish} from '../../source/shells/wish.ts';

const files = {startup: '~/.startup-file', own: '/home/ada/.config/claude-auth-wizard/credential'};
const printable: Wish = {
	title: 'router key for gw.example.test',
	set: [
		{name: 'ANTHROPIC_BASE_URL', value: {kind: 'plain', text: 'https://gw.example.test'}},
		{name: 'ANTHROPIC_AUTH_TOKEN', value: {kind: 'secret', secret: new Secret('sk-abcdef')}},
	],
	unset: [['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'], ['ANTHROPIC_CUSTOM_HEADERS']],
};

describe.each(shells.map(shell => [shell.name, shell] as const))('%s', (name, shell) => {
	const forms = (name === 'cmd' ? ['source', 'literal'] : ['ask', 'source', 'literal']) as ('ask' | 'source' | 'literal')[];

	it.each(forms)('%s: the first lines name the shell and the file', form => {
		const printed = snippet(shell, form, printable, files);
		if (!printed.ok) throw new Error(printed.why);
		const [first, second] = printed.text.split('\n');
		expect(first).toContain(shell.title);
		expect(second).toContain('~/.startup-file');
	});

	it('holds the secret only in the literal form and in our own file', () => {
		const wish = {
			...printable,
			set: printable.set.map(one =>
				one.value.kind === 'secret' ? {...one, value: {kind: 'secret' as const, secret: new Secret('sk-Sentinel-1')}} : one,
			),
		};
		for (const form of ['ask', 'source'] as const) expect(JSON.stringify(snippet(shell, form, wish, files))).not.toContain('Sentinel');
		expect(JSON.stringify(snippet(shell, 'literal', wish, files))).toContain('Sentinel');
		expect(JSON.stringify(ownFileText(shell, wish))).toContain('Sentinel');
	});

	it('clears before it sets, and asks last', () => {
		for (const form of forms.filter(one => one !== 'source')) {
			const printed = snippet(shell, form, printable, files);
			if (!printed.ok) throw new Error(printed.why);
			const lines = printed.text.split('\n');
			const last = (variable: string) => lines.findLastIndex(line => line.includes(variable));
			expect(last('ANTHROPIC_AUTH_TOKEN')).toBe(lines.length - 1);
			for (const cleared of printable.unset.flat()) expect(last(cleared)).toBeLessThan(last('ANTHROPIC_BASE_URL'));
		}
	});

	it('loads our file in one line', () => {
		const printed = snippet(shell, 'source', printable, files);
		if (!printed.ok) throw new Error(printed.why);
		expect(printed.text.split('\n').filter(line => line.includes(files.own))).toHaveLength(1);
	});

	it('refuses a key that came damaged, by its name and without showing it', () => {
		for (const damaged of ['sk-one\nsk-two', 'sk-’curly’', 'sk-zero\u200bwidth', 'sk-\x1b[31m']) {
			const printed = snippet(
				shell,
				'literal',
				{...printable, set: [{name: 'ANTHROPIC_API_KEY', value: {kind: 'secret', secret: new Secret(damaged)}}]},
				files,
			);
			expect(printed).toMatchObject({ok: false, name: 'ANTHROPIC_API_KEY'});
			expect(JSON.stringify(printed)).not.toContain('sk-');
		}
	});
});

describe('cmd', () => {
	it('cannot ask without showing what is typed', () => {
		const cmd = shells.find(({name}) => name === 'cmd');
		if (cmd === undefined) throw new Error('cmd');
		expect(snippet(cmd, 'ask', printable, files)).toEqual({
			ok: false,
			name: 'ANTHROPIC_AUTH_TOKEN',
			why: expect.stringContaining('cannot ask'),
		});
	});
});
