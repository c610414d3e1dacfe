import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {removeEnvLine} from '../../source/plan/env-text.ts';
import {putBlock, putSourceLine, removeBlock} from '../../source/plan/startup-text.ts';
import {shells} from '../../source/shells/index.ts';

function text(edited: ReturnType<typeof putBlock>): string {
	if (edited.state !== 'changed') throw new Error(JSON.stringify(edited));
	return edited.text;
}

const block = '# >>> claude-auth-wizard >>>\nexport A=1\n# <<< claude-auth-wizard <<<\n';

describe('our block', () => {
	test('goes to the end, once', () => {
		const put = text(putBlock('x\n', 'bash', ['export A=1']));
		expect(put).toBe(`x\n${block}`);
		expect(putBlock(put, 'bash', ['export A=1'])).toEqual({state: 'same'});
		expect(text(putBlock(`${put}later\n`, 'bash', ['export A=2']))).toBe(`x\n${block.replace('1', '2')}later\n`);
		expect(text(removeBlock(`${put}later\n`))).toBe('x\nlater\n');
		expect(removeBlock('x\n')).toEqual({state: 'same'});
	});

	test('taking it out gives back the very text', () => {
		const lines = fc.array(fc.constantFrom('x', '', '# c', 'export N=v', '\tif a; then b; fi'), {maxLength: 5});
		fc.assert(
			fc.property(
				lines,
				fc.constantFrom('\n', '\r\n'),
				fc.boolean(),
				fc.boolean(),
				fc.constantFrom(...shells),
				(some, eol, hasEnd, hasMark, shell) => {
					const before = (hasMark ? '\uFEFF' : '') + some.join(eol) + (hasEnd ? eol : '');
					const edited = putSourceLine(before, shell.name, '/home/u/a b/credential');
					if (edited.state === 'refused') return;
					const after = text(edited);
					expect(after.startsWith(before)).toBe(true);
					expect(putSourceLine(after, shell.name, '/home/u/a b/credential')).toEqual({state: 'same'});
					expect(text(removeBlock(after))).toBe(before);
				},
			),
			{numRuns: 1000},
		);
	});

	test('what was written behind it since keeps its own line', () => {
		const put = text(putBlock('x', 'bash', ['export A=1']));
		expect(put).toContain('had no end');
		expect(text(removeBlock(put))).toBe('x');
		expect(text(removeBlock(`${put}y\n`))).toBe('x\ny\n');
	});

	test('its lines end as its shell needs', () => {
		expect(text(putBlock('x\r\n', 'powershell', ['y']))).toBe('x\r\n# >>> claude-auth-wizard >>>\r\ny\r\n# <<< claude-auth-wizard <<<\r\n');
		expect(text(putBlock('x\r\n', 'zsh', ['export A=1']))).toBe(`x\r\n${block}`);
	});

	test('a block whose end is gone is not touched', () => {
		const broken = 'x\n# >>> claude-auth-wizard >>>\nexport A=1\n';
		const refused = {state: 'refused', kind: 'malformed', line: 2};
		expect(putBlock(broken, 'bash', ['y'])).toMatchObject(refused);
		expect(removeBlock(broken)).toMatchObject(refused);
		expect(removeBlock(broken + block)).toMatchObject(refused);
	});

	test('several blocks are all taken out', () => {
		expect(text(removeBlock(`${block}x\n${block}`))).toBe('x\n');
	});

	test.each([
		['bash', 'echo "open\n'],
		['bash', 'if a; then\n'],
		['bash', 'cat <<EOF\nx\n'],
		['bash', 'exec zsh\n'],
		['fish', "echo 'open\n"],
		['fish', 'if a\n'],
		['tcsh', 'if (a) then\n'],
	] as const)('is not put where %s would not come to it: %j', (shell, before) => {
		expect(putSourceLine(before, shell, '/f')).toMatchObject({state: 'refused', kind: 'impossible'});
	});
});

describe('files of variables', () => {
	test.each([
		['/p/.env', 'A=1\nN=v # c\nB=2\n', 2, 'A=1\n# c\nB=2\n'],
		['/p/.env', 'A=1\r\nexport N="v"\r\nB=2', 2, 'A=1\r\nB=2'],
		['/p/.env', 'A=1\nN=v', 2, 'A=1\n'],
		['/p/.env.local', '\uFEFFN=v\nA=1\n', 1, '\uFEFFA=1\n'],
		['/p/.envrc', 'use node\nexport A=1 N=v\n', 2, 'use node\nexport A=1\n'],
		['/p/.envrc', 'if x; then\n  export N=v\nfi\n', 2, 'if x; then\n  :\nfi\n'],
		['/h/environment.d/a.conf', '# c\nN=v\nA=1\n', 2, '# c\nA=1\n'],
	])('%s %j', (file, before, line, after) => {
		expect(removeEnvLine(before, file, 'N', line)).toEqual({state: 'changed', text: after, line});
		expect(removeEnvLine(after, file, 'N', line)).toEqual({state: 'same'});
	});
	test('what cannot be done is refused', () => {
		expect(removeEnvLine('N="a\nb"\n', '/p/.env', 'N', 1)).toMatchObject({state: 'refused', kind: 'impossible'});
		expect(removeEnvLine('N=a\n', '/p/.env', 'N', 4)).toMatchObject({state: 'refused', kind: 'not-found'});
		expect(removeEnvLine('[env]\nN="a"\n', '/p/mise.toml', 'N', 2)).toMatchObject({state: 'refused', kind: 'impossible'});
	});
});
