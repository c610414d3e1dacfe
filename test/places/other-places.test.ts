import {expect, test} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {desktop} from '../../source/places/desktop.ts';
import {editors} from '../../source/places/editors.ts';
import {environment} from '../../source/places/environment.ts';
import {parentProcess} from '../../source/places/parent-process.ts';
import type {Place} from '../../source/places/place.ts';
import {profiles} from '../../source/places/profiles.ts';
import {findRoots} from '../../source/places/roots.ts';

async function rows({look}: Place, options: PretendOptions) {
	const machine = pretend(options);
	const facts = await look(machine, findRoots(machine));
	return facts.map(({variable, state, value, file, line}) => [variable, state, value?.reveal() ?? null, file, line]);
}

test('the environment gives what is about claude, and OpenAI’s variables', async () => {
	const variables = {PATH: '/bin', ANTHROPIC_API_KEY: '', ANTHROPIC_MODEL: 'm', OPENAI_ORG_ID: 'o', VERTEX_REGION_CLAUDE_4_OPUS: 'eu'};
	expect(await rows(environment, {variables})).toEqual([
		['ANTHROPIC_API_KEY', 'empty', '', null, null],
		['ANTHROPIC_MODEL', 'text', 'm', null, null],
		['OPENAI_ORG_ID', 'text', 'o', null, null],
		['VERTEX_REGION_CLAUDE_4_OPUS', 'text', 'eu', null, null],
	]);
	expect(await rows(environment, {platform: 'win32', variables: {Anthropic_Api_Key: 'K'}})).toEqual([
		['ANTHROPIC_API_KEY', 'text', 'K', null, null],
	]);
});

const code = '/home/ada/.config/Code/User/settings.json';

test('editors: the extension’s list, terminals and dev containers, comments allowed', async () => {
	const files = {
		[code]: `{
  // mine
  "claudeCode.environmentVariables": [{"name": "ANTHROPIC_AUTH_TOKEN", "value": "T"}, {"name": "EDITOR", "value": "vi"}, {"name": "ANTHROPIC_MODEL"}, 4],
  "terminal.integrated.env.linux": {"ANTHROPIC_API_KEY": null, "ANTHROPIC_BASE_URL": "http://x"},
}`,
		'/w/.vscode/settings.json': '{"terminal.integrated.env.osx": {"ANTHROPIC_API_KEY": "K"}}',
		'/w/.devcontainer/devcontainer.json':
			'{"containerEnv": {"ANTHROPIC_API_KEY": "${localEnv:X}"}, "remoteEnv": {"ANTHROPIC_MODEL": "m"}, "name": "x"}',
		'~/.config/Cursor/User/settings.json': '{"editor.tabSize": 2',
		'~/.config/VSCodium/User/settings.json': {folder: true as const},
	};
	expect(await rows(editors, {files, cwd: '/w'})).toEqual([
		['ANTHROPIC_AUTH_TOKEN', 'text', 'T', code, 3],
		['ANTHROPIC_API_KEY', 'empty', '', code, 4],
		['ANTHROPIC_BASE_URL', 'text', 'http://x', code, 4],
		['settings.json', 'unreadable', null, '/home/ada/.config/VSCodium/User/settings.json', null],
		['ANTHROPIC_API_KEY', 'text', 'K', '/w/.vscode/settings.json', 1],
		['ANTHROPIC_API_KEY', 'text', '${localEnv:X}', '/w/.devcontainer/devcontainer.json', 1],
		['ANTHROPIC_MODEL', 'text', 'm', '/w/.devcontainer/devcontainer.json', 1],
	]);
});

test('Claude Desktop: its own keys, on the systems that have it', async () => {
	const folder = '/Users/ada/Library/Application Support/Claude-3p/configLibrary';
	const files = {
		[`${folder}/_meta.json`]: '{"inferenceProvider": "x"}',
		[`${folder}/a.json`]:
			'{"inferenceProvider": "gateway",\n "inferenceGatewayApiKey": "K", "inferenceCustomHeaders": {"X-Key": "secretsecret"}, "other": 1}',
		[`${folder}/b.json`]: '{',
	};
	expect(await rows(desktop, {platform: 'darwin', files})).toEqual([
		['inferenceProvider', 'text', 'gateway', `${folder}/a.json`, 1],
		['inferenceGatewayApiKey', 'text', 'K', `${folder}/a.json`, 2],
		['inferenceCustomHeaders', 'text', '{"X-Key":"secretsecret"}', `${folder}/a.json`, 2],
		['b.json', 'ignored', null, `${folder}/b.json`, null],
	]);
	const machine = pretend({platform: 'darwin', files});
	expect(JSON.stringify(await desktop.look(machine, findRoots(machine)))).not.toContain('secretsecret');
	expect(await rows(desktop, {files})).toEqual([]);
});

