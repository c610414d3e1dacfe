import {
	chmodSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Secret} from '../../../source/credentials/secret.ts';
import {look} from '../../../source/places/look.ts';
import {findRoots} from '../../../source/places/roots.ts';
import {apply} from '../../../source/plan/apply.ts';
import {makePlan} from '../../../source/plan/make-plan.ts';
import {setupEdits} from '../../../source/setups/setup-edits.ts';
import {storeNamed} from '../../../source/stores/index.ts';
import type {StoreName} from '../../../source/stores/store.ts';
import {leaks} from '../../helpers/leaks.ts';
import {realDisk} from '../../helpers/real-disk.ts';
import {routerSetup, storeRoots} from '../../setups/carry-out.ts';

export const sentinel = 'sk-or-v1-57041e5757041e5757041e5757041e5757041e5757041e5757041e5757041e57';
export const old = 'sk-ant-api03-0LDK3Y0LDK3Y0LDK3Y0LDK3Y0LDK3Y0LDK3Y0LDK3Y0LDK3YAA';
const state = '.local/state/claude-auth-wizard';

/** A home as people have it: dotfiles behind a link, a shared startup file with an old key, tabs, CRLF, no newline at the end. */
export function makeHome(): string {
	const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-story-')));
	for (const folder of ['dotfiles', '.claude']) mkdirSync(path.join(home, folder));
	write(home, 'dotfiles/settings.json', '{\r\n\t"model": "opus",\r\n\t"big": 12345678901234567890\r\n}', 0o644);
	symlinkSync('../dotfiles/settings.json', path.join(home, '.claude/settings.json'));
	write(home, '.bashrc', `alias a=b\nexport ANTHROPIC_API_KEY=${old} # mine\nexport OPENAI_API_KEY=other`, 0o640);
	write(home, '.claude.json', '{"numStartups": 3, "hasCompletedOnboarding": true}', 0o600);
	return home;
}

export function write(home: string, name: string, text: string, mode: number): void {
	writeFileSync(path.join(home, name), text);
	chmodSync(path.join(home, name), mode);
}

/** As the wizard does it: a router key is kept and what competes is cleared. Gives the id of the change. */
export async function setUp(home: string, store: StoreName): Promise<string> {
	const machine = realDisk(home);
	const room = {facts: await look(machine), roots: findRoots(machine), stores: storeRoots(machine), maskOnly: false};
	const made = setupEdits({...routerSetup, secret: new Secret(sentinel)}, storeNamed(store), room);
	if (made.state === 'refused') throw new Error(made.why);
	const planned = makePlan(made.edits, machine);
	if (planned.state === 'refused') throw new Error(planned.refusals[0]?.why);
	const applied = await apply(planned.plan, machine);
	if (applied.state !== 'applied') throw new Error(applied.state);
	return applied.receipt.id;
}

/** Everything of the user's: kind, mode, link target, bytes. */
export function snapshot(home: string): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		names(home)
			.filter(name => name !== '.local' && !name.startsWith('.local/') && !name.startsWith('.cache'))
			.map(name => {
				const file = path.join(home, name);
				const stat = lstatSync(file);
				const content = stat.isSymbolicLink() ? readlinkSync(file) : stat.isFile() ? readFileSync(file, 'latin1') : '';
				return [name, [stat.mode, content]];
			}),
	);
}

export function names(home: string): readonly string[] {
	return readdirSync(home, {recursive: true, encoding: 'utf8'}).sort();
}

/** Where a secret stands: the user's files, and whether a backup is open to others. */
export function secretsIn(home: string): {readonly files: readonly string[]; readonly openBackups: readonly string[]} {
	const holding = names(home).filter(name => {
		const file = path.join(home, name);
		return (
			leaks(name, [sentinel, old]).length > 0 ||
			(lstatSync(file).isFile() && leaks(readFileSync(file, 'latin1'), [sentinel, old]).length > 0)
		);
	});
	const backups = holding.filter(name => name.startsWith(`${state}/backups/`));
	return {
		files: holding.filter(name => !backups.includes(name)),
		openBackups: backups.filter(name => (lstatSync(path.join(home, name)).mode & 0o077) !== 0),
	};
}
