import {accessSync, constants} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {TestContext} from 'vitest';

/** The path of an installed program, or the test is left out, and the last lines of `npm test` say so by name. */
export function needs({skip}: TestContext, program: string): string {
	return installed(program) ?? skip(`${program} is not installed`);
}

/** Where a program stands on PATH; null where it does not. */
export function installed(program: string): string | null {
	const endings = process.platform === 'win32' ? (process.env['PATHEXT'] ?? '.EXE;.CMD').split(';') : [''];
	for (const folder of (process.env['PATH'] ?? '').split(path.delimiter))
		for (const ending of endings) {
			const file = path.join(folder, program + ending);
			if (folder !== '' && runs(file)) return file;
		}
	return null;
}

function runs(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
