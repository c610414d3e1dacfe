import {describe, expect, test} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {pretend} from '../../source/machine/pretend.ts';
import type {Edit} from '../../source/plan/edit.ts';
import {fixture, fixtures} from './corpus.ts';
import {globalConfig, mask, mend, planned, refusals, remove, set, settings, shellFact, textIn, write} from './edits.ts';

const key = ['env', 'ANTHROPIC_API_KEY'];
const token = ['env', 'ANTHROPIC_AUTH_TOKEN'];
const secret = new Secret('sk-or-v1-sentinel-0123456789abcdefSENT');
const answers = {to: 'wish'} as const;
const router: readonly Edit[] = [remove(key), set(token, secret), set(['env', 'ANTHROPIC_BASE_URL'], 'https://router.example')];

describe('edits of one file become one change', () => {
	test('with a step for each, and lines of the file as it is', () => {
		const machine = pretend({files: {[settings]: fixture('peer.json')}});
		const {files, steps} = planned(router, machine);
		expect(files).toHaveLength(1);
		expect(files[0]).toMatchObject({path: settings, named: settings, kind: 'settings', secret: true, mode: 0o600});
		expect(files[0]?.entries).toEqual([
			{kind: 'key', path: key},
			{kind: 'key', path: token},
			{kind: 'key', path: ['env', 'ANTHROPIC_BASE_URL']},
		]);
		expect(steps.map(step => [step.edit.summary, step.line])).toEqual([
			['Remove env.ANTHROPIC_API_KEY', 9],
			['Set env.ANTHROPIC_AUTH_TOKEN', 10],
			['Set env.ANTHROPIC_BASE_URL', 11],
		]);
	});

	test('also by two names of it: the link stays, the file behind it is meant', () => {
		const real = '/home/ada/dotfiles/settings.json';
		const machine = pretend({files: {[settings]: {link: '../dotfiles/settings.json'}, [real]: '{}\n'}});
		const {files} = planned([set(key, 'a'), set(token, 'b', real)], machine);
		expect(files.map(file => file.path)).toEqual([real]);
		expect(files[0]?.named).toBe(settings);
	});

	test('through a link that leads nowhere yet', () => {
		const machine = pretend({files: {[settings]: {link: '../dotfiles/new.json'}, '/home/ada/dotfiles': {folder: true}}});
		expect(planned([set(key, 'a')], machine).files).toMatchObject([{path: '/home/ada/dotfiles/new.json', before: null, mode: 0o600}]);
	});
});

