import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, it} from 'vitest';
import {syncFolder} from '../../source/machine/temp-file.ts';

it('takes a folder that its file system cannot sync for as safe as it gets', ({skip}) => {
	skip(!existsSync('/proc/self'), 'there is no /proc here, whose folders cannot be synced');
	expect(() => syncFolder('/proc')).not.toThrow();
});

it('does not hide that the folder is gone', () => {
	expect(() => syncFolder(path.join(tmpdir(), 'is-not-there'))).toThrow('ENOENT');
});
