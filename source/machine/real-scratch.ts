import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {Environment, Scratch} from './machine.ts';
import {makeFolders} from './make-folders.ts';

const made = new Set<string>();

export function realScratch({state}: Pick<Environment, 'state'>): Scratch {
	return {
		// Resolved, because claude names the folder it is in by its real path and macOS links /tmp and /var.
		make: (files = {}) => fill(fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'wizard-')), files),

		makeSecret(files) {
			const launches = path.join(state, 'launches');
			makeFolders(launches);
			sweep(launches);
			return fill(fs.mkdtempSync(path.join(launches, `${ownRun()}-`)), files);
		},

		remove(folder) {
			if (!made.delete(folder)) return;
			removeQuietly(folder);
			if (made.size > 0) return;
			process.off('exit', removeAll);
			for (const signal of signals) process.off(signal, leave);
		},
	};
}

function fill(folder: string, files: Readonly<Record<string, string>>): string {
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
}

/** Which process made a folder: its id, and where ids are counted anew (a container that shares this home) in which of these worlds. */
function ownRun(pid: number = process.pid): string {
	return `${pid}-${world()}`;
}

function world(): string {
	try {
		return /\d+/.exec(fs.readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
	} catch {
		return '0';
	}
}

/** A killed run cannot remove its own. One of another world may still be running: it is left alone. */
function sweep(launches: string): void {
	for (const name of fs.readdirSync(launches)) {
		const pid = Number(/^\d+/.exec(name)?.[0] ?? 0);
		if (pid > 0 && name.startsWith(`${ownRun(pid)}-`) && !runs(pid)) removeQuietly(path.join(launches, name));
	}
}

function runs(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ESRCH';
	}
}

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
