import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {find} from '../../source/claude/find.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {realMachine} from '../../source/machine/real.ts';
import {realMemory} from '../../source/machine/real-memory.ts';

const sentinel = 'sk-ant-api03-SENTINELSENTINELSENTINELSENTINEL';
let root: string;
beforeEach(() => {
	root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'wizard-find-')));
});
afterEach(() => fs.rmSync(root, {recursive: true, force: true}));

/** Real files and processes, a home and PATH of our own. Known locations outside the home are the tester's and left out of what is compared. */
function machine(entries: readonly string[], more: Record<string, string> = {}, cwd = root): Machine {
	const real = realMachine('0');
	const home = path.join(root, 'home');
	fs.mkdirSync(home, {recursive: true});
	const variables = {PATH: [...entries, '/usr/bin', '/bin'].join(':'), HOME: home, ANTHROPIC_API_KEY: sentinel, ...more};
	const environment = {...real.environment, variables, home, cwd};
	return {...real, environment, memory: realMemory(environment)};
}

function program(at: string, text: string, mode = 0o755): string {
	const file = path.join(root, at);
	fs.mkdirSync(path.dirname(file), {recursive: true});
	fs.writeFileSync(file, text, {mode});
	return file;
}

const says = (version: string) => `#!/bin/sh\necho "${version} (Claude Code)"\n`;
const ours = (copies: readonly {path: string}[]) => copies.map(({path: file}) => file).filter(file => file.startsWith(root));

test('the first on PATH counts, the second is shadowed', async () => {
	const first = program('a/claude', says('2.1.329'));
	const second = program('b/claude', says('2.0.77'));
	const {chosen, others} = await find(machine([path.join(root, 'a'), path.join(root, 'b')]));
	expect(chosen).toMatchObject({
		path: first,
		real: first,
		version: '2.1.329',
		versionFrom: 'itself',
		reach: 'here',
		condition: {state: 'runs'},
	});
	expect(ours(others)).toEqual([second]);
	expect(others.find(copy => copy.path === second)).toMatchObject({reach: 'shadowed', condition: {state: 'not-tried'}, version: null});
});

test('links are resolved and the native layout is known', async () => {
	const real = program('home/.local/share/claude/versions/2.1.329', says('2.1.329'));
	const link = path.join(root, 'home/.local/bin/claude');
	fs.mkdirSync(path.dirname(link), {recursive: true});
	fs.symlinkSync(real, link);
	const {chosen, others} = await find(machine([path.dirname(link)]));
	expect(chosen).toMatchObject({path: link, real, install: 'native', version: '2.1.329'});
	expect(ours(others)).toEqual([]);
});

test('npm: global and local, told apart by where the package lies', async () => {
	const lay = (prefix: string, modules: string) => {
		const real = program(`${prefix}/${modules}/@anthropic-ai/claude-code/cli.js`, says('2.0.77'));
		program(`${prefix}/${modules}/@anthropic-ai/claude-code/package.json`, '{"version": "2.0.77"}', 0o644);
		const link = path.join(root, prefix, modules === 'node_modules' ? 'node_modules/.bin' : 'bin', 'claude');
		fs.mkdirSync(path.dirname(link), {recursive: true});
		fs.symlinkSync(real, link);
		return path.dirname(link);
	};
	const {chosen, others} = await find(machine([lay('prefix', 'lib/node_modules'), lay('project', 'node_modules')]));
	expect(chosen).toMatchObject({install: 'npm-global', version: '2.0.77', oddities: []});
	expect(others.find(copy => copy.path.includes('project'))).toMatchObject({
		install: 'npm-local',
		version: '2.0.77',
		versionFrom: 'package',
	});
});

test('a second look does not start the program again, a changed file does', async () => {
	const counter = path.join(root, 'count');
	const file = program('a/claude', `#!/bin/sh\necho x >> ${counter}\necho "2.1.1 (Claude Code)"\n`);
	const here = machine([path.dirname(file)]);
	await find(here);
	expect((await find(here)).chosen).toMatchObject({version: '2.1.1', versionFrom: 'memory', condition: {state: 'runs'}});
	expect(fs.readFileSync(counter, 'utf8')).toBe('x\n');
	program('a/claude', `#!/bin/sh\necho x >> ${counter}\necho "2.1.22 (Claude Code)"\n`);
	expect((await find(here)).chosen).toMatchObject({version: '2.1.22', versionFrom: 'itself'});
	fs.writeFileSync(file, `#!/bin/sh\necho x >> ${counter}\necho "2.1.33 (Claude Code)"\n`);
	fs.utimesSync(file, 1, 1);
	expect((await find(here)).chosen?.version).toBe('2.1.33');
	const kept = path.join(root, 'home/.cache/claude-auth-wizard/claude-versions.json');
	expect(fs.statSync(kept).mode & 0o777).toBe(0o600);
	expect(fs.readdirSync(path.dirname(kept))).toEqual(['claude-versions.json']);
});

test('a script is asked again after a day: it may start something else by then', async () => {
	const file = program('a/claude', says('2.1.1'));
	const here = machine([path.dirname(file)]);
	await find(here);
	const later = {...here, clock: {...here.clock, now: () => here.clock.now() + 25 * 60 * 60 * 1000}};
	expect((await find(later)).chosen?.versionFrom).toBe('itself');
});

