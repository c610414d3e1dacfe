import {expect, test} from 'vitest';
import type {PretendFile} from '../../source/machine/pretend.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {keyFiles} from '../../source/places/key-files.ts';
import {look} from '../../source/places/look.ts';

const line = 'export ANTHROPIC_API_KEY=sk-ant-api03-0123456789abcdefghij\n';

async function filesOf(files: Readonly<Record<string, PretendFile>>) {
	const machine = pretend({files, variables: {HOME: '/home/ada'}});
	return keyFiles(machine, await look(machine));
}

test('names each file once, with all that it holds, and not those without a key', async () => {
	const found = await filesOf({'~/.zshrc': `${line}export OPENAI_API_KEY=sk-proj-0123\n`, '~/.bashrc': 'export ANTHROPIC_MODEL=opus\n'});
	expect(found.map(({file, facts}) => [file, facts.map(({variable}) => variable)])).toEqual([
		['/home/ada/.zshrc', ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY']],
	]);
});

test('what an administrator sets for all is not named', async () => {
	const managed = JSON.stringify({env: {ANTHROPIC_API_KEY: 'sk-ant-api03-0123456789abcdefghij'}});
	expect(await filesOf({'/etc/claude-code/managed-settings.json': {text: managed, mode: 0o644}})).toEqual([]);
});

test.each([
	['a file that all may read', {text: line, mode: 0o644}, 0o755, true],
	['a closed file', {text: line, mode: 0o600}, 0o755, false],
	['an open file in a closed home', {text: line, mode: 0o644}, 0o700, false],
	['an open file in a home for the group', {text: line, mode: 0o644}, 0o750, false],
] as const)('%s', async (_, file, home, open) => {
	const [found] = await filesOf({'/home/ada': {folder: true, mode: home}, '~/.zshrc': file});
	expect(found?.open).toBe(open);
});

test("of a link it is the file behind it that counts, and another user's is not ours to close", async () => {
	const [found] = await filesOf({'~/.zshrc': {link: '/srv/dotfiles/zshrc'}, '/srv/dotfiles/zshrc': {text: line, mode: 0o604, uid: 4321}});
	expect(found).toMatchObject({file: '/home/ada/.zshrc', open: true, own: false, tracked: false});
});
