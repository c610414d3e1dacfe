import fs from 'node:fs';
import path from 'node:path';
import {inheritedOwner} from './temp-file.ts';

/** Makes the folders that are missing, closed to others, and adds them to `made`, outermost first. */
export function makeFolders(folder: string, made: string[] = []): void {
	if (fs.statSync(folder, {throwIfNoEntry: false}) !== undefined) return;
	makeFolders(path.dirname(folder), made);
	try {
		fs.mkdirSync(folder, {mode: 0o700});
	} catch (error) {
		// Another wizard was quicker.
		if (fs.statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return;
		throw error;
	}
	made.push(folder);
	const owner = inheritedOwner(folder);
	if (owner !== null) fs.chownSync(folder, owner.uid, owner.gid);
}
