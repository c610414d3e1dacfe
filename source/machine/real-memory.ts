import {randomBytes} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {cacheFolder} from './cache-folder.ts';
import type {Environment, Memory} from './machine.ts';
import {realFiles} from './real-files.ts';

/** A few answers are a few hundred bytes; anything far larger is not what we wrote. */
const limit = 64 * 1024;

/** Files of our own in the user's cache folder. `doctor` changes nothing of the user's, and a cache that cannot be written is no cache. */
export function realMemory(environment: Environment): Memory {
	const folder = cacheFolder(environment);
	return {
		recall(name) {
			const reading = realFiles.read(path.join(folder, name), limit);
			return reading.state === 'bytes' ? Buffer.from(reading.bytes).toString('utf8') : null;
		},
		remember(name, text) {
			// Written aside and renamed: two runs at once leave one whole answer, never half of two.
			const aside = path.join(folder, `${name}.${randomBytes(6).toString('hex')}`);
			try {
				fs.mkdirSync(folder, {recursive: true, mode: 0o700});
				fs.writeFileSync(aside, text, {mode: 0o600, flag: 'wx'});
				fs.renameSync(aside, path.join(folder, name));
			} catch {
				forget(aside);
			}
		},
	};
}

function forget(file: string): void {
	try {
		fs.rmSync(file, {force: true});
	} catch {
		// The disk that refused the write may refuse this as well.
	}
}
