import fs from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeEach, describe, expect, it} from 'vitest';
import {takeLock} from '../../source/machine/folder-lock.ts';

const folder = fs.mkdtempSync(path.join(tmpdir(), 'wizard-lock-'));
const lock = path.join(folder, '.claude.json.lock');
const old = new Date(Date.now() - 11_000);
beforeEach(() => fs.rmSync(lock, {recursive: true, force: true}));
afterAll(() => fs.rmSync(folder, {recursive: true, force: true}));

describe('a lock', () => {
	it('is a folder while it is held, as claude makes it', () => {
		const held = takeLock(lock);
		expect(fs.statSync(lock).isDirectory()).toBe(true);
		expect(held?.ours()).toBe(true);
		held?.release();
		expect(fs.readdirSync(folder)).toEqual([]);
	});

	it('left by a killed program is taken over after ten seconds', () => {
		fs.mkdirSync(lock);
		fs.utimesSync(lock, old, old);
		const held = takeLock(lock);
		expect(held?.ours()).toBe(true);
		held?.release();
		expect(fs.readdirSync(folder)).toEqual([]);
	});

	it('is no longer ours once somebody took it over, and theirs is left alone', () => {
		const held = takeLock(lock);
		// As another program does that finds it stale; renamed, so that the inode is not used again at once.
		fs.renameSync(lock, `${lock}.aside`);
		fs.mkdirSync(lock);
		expect(held?.ours()).toBe(false);
		held?.release();
		expect(fs.existsSync(lock)).toBe(true);
		fs.rmdirSync(`${lock}.aside`);
	});

	it('held by a living program is waited for, and in the end not taken', {timeout: 30_000}, () => {
		fs.mkdirSync(lock);
		const later = new Date(Date.now() + 60_000);
		fs.utimesSync(lock, later, later);
		expect(takeLock(lock, 100)).toBe(null);
		expect(Math.round(fs.statSync(lock).mtimeMs)).toBe(later.getTime());
	});

	it('that cannot be made for another reason says so', () => {
		expect(() => takeLock(path.join(folder, 'no', 'such', 'folder'))).toThrow('ENOENT');
	});
});