describe('a second plan is empty', () => {
	test.each([...fixtures(), ...fixtures('odd').filter(({name}) => !/env-|root/.test(name))])('$name', ({bytes}) => {
		const machine = pretend({files: {[settings]: bytes}});
		const first = planned(router, machine);
		expect(first.files).toHaveLength(1);
		write(first, machine);
		expect(planned(router, machine)).toMatchObject({files: [], steps: [], notes: []});
	});

	test('for every kind of edit in .claude.json', () => {
		const edits: readonly Edit[] = [
			{kind: 'approve-key', file: globalConfig, fragment: new Secret('1111111111111111-rej'), summary: 'Approve', answers},
			{kind: 'unreject-key', file: globalConfig, fragment: new Secret('2222222222222222-rej'), summary: 'Forget', answers},
			{kind: 'remove-global-env', file: globalConfig, variable: 'ANTHROPIC_API_KEY', summary: 'Remove', answers},
			{kind: 'remove-primary-key', file: globalConfig, summary: 'Remove', answers},
			{kind: 'set-onboarding', file: globalConfig, completed: true, summary: 'Set', answers},
		];
		const machine = pretend({files: {[globalConfig]: fixture('global-config.json')}});
		const plan = planned(edits, machine);
		expect(plan.files).toMatchObject([{kind: 'global-config', secret: true, mode: 0o600}]);
		write(plan, machine);
		const wanted = JSON.parse(fixture('global-config.json'));
		wanted.customApiKeyResponses = {approved: ['0000000000000000-old', '1111111111111111-rej'], rejected: []};
		delete wanted.primaryApiKey;
		wanted.env = {};
		wanted.hasCompletedOnboarding = true;
		expect(JSON.parse(textIn(machine, globalConfig) ?? '')).toEqual(wanted);
		expect(planned(edits, machine).files).toEqual([]);
	});

	test('approving in a file that does not exist writes both lists', () => {
		const machine = pretend();
		write(
			planned(
				[{kind: 'approve-key', file: globalConfig, fragment: new Secret('abcdefghij0123456789'), summary: 'Approve', answers}],
				machine,
			),
			machine,
		);
		expect(JSON.parse(textIn(machine, globalConfig) ?? '')).toEqual({
			customApiKeyResponses: {approved: ['abcdefghij0123456789'], rejected: []},
		});
	});

	test('for a universal variable of fish', () => {
		const file = '/home/ada/.config/fish/fish_variables';
		const edit: Edit = {kind: 'erase-fish-universal', file, variable: 'ANTHROPIC_API_KEY', summary: 'Erase', answers};
		const machine = pretend({files: {[file]: 'SETUVAR --export ANTHROPIC_API_KEY:k\nSETUVAR a:1\n'}});
		write(planned([edit], machine), machine);
		expect(textIn(machine, file)).toBe('SETUVAR a:1\n');
		expect(planned([edit], machine).files).toEqual([]);
		expect(planned([edit], pretend()).files).toEqual([]);
	});

	test('for files of ours', () => {
		const file = '/home/ada/.config/wizard/env.sh';
		const put: Edit = {kind: 'write-own-file', file, content: secret, mode: 0o600, summary: 'Write', answers};
		const take: Edit = {kind: 'remove-own-file', file, summary: 'Remove', answers};
		const machine = pretend();
		expect(planned([take], machine).files).toEqual([]);
		write(planned([put], machine), machine);
		expect(planned([put], machine).files).toEqual([]);
		expect(planned([take], machine).files).toMatchObject([{kind: 'own', after: null}]);
	});
});

describe('contradictions are refused, with both steps', () => {
	const machine = pretend({files: {[settings]: '{}'}});
	test.each([
		['set and remove', [set(key, 'a'), remove(key)]],
		['remove and set', [remove(key), set(key, 'a')]],
		['two values', [set(key, new Secret('aaaa')), set(key, new Secret('bbbb'))]],
		['set and mask', [set(key, 'a'), mask(key, shellFact('ANTHROPIC_API_KEY', 'x'))]],
		['a key in an object that goes', [remove(['env']), set(key, 'a')]],
		['a key in an object that is set', [set(['env'], {}), set(key, 'a')]],
		[
			'two contents of a file of ours',
			[1, 2].map((n): Edit => ({kind: 'write-own-file', file: '/x', content: `${n}`, mode: 0o600, summary: `${n}`, answers})),
		],
	] satisfies readonly (readonly [string, readonly Edit[]])[])('%s', (_, edits) => {
		expect(refusals(edits, machine)).toMatchObject([{kind: 'contradiction', edits}]);
		expect(refusals(edits, machine)[0]?.why).toContain('do not go together');
	});

	test('what agrees is merged: the same twice, a mask beside a removal, two masks of one key', () => {
		const [one, other] = [shellFact('ANTHROPIC_API_KEY', 'x'), shellFact('ANTHROPIC_API_KEY', 'y')];
		const same = planned(
			[set(token, secret), set(token, new Secret(secret.reveal())), remove(key), mask(key, one), mask(key, other)],
			machine,
		);
		expect(same.steps.map(step => step.edit.kind)).toEqual(['set-setting', 'mask-setting']);
		expect(same.masked).toEqual([one, other]);
	});

	test('a mask takes the place of a removal', () => {
		const full = pretend({files: {[settings]: '{"env": {"ANTHROPIC_API_KEY": "a"}}'}});
		const fact = shellFact('ANTHROPIC_API_KEY', 'x');
		for (const edits of [
			[remove(key), mask(key, fact)],
			[mask(key, fact), remove(key)],
		]) {
			const plan = planned(edits, full);
			expect(plan.steps.map(step => step.edit.kind)).toEqual(['mask-setting']);
			expect(new TextDecoder().decode(plan.files[0]?.after ?? undefined)).toBe('{"env": {"ANTHROPIC_API_KEY": ""}}');
		}
	});

	test('a value whose type is refused may be dropped and set anew', () => {
		const broken = pretend({files: {[settings]: fixture('odd/env-array.json')}});
		const plan = planned([set(key, 'a'), mend([['env']])], broken);
		expect(plan.steps.map(step => step.edit.kind)).toEqual(['mend-settings', 'set-setting']);
		expect(JSON.parse(new TextDecoder().decode(plan.files[0]?.after ?? undefined))).toEqual({model: 'opus', env: {ANTHROPIC_API_KEY: 'a'}});
	});
});

