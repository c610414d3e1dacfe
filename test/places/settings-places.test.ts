import {expect, test} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {localSettings} from '../../source/places/local-settings.ts';
import {managedDropIns} from '../../source/places/managed-drop-ins.ts';
import {managedSettings} from '../../source/places/managed-settings.ts';
import type {Place} from '../../source/places/place.ts';
import {projectSettings} from '../../source/places/project-settings.ts';
import {findRoots} from '../../source/places/roots.ts';
import {userSettings} from '../../source/places/user-settings.ts';

const model = (name: string) => ({text: JSON.stringify({model: name}), mode: 0o644});

/** Where each value was found, in the order of the facts. */
async function values(place: Place, options: PretendOptions) {
	const machine = pretend(options);
	const facts = await place.look(machine, findRoots(machine));
	return facts.flatMap(fact => (fact.kind === 'setting' && fact.place === place.id ? [fact.value?.reveal()] : []));
}

async function states(place: Place, options: PretendOptions) {
	const machine = pretend(options);
	return (await place.look(machine, findRoots(machine))).map(({place, file, state}) => [place, file, state]);
}

test('user settings are in the home, or in CLAUDE_CONFIG_DIR', async () => {
	const files = {'~/.claude/settings.json': model('home'), '/conf/settings.json': model('moved')};
	expect(await values(userSettings, {files})).toEqual(['home']);
	expect(await values(userSettings, {files, variables: {CLAUDE_CONFIG_DIR: '/conf'}})).toEqual(['moved']);
	expect(await states(userSettings, {})).toEqual([['user-settings', '/home/ada/.claude/settings.json', 'absent']]);
});

test('project settings are those of the start folder only', async () => {
	const files = {
		'/r/.git': {folder: true as const},
		'/r/.claude/settings.json': model('root'),
		'/r/sub/.claude/settings.json': model('sub'),
	};
	expect(await values(projectSettings, {files, cwd: '/r/sub'})).toEqual(['sub']);
	expect(await values(projectSettings, {files, cwd: '/r/other'})).toEqual([]);
});

test('one file is one place: the user settings, also where CLAUDE_CONFIG_DIR or the home folder is the project', async () => {
	const options = {files: {'/r/.claude/settings.json': model('one')}, cwd: '/r', variables: {CLAUDE_CONFIG_DIR: '/r/.claude'}};
	expect([await values(userSettings, options), await values(projectSettings, options)]).toEqual([['one'], []]);
	const home = {files: {'~/.claude/settings.json': model('mine')}};
	expect([await values(userSettings, home), await values(projectSettings, home)]).toEqual([['mine'], []]);
});

test('local settings are those of the start folder, then those of the repository', async () => {
	const files = {
		'/r/.git': {folder: true as const},
		'/r/.claude/settings.local.json': model('root'),
		'/r/sub/.claude/settings.local.json': model('sub'),
	};
	expect(await values(localSettings, {files, cwd: '/r/sub'})).toEqual(['sub', 'root']);
	expect(await values(localSettings, {files, cwd: '/r'})).toEqual(['root']);
	const home = {files: {'~/.git': {folder: true as const}, '~/.claude/settings.local.json': model('home')}, cwd: '/home/ada/sub'};
	expect(await values(localSettings, home)).toEqual([]);
});

test('managed settings are facts only where there are any', async () => {
	expect(await states(managedSettings, {})).toEqual([]);
	const open = {files: {'/etc/claude-code/managed-settings.json': {text: '{"env": {"ANTHROPIC_API_KEY": "K"}}', uid: 0}}};
	const machine = pretend(open);
	expect((await managedSettings.look(machine, findRoots(machine)))[0]).toMatchObject({state: 'text', troubles: []});
});

test('drop-ins come by name, without hidden ones and other endings', async () => {
	const folder = '/etc/claude-code/managed-settings.d';
	const files = Object.fromEntries(
		['20-b.json', '10-a.json', 'Z.json', '.hidden.json', 'note.txt'].map(name => [`${folder}/${name}`, model(name)]),
	);
	expect(await values(managedDropIns, {files})).toEqual(['10-a.json', '20-b.json', 'Z.json']);
	expect(await values(managedDropIns, {files: {[folder]: 'a file'}})).toEqual([]);
});
