import {describe, expect, it} from 'vitest';
import {pretend} from '../../source/machine/pretend.ts';

describe('a pretended disk', () => {
	const machine = pretend({
		files: {
			'~/dotfiles/settings.json': {text: '{}', mode: 0o600},
			'~/.claude/settings.json': {link: '../dotfiles/settings.json'},
			'/etc/zprofile': 'export A=1\n',
			'/locked/file': {text: 'x', mode: 0o600, uid: 0},
			'~/pipe': {device: true},
			'~/empty': {folder: true},
			'~/a': {link: 'b'},
			'~/b': {link: 'a'},
			'~/dangling': {link: 'nowhere/yet'},
			'~/work': {link: '/etc'},
		},
	});
	const {files} = machine;

	it('follows links, in the last step and on the way', () => {
		expect(files.read('/home/ada/.claude/settings.json')).toMatchObject({
			state: 'bytes',
			real: '/home/ada/dotfiles/settings.json',
			stat: {mode: 0o600},
		});
		expect(files.read('/home/ada/work/zprofile')).toMatchObject({state: 'bytes', real: '/etc/zprofile'});
		expect(files.stat('/home/ada/.claude/settings.json')?.kind).toBe('link');
		expect(files.stat('/home/ada/.claude/settings.json', 'follow')?.kind).toBe('file');
		expect(files.linkTarget('/home/ada/dangling')).toBe('nowhere/yet');
	});

	it('tells absent, denied, device, circle and too large apart', () => {
		const states = ['/home/ada/none', '/home/ada/dangling', '/locked/file', '/home/ada/pipe', '/home/ada/a', '/home/ada/empty'].map(
			path => {
				const reading = files.read(path);
				return reading.state === 'unreadable' ? reading.why : reading.state;
			},
		);
		expect(states).toEqual(['absent', 'absent', 'denied', 'not-a-file', 'link-loop', 'not-a-file']);
		expect(files.read('/etc/zprofile', 5)).toMatchObject({why: 'too-large'});
	});

	it('lists what is directly in a folder', () => {
		expect(files.list('/home/ada')).toEqual(['.claude', 'a', 'b', 'dangling', 'dotfiles', 'empty', 'pipe', 'work']);
		expect(files.list('/home/ada/empty')).toEqual([]);
		expect(files.list('/home/ada/none')).toBe(null);
	});
});

describe('a pretended machine', () => {
	it('is empty and silent unless told', async () => {
		const machine = pretend();
		expect(machine.environment).toMatchObject({home: '/home/ada', cwd: '/home/ada', variables: {}, uid: 1000});
		expect(await machine.programs.run('claude', [], {env: {}, timeout: 1})).toEqual({state: 'missing'});
		expect(await machine.network.call({method: 'GET', url: 'http://x', headers: {}, timeout: 1})).toMatchObject({state: 'failed'});
		expect(machine.clock.now()).toBe(machine.clock.now());
	});

	it('has the path rules of its platform', () => {
		const machine = pretend({platform: 'win32', files: {'C:\\Users\\ada\\.claude\\settings.json': '{}'}});
		expect(machine.files.list('C:\\Users\\ada\\.claude')).toEqual(['settings.json']);
		expect(machine.files.read('C:/Users/ada/.claude/settings.json').state).toBe('bytes');
		expect(machine.environment.state).toBe('C:\\Users\\ada\\AppData\\Local\\claude-auth-wizard');
	});
});
