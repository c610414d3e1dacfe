import {expect, it} from 'vitest';
import {describeTerminal} from '../../source/commands/terminal.ts';

const streams = {stdinIsTTY: () => true, stdoutIsTTY: () => true, stderrIsTTY: () => true, columns: (): number | null => 120};

it.each([
	[{}, true],
	[{NO_COLOR: '1'}, false],
	[{NO_COLOR: ''}, true],
	[{NO_COLOR: '1', FORCE_COLOR: '1'}, false],
	[{FORCE_COLOR: '0'}, false],
	[{TERM: 'dumb'}, false],
	[{TERM: 'dumb', FORCE_COLOR: '1'}, true],
])('with %j colour on a terminal is %s', (variables, colour) => {
	expect(describeTerminal(streams, variables as Record<string, string>, 'linux').colour).toBe(colour);
});

it('has no colour in a pipe, unless forced', () => {
	const piped = {...streams, stdoutIsTTY: () => false};
	expect(describeTerminal(piped, {}, 'linux').colour).toBe(false);
	expect(describeTerminal(piped, {FORCE_COLOR: '3'}, 'linux').colour).toBe(true);
});

it.each([
	['linux', {LANG: 'de_DE.UTF-8'}, true],
	['linux', {LANG: 'C.utf8'}, true],
	['linux', {LANG: 'de_DE.UTF-8', LC_ALL: 'C'}, false],
	['linux', {}, false],
	['linux', {LANG: 'C.UTF-8', TERM: 'linux'}, false],
	['darwin', {}, true],
	['win32', {}, false],
	['win32', {WT_SESSION: 'x'}, true],
] as const)('on %s with %j marks beyond ASCII are shown: %s', (platform, variables, unicode) => {
	expect(describeTerminal(streams, variables, platform).unicode).toBe(unicode);
});

it.each([
	[{}, 40, 40],
	[{COLUMNS: '60'}, null, 60],
	[{COLUMNS: 'wide'}, null, 80],
	[{}, null, 80],
])('with %j and a stream of %s columns there are %s', (variables, columns, expected) => {
	expect(describeTerminal({...streams, columns: () => columns}, variables as Record<string, string>, 'linux').columns).toBe(expected);
});
