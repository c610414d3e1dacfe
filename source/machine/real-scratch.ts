import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {Scratch} from './machine.ts';

const made = new Set<string>();

export const realScratch: Scratch = {
	make(files = {}) {
		// Resolved, because claude names the folder it is in by its real path and macOS links /tmp and /var.
		const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'wizard-'));
		if (made.size === 0) {
			process.on('exit', removeAll);
			for (const signal of signals) process.on(signal, leave);
		}
		made.add(folder);
		for (const [name, text] of Object.entries(files)) {
			const file = path.join(folder, name);
			fs.mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
			fs.writeFileSync(file, text, {mode: 0o600, flag: 'wx'});
		}
		return folder;
	},

	remove(folder) {
		if (!made.delete(folder)) return;
		removeQuietly(folder);
		if (made.size > 0) return;
		process.off('exit', removeAll);
		for (const signal of signals) process.off(signal, leave);
	},
};

/** Ctrl-C is not among them: cli.ts answers that by ending the program, and then the folders go as well. */
const signals = ['SIGTERM', 'SIGHUP'] as const;

function leave(signal: NodeJS.Signals): void {
	process.exit(128 + os.constants.signals[signal]);
}

function removeAll(): void {
	for (const folder of made) removeQuietly(folder);
	made.clear();
}

/** A program that was started in it may still be writing its last file, so a folder that is not empty is tried again. */
function removeQuietly(folder: string): void {
	try {
		fs.rmSync(folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 50});
	} catch {
		// Left behind, it is in the system's folder for what may be lost.
	}
}