test('a cache that cannot be written, or holds rubbish, changes nothing', async () => {
	const file = program('a/claude', says('2.1.1'));
	program('home/.cache', 'a file where the folder should be', 0o644);
	expect((await find(machine([path.dirname(file)]))).chosen?.version).toBe('2.1.1');
	program('cache/claude-auth-wizard/claude-versions.json', '{"versions": {"x": 3, "y": {"version": "$(evil)"}}', 0o644);
	expect((await find(machine([path.dirname(file)], {XDG_CACHE_HOME: path.join(root, 'cache')}))).chosen?.version).toBe('2.1.1');
});

test('the program gets a clean environment and the home folder, never a key', async () => {
	const file = program('a/claude', `#!/bin/sh\nenv > ${root}/seen\npwd >> ${root}/seen\necho "2.1.1 (Claude Code)"\n`);
	await find(machine([path.dirname(file)], {NODE_OPTIONS: '--require /x', CLAUDE_CODE_USE_BEDROCK: '1'}));
	const seen = fs.readFileSync(path.join(root, 'seen'), 'utf8');
	expect(seen).not.toContain('SENTINEL');
	expect(seen).not.toMatch(/NODE_OPTIONS|USE_BEDROCK/);
	expect(seen).toContain('DISABLE_AUTOUPDATER=1');
	expect(seen.trimEnd().split('\n').at(-1)).toBe(path.join(root, 'home'));
});

test('a program that hangs is given up, its package still tells the version', async () => {
	const real = program('p/lib/node_modules/@anthropic-ai/claude-code/cli.js', '#!/bin/sh\nsleep 60\n');
	program('p/lib/node_modules/@anthropic-ai/claude-code/package.json', '{"name": "x", "version": "2.1.5"}', 0o644);
	fs.mkdirSync(path.join(root, 'p/bin'));
	fs.symlinkSync(real, path.join(root, 'p/bin/claude'));
	const {chosen} = await find(machine([path.join(root, 'p/bin')]), {timeout: 200});
	expect(chosen).toMatchObject({version: '2.1.5', versionFrom: 'package', condition: {state: 'silent'}});
});

test.each([
	['the stub npm leaves', '#!/bin/sh\necho "Error: claude native binary not installed." >&2\nexit 1\n', 'stub'],
	['one that fails', '#!/bin/sh\nexit 3\n', 'fails'],
	['one whose interpreter is gone', '#!/nowhere/node\n', 'not-startable'],
	['a binary of another machine', '\x7fELF\x02\x01\x01 not really', 'fails'],
	['another program of that name', '#!/bin/sh\necho "claude desktop"\n', 'not-claude-code'],
])('%s is broken', async (_, text, kind) => {
	const file = program('a/claude', text);
	const {chosen} = await find(machine([path.dirname(file)]));
	expect(chosen).toMatchObject({path: file, version: null, condition: {state: 'broken', kind}});
});

test('what no shell would start is passed over and told', async () => {
	program('a/claude', says('1.0.0'), 0o644);
	fs.mkdirSync(path.join(root, 'b/claude'), {recursive: true});
	fs.mkdirSync(path.join(root, 'c'));
	fs.symlinkSync('/nowhere/claude', path.join(root, 'c/claude'));
	const good = program('d/claude', says('2.1.1'));
	const {chosen, others} = await find(machine(['a', 'b', 'c', 'd'].map(name => path.join(root, name))));
	expect(chosen?.path).toBe(good);
	const told = others
		.filter(({path: file}) => file.startsWith(root))
		.map(({path: file, condition}) => [path.relative(root, file), condition.state === 'broken' && condition.kind]);
	expect(told).toEqual([
		['a/claude', 'not-executable'],
		['c/claude', 'dangling-link'],
	]);
});

test('a claude that only the current folder provides is never started', async () => {
	const file = program('project/claude', `#!/bin/sh\ntouch ${root}/started\necho "2.1.1 (Claude Code)"\n`);
	for (const entry of ['.', '', 'bin/..']) {
		fs.mkdirSync(path.join(root, 'project/bin'), {recursive: true});
		const {chosen} = await find(machine([entry], {}, path.join(root, 'project')));
		expect(chosen).toMatchObject({
			path: file,
			reach: 'here',
			condition: {state: 'not-tried'},
			oddities: [{kind: 'script'}, {kind: 'current-folder', entry}],
		});
	}
	expect(fs.existsSync(path.join(root, 'started'))).toBe(false);
});

test('off PATH: a known location is named, and asked since it is what the user would start', async () => {
	const file = program('home/.claude/local/claude', says('1.0.88'));
	const {chosen} = await find(machine([]));
	expect(chosen).toMatchObject({path: file, reach: 'off-path', install: 'npm-local', version: '1.0.88'});
});

test('a script around the program is told with the variables it names, never their values', async () => {
	const file = program('a/claude', `#!/bin/sh\nexport ANTHROPIC_AUTH_TOKEN=${sentinel}\n${says('2.1.1').slice(10)}`);
	const found = await find(machine([path.dirname(file)]));
	expect(found.chosen?.oddities).toEqual([{kind: 'script', sets: ['ANTHROPIC_AUTH_TOKEN']}]);
	expect(JSON.stringify(found)).not.toContain('SENTINEL');
});

test('nothing at all is a result', async () => {
	const {chosen, others} = await find({
		...machine([]),
		files: {...machine([]).files, stat: () => null, linkTarget: () => null, list: () => null},
	});
	expect({chosen, others}).toEqual({chosen: null, others: []});
});
