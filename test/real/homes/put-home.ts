import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {Home} from './home.ts';

export type Filled = (text: string) => string;

/** Puts the server's address and the home's own path where the data only names them. */
export function filling(home: string, url: string): Filled {
	const host = url.replace(/^https?:\/\//, '');
	return text => text.replaceAll('{{url}}', url).replaceAll('{{host}}', host).replaceAll('{{home}}', home);
}

/** Makes it on the disk, in a folder that is there. */
export function putHome({entries, tracked}: Home, folder: string, fill: Filled, claude: string): void {
	for (const name of ['work', '.claude', '.local/bin', '.cache']) mkdirSync(path.join(folder, name), {recursive: true});
	symlinkSync(claude, path.join(folder, '.local/bin/claude'));
	for (const entry of entries) {
		const file = path.join(folder, entry.path);
		mkdirSync(path.dirname(file), {recursive: true});
		if (entry.kind === 'link') symlinkSync(fill(entry.to), file);
		else {
			writeFileSync(file, fill(entry.text), entry.encoding ?? 'utf8');
			chmodSync(file, entry.mode);
		}
	}
	if (tracked === null) return;
	const git = (...args: readonly string[]) =>
		execFileSync('git', args, {
			cwd: path.join(folder, 'work'),
			env: {HOME: folder, PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1'},
			stdio: 'ignore',
		});
	git('init', '-q');
	writeFileSync(path.join(folder, 'work/.gitignore'), '.env*\n.claude/settings.local.json\n');
	git('add', '-f', '.gitignore', ...tracked.filter(name => entries.some(entry => entry.path === `work/${name}`)));
}