test('parent processes: nearest first, with their names, and a circle ends', async () => {
	const files = {
		'/proc/4242/status': 'Name:\tnode\nPPid:\t100\n',
		'/proc/100/status': 'Name:\tbash\nPPid:\t50\n',
		'/proc/100/comm': 'bash\n',
		'/proc/100/environ': 'PATH=/bin\0ANTHROPIC_API_KEY=K-near\0',
		'/proc/50/status': 'Name:\tcode\nPPid:\t100\n',
		'/proc/50/comm': 'code\n',
		'/proc/50/environ': 'ANTHROPIC_API_KEY=K-far=\0ANTHROPIC_AUTH_TOKEN=\0',
	};
	const machine = pretend({files});
	const facts = await parentProcess.look(machine, findRoots(machine));
	expect(facts.map(fact => [fact.variable, fact.state, fact.value?.reveal(), fact.kind === 'variable' && fact.origin])).toEqual([
		['ANTHROPIC_API_KEY', 'text', 'K-near', {from: 'parent-process', pid: 100, program: 'bash'}],
		['ANTHROPIC_API_KEY', 'text', 'K-far=', {from: 'parent-process', pid: 50, program: 'code'}],
		['ANTHROPIC_AUTH_TOKEN', 'empty', '', {from: 'parent-process', pid: 50, program: 'code'}],
	]);
});

test('parent processes: not a chain without end, and none of other users', async () => {
	const files: Record<string, string | {text: string; mode: number; uid: number}> = {};
	for (let pid = 4242; pid > 4000; pid--) {
		files[`/proc/${pid}/status`] = `PPid:\t${pid - 1}\n`;
		files[`/proc/${pid}/environ`] = pid === 4241 ? {text: 'ANTHROPIC_MODEL=x\0', mode: 0o400, uid: 7} : 'ANTHROPIC_MODEL=m\0';
	}
	expect(await rows(parentProcess, {files})).toHaveLength(63);
});

const base = '/home/ada/.config/anthropic';
const login = JSON.stringify({authentication: {type: 'user_oauth', client_id: 'c'}, organization_id: 'org', base_url: 'https://x.example'});
const federation = JSON.stringify({authentication: {type: 'oidc_federation'}});

test.each<readonly [string, PretendOptions, readonly (readonly [string, string])[]]>([
	[
		'the active one, signed in',
		{files: {[`${base}/configs/default.json`]: login, [`${base}/credentials/default.json`]: '{"access_token":"sk"}'}},
		[['default', 'text']],
	],
	['signed out', {files: {[`${base}/configs/default.json`]: login}}, [['default', 'ignored']]],
	[
		'by active_config',
		{files: {[`${base}/configs/default.json`]: federation, [`${base}/configs/work.json`]: federation, [`${base}/active_config`]: 'work\n'}},
		[
			['default', 'ignored'],
			['work', 'text'],
		],
	],
	[
		'by ANTHROPIC_PROFILE',
		{
			files: {[`${base}/configs/a.json`]: federation, [`${base}/active_config`]: 'work\n'},
			variables: {ANTHROPIC_PROFILE: 'a', ANTHROPIC_FEDERATION_RULE_ID: 'r', ANTHROPIC_ORGANIZATION_ID: 'o'},
		},
		[['a', 'text']],
	],
	[
		'behind a federation of the environment',
		{files: {[`${base}/configs/default.json`]: federation}, variables: {ANTHROPIC_FEDERATION_RULE_ID: 'r', ANTHROPIC_ORGANIZATION_ID: 'o'}},
		[['default', 'ignored']],
	],
	['of an unknown type', {files: {[`${base}/configs/default.json`]: '{"authentication": {"type": "magic"}}'}}, [['default', 'ignored']]],
	[
		'in ANTHROPIC_CONFIG_DIR',
		{files: {'/p/configs/default.json': federation}, variables: {ANTHROPIC_CONFIG_DIR: '/p'}},
		[['default', 'text']],
	],
])('profiles: %s', async (_name, options, expected) => {
	const machine = pretend(options);
	const facts = await profiles.look(machine, findRoots(machine));
	const types = facts.filter(({variable}) => variable === 'authentication.type');
	expect(types.map(({file, state}) => [/([^/]*)\.json$/.exec(file ?? '')?.[1], state])).toEqual(expected);
	for (const {state, why} of facts) expect(why === null).toBe(state === 'text');
});
