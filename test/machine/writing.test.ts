import fs from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, describe, expect, it} from 'vitest';
import type {Files, Machine, Replacement, Writing} from '../../source/machine/machine.ts';
import {overlay} from '../../source/machine/overlay.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {realFiles} from '../../source/machine/real-files.ts';
import {realWriting} from '../../source/machine/real-writing.ts';
import {needing} from '../helpers/needing.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) fs.rmSync(folder, {recursive: true, force: true});
});

type Disk = {readonly home: string; readonly files: Files; readonly writing: Writing};
type Setting = Readonly<Record<string, {text: string; mode?: number} | {link: string} | {folder: true}>>;

/** The same home on each of the three machines: what holds for one must hold for all. */
const disks: Readonly<Record<string, (setting: Setting) => Disk>> = {
	real(setting) {
		const home = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'wizard-writing-')));
		folders.push(home);
		for (const [name, thing] of Object.entries(setting)) {
			const at = path.join(home, name);
			fs.mkdirSync(path.dirname(at), {recursive: true});
			if ('link' in thing) fs.symlinkSync(thing.link, at);
			else if ('folder' in thing) fs.mkdirSync(at);
			else {
				fs.writeFileSync(at, thing.text);
				fs.chmodSync(at, thing.mode ?? 0o644);
			}
		}
		return {home, files: realFiles, writing: realWriting({state: path.join(home, '.state')})};
	},
	pretended: setting => pretended(setting),
	overlaid: setting => ({...overlay(pretended(setting)), home: '/home/ada'}),
};

function pretended(setting: Setting): Machine & {home: string} {
	const files = Object.fromEntries(Object.entries(setting).map(([name, thing]) => [`~/${name}`, thing]));
	return {...pretend({files}), home: '/home/ada'};
}

function wish(disk: Disk, name: string, more: Partial<Replacement>): Replacement {
	return {path: path.join(disk.home, name), before: null, after: null, mode: null, owner: null, secret: false, lock: 'ours', ...more};
}

function text(disk: Disk, name: string): string | null {
	const reading = disk.files.read(path.join(disk.home, name));
	return reading.state === 'bytes' ? Buffer.from(reading.bytes).toString() : null;
}

const mode = (disk: Disk, name: string) => disk.files.stat(path.join(disk.home, name), 'follow')?.mode;

