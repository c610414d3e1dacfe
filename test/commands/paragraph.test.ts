import {expect, test} from 'vitest';
import {finish, pageFor} from '../../source/commands/page.ts';
import {cells, labelled, widthOf, wrap} from '../../source/commands/paragraph.ts';
import {tilde} from '../../source/commands/tilde.ts';

test('wide and combining signs take the columns they take', () => {
	expect([widthOf('abc'), widthOf('密钥'), widthOf('e\u0301'), widthOf('…')]).toEqual([3, 4, 1, 1]);
});

test('breaks at blanks, and inside a word only where it must', () => {
	expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
	expect(wrap('see https://example.com/long now', 12)).toEqual(['see', 'https://exam', 'ple.com/long', 'now']);
	expect(wrap('', 10)).toEqual(['']);
});

test('keeps a command at the end in one piece, where there is room for it', () => {
	expect(wrap('Move the key and unset the first: wizard --repair', 40)).toEqual(['Move the key and unset the first:', 'wizard --repair']);
	expect(wrap('Then: wizard --repair --secret-stdin', 20)).toEqual(['Then: wizard', '--repair', '--secret-stdin']);
	expect(wrap('Prove it: wizard check', 40)).toEqual(['Prove it: wizard check']);
});

test('no line is wider than the page, whatever stands in it', () => {
	const text = `a ${'https://gateway.example.com/'.repeat(4)} 密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥 end`;
	for (const columns of [24, 40, 80]) {
		const row = [
			['ANTHROPIC_AUTH_TOKEN', 22],
			[text, 0],
			['~/.claude/settings.json:4', 0],
		] as const;
		for (const line of [...labelled('Why', text, columns), ...cells(row, columns, 4)])
			expect(widthOf(line.trimEnd()), line).toBeLessThanOrEqual(columns);
	}
});

test('cells stand side by side while there is room', () => {
	const row = [
		['NAME', 6],
		['value', 8],
		['~/.zshrc:3', 0],
	] as const;
	expect(cells(row, 80, 2)).toEqual(['  NAME    value     ~/.zshrc:3']);
	expect(cells(row, 20, 2).map(line => line.trimEnd())).toEqual(['  NAME    value', '    ~/.zshrc:3']);
});

test('the home folder is ~, and only the home folder', () => {
	expect(tilde('/home/ada/.zshrc and /home/ada', '/home/ada')).toBe('~/.zshrc and ~');
	expect(tilde('/home/adam/x /srv/home/ada/x /home/ada.old', '/home/ada')).toBe('/home/adam/x /srv/home/ada/x /home/ada.old');
	expect(tilde('C:\\Users\\ada\\.claude', 'C:\\Users\\ada\\')).toBe('~\\.claude');
	expect(tilde('/etc/x', '/')).toBe('/etc/x');
});

test('without UTF-8 our signs have others, and without colour there is none', () => {
	const page = pageFor({columns: 80, colour: false, unicode: false});
	expect(finish([`${page.red('✗')} sk-ant-…9f2c ✓ ••••  `], page)).toBe('x sk-ant-...9f2c + ****');
	expect(pageFor({columns: 80, colour: true, unicode: true}).red('✗')).toBe('\u001B[31m✗\u001B[39m');
});
