import fs from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, expect, it} from 'vitest';
import {realNotes} from '../../source/machine/real-notes.ts';

const folder = fs.mkdtempSync(path.join(tmpdir(), 'wizard-notes-'));
afterAll(() => fs.rmSync(folder, {recursive: true, force: true}));

it('last, by names that are only names, in a file that is closed to others', async () => {
	const state = path.join(folder, 'state');
	await realNotes({state}).write('profiles', {'gw.example': {store: 'settings'}});
	await realNotes({state}).write('a.b', 1);
	expect(await realNotes({state}).read('profiles')).toEqual({'gw.example': {store: 'settings'}});
	expect(await realNotes({state}).read('a')).toBe(undefined);
	await realNotes({state}).write('a.b', undefined);
	expect(await realNotes({state}).read('a.b')).toBe(undefined);
	if (process.platform === 'win32') return;
	expect(fs.statSync(state).mode & 0o777).toBe(0o700);
	expect(fs.statSync(path.join(state, 'notes.json')).mode & 0o777).toBe(0o600);
});

it('are nothing where there are none yet, and no file is made for a look', async () => {
	const state = path.join(folder, 'none');
	expect(await realNotes({state}).read('profiles')).toBe(undefined);
	expect(fs.existsSync(path.join(state, 'notes.json'))).toBe(false);
});

it('that somebody broke are said to be so, and not written over', async () => {
	const state = path.join(folder, 'broken');
	fs.mkdirSync(state);
	fs.writeFileSync(path.join(state, 'notes.json'), '{"profiles": ');
	await expect(realNotes({state}).write('a', 1)).rejects.toThrow('notes.json');
	expect(fs.readFileSync(path.join(state, 'notes.json'), 'utf8')).toBe('{"profiles": ');
});