describe.each(Object.entries(disks))('writing on a %s disk', (_, make) => {
	needing(process.platform !== 'win32', 'Windows has no modes');

	it('replaces what the plan was made from, keeps the mode, and does nothing the second time', () => {
		const disk = make({'.zshrc': {text: 'old', mode: 0o640}});
		const change = wish(disk, '.zshrc', {before: bytes('old'), after: bytes('new')});
		expect(disk.writing.replace(change)).toMatchObject({state: 'written', was: {mode: 0o640}, is: {mode: 0o640}, notes: []});
		expect([text(disk, '.zshrc'), mode(disk, '.zshrc')]).toEqual(['new', 0o640]);
		expect(disk.writing.replace(change).state).toBe('same');
	});

	it('touches nothing when the file was changed, made or removed meanwhile', () => {
		const disk = make({a: {text: 'theirs'}});
		expect(disk.writing.replace(wish(disk, 'a', {before: bytes('old'), after: bytes('new')}))).toMatchObject({
			state: 'conflict',
			touched: false,
		});
		expect(disk.writing.replace(wish(disk, 'a', {before: null, after: bytes('new')})).state).toBe('conflict');
		expect(disk.writing.replace(wish(disk, 'b', {before: bytes('old'), after: bytes('new')})).state).toBe('conflict');
		expect([text(disk, 'a'), text(disk, 'b')]).toEqual(['theirs', null]);
	});

	it('closes a file that a secret goes into, and says so', () => {
		const disk = make({open: {text: 'old', mode: 0o644}, closed: {text: 'old', mode: 0o600}});
		const change = {before: bytes('old'), after: bytes('key'), secret: true};
		expect(disk.writing.replace(wish(disk, 'open', change))).toMatchObject({state: 'written', notes: ['narrowed'], is: {mode: 0o600}});
		expect(disk.writing.replace(wish(disk, 'closed', change))).toMatchObject({state: 'written', notes: []});
		expect(disk.writing.replace(wish(disk, 'fresh', {...change, before: null}))).toMatchObject({is: {mode: 0o600}, notes: []});
		expect(mode(disk, 'open')).toBe(0o600);
	});

	it('gives the mode that is asked for, also when the bytes stay', () => {
		const disk = make({a: {text: 'x', mode: 0o600}});
		const change = wish(disk, 'a', {before: bytes('x'), after: bytes('x'), mode: 0o644});
		expect(disk.writing.replace(change).state).toBe('written');
		expect(mode(disk, 'a')).toBe(0o644);
		expect(disk.writing.replace(change).state).toBe('same');
	});

	it('writes through links, also through one that leads nowhere yet', () => {
		const disk = make({
			'dotfiles/settings.json': {text: 'old'},
			'.claude/settings.json': {link: '../dotfiles/settings.json'},
			'.claude/local.json': {link: '../dotfiles/local.json'},
			work: {link: 'not/yet'},
		});
		const {writing, home, files} = disk;
		expect(writing.replace(wish(disk, '.claude/settings.json', {before: bytes('old'), after: bytes('new')}))).toMatchObject({
			real: path.join(home, 'dotfiles/settings.json'),
		});
		writing.replace(wish(disk, '.claude/local.json', {after: bytes('made')}));
		writing.replace(wish(disk, 'work/a', {after: bytes('far')}));
		expect([text(disk, 'dotfiles/settings.json'), text(disk, 'dotfiles/local.json'), text(disk, 'not/yet/a')]).toEqual([
			'new',
			'made',
			'far',
		]);
		for (const name of ['.claude/settings.json', '.claude/local.json', 'work'])
			expect(files.linkTarget(path.join(home, name))).not.toBe(null);
	});

	it('refuses circles of links and folders', () => {
		const disk = make({a: {link: 'b'}, b: {link: 'a'}, folder: {folder: true}, file: {text: ''}});
		const change = {after: bytes('x')};
		expect(disk.writing.replace(wish(disk, 'a', change))).toMatchObject({state: 'refused', why: 'link-loop', touched: false});
		expect(disk.writing.replace(wish(disk, 'folder', change))).toMatchObject({state: 'refused', why: 'not-a-file'});
	});

	it('removes a file, and again nothing the second time', () => {
		const disk = make({a: {text: 'x'}});
		expect(disk.writing.replace(wish(disk, 'a', {before: bytes('x')}))).toMatchObject({state: 'written', is: null});
		expect(disk.files.read(path.join(disk.home, 'a')).state).toBe('absent');
		expect(disk.writing.replace(wish(disk, 'a', {before: bytes('x')})).state).toBe('same');
	});

	it('lists what it made', () => {
		const disk = make({'d/old': {text: ''}});
		disk.writing.replace(wish(disk, 'd/new', {after: bytes('x')}));
		disk.writing.replace(wish(disk, 'd/old', {before: bytes('')}));
		expect(disk.files.list(path.join(disk.home, 'd'))).toEqual(['new']);
	});
});

describe('an overlay', () => {
	it('leaves the machine below as it is', () => {
		const below = pretended({a: {text: 'old'}, l: {link: 'a'}});
		const before = JSON.stringify(below.files.read('/home/ada/a'));
		const above = {...overlay(below), home: '/home/ada'};
		above.writing.replace(wish(above, 'l', {before: bytes('old'), after: bytes('new')}));
		expect(text(above, 'a')).toBe('new');
		expect(JSON.stringify(below.files.read('/home/ada/a'))).toBe(before);
	});
});
