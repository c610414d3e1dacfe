import {expect, test} from 'vitest';
import {inspectHelper} from '../../source/claude/helper-program.ts';
import {pretend} from '../../source/machine/pretend.ts';

const machine = pretend({
	variables: {PATH: '/usr/bin:relative'},
	cwd: '/home/ada/work',
	files: {
		'/usr/bin/pass': {text: '', mode: 0o755},
		'/usr/bin/node': {text: '', mode: 0o755},
		'~/bin/key.sh': {text: '', mode: 0o755},
		'~/bin/plain.sh': {text: '', mode: 0o644},
		'~/bin/with blank.sh': {text: '', mode: 0o755},
		'~/work/here.sh': {text: '', mode: 0o755},
	},
});

test.each([
	['pass show key', 'found'],
	['pass', 'found'],
	['~/bin/key.sh', 'found'],
	['$HOME/bin/key.sh --once', 'found'],
	['"${HOME}"/bin/key.sh|head -1', 'found'],
	["'/home/ada/bin/with blank.sh'", 'found'],
	['./here.sh', 'found'],
	['VAULT=x pass show key', 'found'],
	['node ~/bin/plain.sh', 'found'],
	['~/bin/plain.sh', 'not-executable'],
	['/nowhere/key.sh', 'missing'],
	['node /nowhere/key.js', 'missing'],
	['op read op://x', 'missing'],
	['"~/bin/key.sh"', 'missing'],
	['echo key', 'unknown'],
	['cat ~/.key', 'unknown'],
	['$TOOL read', 'unknown'],
	['(pass show key)', 'unknown'],
	['`which pass` show', 'unknown'],
	['key() { :; }; key', 'unknown'],
	['true', 'prints-nothing'],
	[' exit 3 ', 'prints-nothing'],
	[':', 'prints-nothing'],
	['echo', 'prints-nothing'],
])('%s: %s', (command, state) => {
	expect(inspectHelper(machine, command).state).toBe(state);
});

test('Windows: what is certain there', () => {
	const windows = pretend({platform: 'win32', files: {'C:\\tools\\key.cmd': {text: '', mode: 0o755}}});
	expect(inspectHelper(windows, 'C:\\tools\\key.cmd').state).toBe('found');
	expect(inspectHelper(windows, 'C:\\tools\\gone.cmd').state).toBe('missing');
	expect(inspectHelper(windows, 'powershell -File x').state).toBe('unknown');
});
