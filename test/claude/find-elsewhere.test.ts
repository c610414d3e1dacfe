import {expect, test} from 'vitest';
import {find} from '../../source/claude/find.ts';
import {pretend} from '../../source/machine/pretend.ts';

const run = async () => ({state: 'ended' as const, code: 0, stdout: '2.1.329 (Claude Code)\n', stderr: ''});
const exe = {text: 'MZ', mode: 0o755};

test('Windows: Path in any spelling, endings by PATHEXT, npm shim with its package', async () => {
	const files = {
		'~\\AppData\\Roaming\\npm\\claude.cmd': {text: '@node "%~dp0\\node_modules\\@anthropic-ai\\claude-code\\cli.js" %*', mode: 0o755},
		'~\\AppData\\Roaming\\npm\\claude': exe,
		'~\\AppData\\Roaming\\npm\\node_modules\\@anthropic-ai\\claude-code\\package.json': '{"version": "2.1.100"}',
		'~\\.local\\bin\\claude.exe': exe,
	};
	const Path = 'C:\\Windows;"C:\\Users\\ada\\AppData\\Roaming\\npm";C:\\Users\\ada\\.local\\bin';
	const {chosen, others} = await find(pretend({platform: 'win32', files, variables: {Path}, run}));
	expect(chosen).toMatchObject({path: 'C:\\Users\\ada\\AppData\\Roaming\\npm\\claude.cmd', install: 'npm-global', version: '2.1.329'});
	expect(chosen?.oddities).toEqual([{kind: 'package-differs', packageVersion: '2.1.100'}]);
	expect(others.map(copy => [copy.path, copy.install, copy.reach])).toEqual([
		['C:\\Users\\ada\\.local\\bin\\claude.exe', 'native', 'shadowed'],
	]);
});

test("inside WSL, Windows' copy is told as one", async () => {
	const files = {'/mnt/c/Users/ada/AppData/Roaming/npm/claude': exe};
	const variables = {PATH: '/usr/bin:/mnt/c/Users/ada/AppData/Roaming/npm', WSL_DISTRO_NAME: 'Debian'};
	const {chosen} = await find(pretend({files, variables, run}));
	expect(chosen?.oddities).toEqual([{kind: 'windows-copy'}]);
	const {chosen: onLinux} = await find(pretend({files, variables: {PATH: variables.PATH}, run}));
	expect(onLinux?.oddities).toEqual([]);
});

test('version managers: newest node first, shims asked every time', async () => {
	const package_ = (node: string, version: string) => ({
		[`~/.nvm/versions/node/${node}/bin/claude`]: {link: '../lib/node_modules/@anthropic-ai/claude-code/cli.js'},
		[`~/.nvm/versions/node/${node}/lib/node_modules/@anthropic-ai/claude-code/cli.js`]: {text: '#!/usr/bin/env node', mode: 0o755},
		[`~/.nvm/versions/node/${node}/lib/node_modules/@anthropic-ai/claude-code/package.json`]: `{"version": "${version}"}`,
	});
	const {chosen, others} = await find(pretend({files: {...package_('v9.0.0', '1.0.1'), ...package_('v22.1.0', '2.1.329')}, run}));
	expect([chosen?.path, ...others.map(copy => copy.path)]).toEqual(
		['v22.1.0', 'v9.0.0'].map(node => `/home/ada/.nvm/versions/node/${node}/bin/claude`),
	);
	expect(others[0]).toMatchObject({install: 'npm-global', version: '1.0.1', reach: 'off-path'});

	let starts = 0;
	const counted = async () => {
		starts++;
		return run();
	};
	const machine = pretend({files: {'~/.asdf/shims/claude': exe}, variables: {PATH: '/home/ada/.asdf/shims'}, run: counted});
	await find(machine);
	expect((await find(machine)).chosen?.oddities).toEqual([{kind: 'shim'}]);
	expect(starts).toBe(2);
});

test('the native installer without its launcher, and an editor’s own copy, are found last', async () => {
	const editor = '~/.vscode/extensions/anthropic.claude-code-2.1.300-linux-x64/resources/native-binary/claude';
	const native = '~/.local/share/claude/versions/';
	const files = {[editor]: exe, [`${native}2.1.99`]: exe, [`${native}2.1.329`]: exe};
	const found = await find(pretend({files, run}));
	expect(found.chosen).toMatchObject({path: '/home/ada/.local/share/claude/versions/2.1.329', install: 'native', reach: 'off-path'});
	expect(found.others).toMatchObject([{install: 'vscode', reach: 'private', version: '2.1.300', versionFrom: 'file-name'}]);
});

test('a prefix in ~/.npmrc, forgotten on PATH', async () => {
	const {chosen} = await find(pretend({files: {'~/.npmrc': 'registry=x\nprefix = "${HOME}/tools"\n', '~/tools/bin/claude': exe}, run}));
	expect(chosen?.path).toBe('/home/ada/tools/bin/claude');
});