describe('B1 (zcf): a file that cannot be read is never taken for none', () => {
	test.each(fixtures('malformed'))('$name', ({bytes}) => {
		const machine = pretend({files: {[settings]: bytes}});
		expect(refusals(router, machine)).toMatchObject([
			{kind: 'malformed', file: settings, line: expect.any(Number), column: expect.any(Number)},
		]);
	});
	test.each(fixtures('bytes'))('$name is read by claude, and edited in its own encoding', ({bytes}) => {
		const after = Buffer.from(planned([set(key, 'x')], pretend({files: {[settings]: bytes}})).files[0]?.after ?? []);
		const [before, now, other] = (['utf16le', 'latin1'] as const)
			.map(encoding => [Buffer.from(bytes).toString(encoding), after.toString(encoding), encoding] as const)
			.find(([text]) => text.includes('{')) ?? ['', '', 'latin1'];
		expect(now).toContain('"ANTHROPIC_API_KEY": "x"');
		expect(now.startsWith(before.slice(0, before.indexOf('}')).trimEnd()), other).toBe(true);
		expect(after.subarray(0, 2)).toEqual(Buffer.from(bytes).subarray(0, 2));
	});
	test.each([
		['big-endian with its mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
		['big-endian', (text: string) => Buffer.from(text, 'utf16le').swap16()],
		['little-endian without a mark', (text: string) => Buffer.from(text, 'utf16le')],
	])('UTF-16 that claude does not read, %s, is mended into UTF-8', (_, encode) => {
		const machine = pretend({files: {[settings]: encode('{"note": "Zoë 漢"}')}});
		const plan = planned([mend()], machine);
		expect(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(plan.files[0]?.after ?? undefined)).toBe('{"note": "Zoë 漢"}');
		expect(plan.notes.join()).toContain('wrote it as UTF-8');
	});
	test('one that this user may not read, a folder, and links in a circle', () => {
		const machine = pretend({files: {[settings]: {text: '{}', mode: 0o000}, '/d': {folder: true}, '/a': {link: '/b'}, '/b': {link: '/a'}}});
		const edits = [set(key, 'x'), set(key, 'x', '/d'), set(key, 'x', '/a')];
		expect(
			refusals(edits, machine)
				.map(({kind, file}) => [kind, file])
				.toSorted(),
		).toEqual([
			['unreadable', '/a'],
			['unreadable', '/d'],
			['unreadable', settings],
		]);
	});
	test('mended first where the plan says so, with the comments kept', () => {
		const machine = pretend({files: {[settings]: fixture('malformed/comments-and-trailing-comma.json')}});
		const plan = planned([...router, mend()], machine);
		expect(plan.steps[0]?.edit.kind).toBe('mend-settings');
		write(plan, machine);
		expect(JSON.parse(textIn(machine, settings) ?? '')).toEqual({
			model: 'opus',
			env: {ANTHROPIC_AUTH_TOKEN: secret.reveal(), ANTHROPIC_BASE_URL: 'https://router.example'},
		});
		const aside = `${machine.environment.state}/comments/.claude-settings.json.txt`;
		expect(textIn(machine, aside)).toBe(`${settings}\nline 2: // which model\nline 5: // the key\n`);
		expect(machine.files.stat(aside)?.mode).toBe(0o600);
		expect(plan.notes[0]).toBe(`${settings}: removed 2 commas before a closing bracket, moved 2 comments out.`);
		expect(plan.notes[1]).toContain('The 2 comments of');
	});
});

describe('B2 (zcf): nothing is added that was not asked for', () => {
	test('permissions, hooks, plugins and unknown keys keep their bytes', () => {
		const text = fixture('peer.json');
		const machine = pretend({files: {[settings]: text}});
		write(planned(router, machine), machine);
		const now = textIn(machine, settings) ?? '';
		const changed = text
			.replace(/ {8}"ANTHROPIC_API_KEY".*\n/, '')
			.replace('sk-or-v1-FIXTURE-000000000000000000000-old2', secret.reveal())
			.replace('https://router.example/api', 'https://router.example');
		expect(now).toBe(changed);
		expect(now).toContain('12345678901234567890');
	});
});

describe('B3, B7 (ccs): what is written is what was asked for, and only that goes', () => {
	test('an address beside a key of any shape is kept', () => {
		const machine = pretend();
		write(
			planned([set(key, new Secret('sk-ant-api03-X')), set(['env', 'ANTHROPIC_BASE_URL'], 'https://gw.example.test')], machine),
			machine,
		);
		expect(JSON.parse(textIn(machine, settings) ?? '')).toEqual({
			env: {ANTHROPIC_API_KEY: 'sk-ant-api03-X', ANTHROPIC_BASE_URL: 'https://gw.example.test'},
		});
	});
	test('other ANTHROPIC_ entries of the user stay when one is removed', () => {
		const machine = pretend({
			files: {[settings]: '{"env": {"ANTHROPIC_API_KEY": "a", "ANTHROPIC_MODEL": "m", "ANTHROPIC_BASE_URL": "u"}}'},
		});
		write(planned([remove(key)], machine), machine);
		expect(textIn(machine, settings)).toBe('{"env": {"ANTHROPIC_MODEL": "m", "ANTHROPIC_BASE_URL": "u"}}');
	});
});

describe('B5 (ccs): the plan holds the very bytes, so that undo can give them back', () => {
	test.each(fixtures())('$name', ({bytes}) => {
		const {files} = planned(router, pretend({files: {[settings]: bytes}}));
		expect(files[0]?.before).toEqual(bytes);
	});
});

describe('B4, B8: a plan does not decide what is healthy or allowed, but never hides what it found', () => {
	test('an `env` that is no object is refused, not replaced', () => {
		const machine = pretend({files: {[settings]: fixture('odd/env-array.json')}});
		expect(refusals(router, machine)).toMatchObject([{kind: 'impossible', why: 'env is array, not an object', line: 3, column: 10}]);
	});
});

describe('modes', () => {
	const at = (mode: number) => pretend({files: {[settings]: {text: '{}', mode}}});
	test('group and others lose theirs where a secret goes in, and the user is told', () => {
		const plan = planned([set(token, secret)], at(0o644));
		expect(plan.files[0]?.mode).toBe(0o600);
		expect(plan.notes).toEqual([`${settings} could be read by other users (0644); its mode becomes 0600.`]);
	});
	test('and keep theirs where none does', () => {
		expect(planned([set(['model'], 'opus')], at(0o644)).files[0]?.mode).toBeNull();
		expect(
			planned([remove(key)], pretend({files: {[settings]: {text: '{"env": {"ANTHROPIC_API_KEY": "x"}}', mode: 0o640}}})).files[0]?.mode,
		).toBeNull();
	});
	test('also where the secret is there already, and only once', () => {
		const machine = pretend({files: {[settings]: {text: `{"env": {"ANTHROPIC_AUTH_TOKEN": "${secret.reveal()}"}}`, mode: 0o664}}});
		const plan = planned([set(token, secret)], machine);
		expect(plan.files).toMatchObject([{mode: 0o600}]);
		write(plan, machine);
		expect(planned([set(token, secret)], machine).files).toEqual([]);
	});
	test('a file can be made private as a step of its own', () => {
		const edit: Edit = {kind: 'make-private', file: settings, summary: 'Make it private', answers};
		const plan = planned([edit], at(0o644));
		expect(plan).toMatchObject({files: [{mode: 0o600, secret: false}], steps: [{edit, line: null}]});
		expect(planned([edit], at(0o600)).files).toEqual([]);
	});
	test('Windows has none', () => {
		const machine = pretend({platform: 'win32', files: {'C:\\s.json': '{}'}});
		expect(planned([set(token, secret, 'C:\\s.json')], machine).files[0]?.mode).toBeNull();
	});
});

test('what is needed comes before what is taken away', () => {
	const machine = pretend({files: {[settings]: '{}', '/old': 'x', [globalConfig]: '{"primaryApiKey": "k"}'}});
	const edits: readonly Edit[] = [
		{kind: 'remove-own-file', file: '/old', summary: 'Remove', answers},
		{kind: 'remove-primary-key', file: globalConfig, summary: 'Remove', answers},
		set(token, secret),
		{kind: 'write-own-file', file: '/new', content: 'x', mode: 0o700, summary: 'Write', answers},
	];
	expect(planned(edits, machine).files.map(file => file.path)).toEqual(['/new', settings, globalConfig, '/old']);
});

describe('startup files', () => {
	const file = '/home/ada/.zshrc';
	const text =
		'export A=1\nexport ANTHROPIC_API_KEY=one\nexport B=2 ANTHROPIC_AUTH_TOKEN=two\n[ -n "$X" ] && export ANTHROPIC_API_KEY=three\n';
	const line = (variable: string, number: number): Edit => ({
		kind: 'remove-line',
		file,
		shell: 'zsh',
		variable,
		line: number,
		column: 1,
		summary: `Remove ${variable}`,
		answers,
	});
	const source: Edit = {kind: 'put-source-line', file, shell: 'zsh', source: '/home/ada/.config/w/env.sh', summary: 'Load', answers};

	test('lines go from the last to the first, so that their numbers hold, and ours comes after', () => {
		const machine = pretend({files: {[file]: text}});
		const edits = [source, line('ANTHROPIC_API_KEY', 2), line('ANTHROPIC_AUTH_TOKEN', 3), line('ANTHROPIC_API_KEY', 4)];
		const plan = planned(edits, machine);
		expect(plan.steps.map(step => [step.edit.kind, step.line])).toEqual([
			['remove-line', 4],
			['remove-line', 3],
			['remove-line', 2],
			['put-source-line', 5],
		]);
		expect(plan.files).toMatchObject([{kind: 'startup', mode: null, secret: false}]);
		expect(plan.notes).toContain(`Other programs that read ANTHROPIC_API_KEY will no longer find it in ${file}.`);
		write(plan, machine);
		const now = textIn(machine, file) ?? '';
		expect(now).toMatch(/^export A=1\nexport B=2\n\[ -n "\$X" \] && :\n# >>> claude-auth-wizard >>>\n/);
		expect(now).not.toMatch(/one|two|three/);
		expect(planned(edits, machine).files).toEqual([]);
	});

	test('in an encoding of one byte every other byte stays', () => {
		const bytes = new Uint8Array(Buffer.from('# caf\xe9\nexport ANTHROPIC_API_KEY=one\n', 'latin1'));
		const machine = pretend({files: {[file]: bytes}});
		write(planned([line('ANTHROPIC_API_KEY', 2)], machine), machine);
		const reading = machine.files.read(file);
		expect(reading.state === 'bytes' && Buffer.from(reading.bytes).toString('latin1')).toBe('# caf\xe9\n');
		for (const folder of ['名', 'é'])
			expect(refusals([{...source, source: `/home/ada/${folder}/env.sh`} as Edit], pretend({files: {[file]: bytes}}))).toMatchObject([
				{kind: 'impossible'},
			]);
	});
});

test('editors read comments, Claude Code does not', () => {
	const text = fixture('jsonc/vscode.json');
	const file = '/home/ada/.config/Code/User/settings.json';
	const machine = pretend({files: {[file]: text}});
	write(
		planned(
			[remove(['terminal.integrated.env.linux', 'ANTHROPIC_API_KEY'], file), remove(['claudeCode.environmentVariables', '0'], file)],
			machine,
		),
		machine,
	);
	expect(textIn(machine, file)).toBe(
		text
			.replace('"ANTHROPIC_API_KEY": "k1", // the key', '// the key')
			.replace('        {"name": "ANTHROPIC_API_KEY", "value": "k1"},\n', ''),
	);
	expect(refusals([remove(key, '/home/ada/.claude/settings.json')], pretend({files: {[settings]: text}}))).toMatchObject([
		{kind: 'malformed', line: 2, column: 5},
	]);
});
