import fs from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {apply} from '../../source/plan/apply.ts';
import type {FileChange} from '../../source/plan/change.ts';
import type {Edit} from '../../source/plan/edit.ts';
import {makePlan} from '../../source/plan/make-plan.ts';
import type {Plan} from '../../source/plan/plan.ts';
import {undo} from '../../source/plan/undo.ts';
import {needing} from '../helpers/needing.ts';
import {realDisk} from '../helpers/real-disk.ts';
import {type Fixture, fixtures, parse} from './corpus.ts';
import {mend, planned, remove, set} from './edits.ts';

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
/** In memory where the system has that, since every write waits for the disk, and here there are thousands. */
const folder = fs.existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const homes: string[] = [];
afterEach(() => {
	for (const home of homes.splice(0)) fs.rmSync(home, {recursive: true, force: true});
});

type Home = {readonly home: string; readonly settings: string; readonly machine: Machine};

/** A home on the real disk; every third file stands behind a link, and the modes go round. */
function homeWith(bytes: Uint8Array, index: number): Home {
	const home = fs.realpathSync(fs.mkdtempSync(path.join(folder, 'wizard-undo-')));
	homes.push(home);
	const settings = path.join(home, '.claude/settings.json');
	fs.mkdirSync(path.dirname(settings));
	const file = index % 3 === 0 ? path.join(home, 'dotfiles.json') : settings;
	if (file !== settings) fs.symlinkSync('../dotfiles.json', settings);
	fs.writeFileSync(file, bytes);
	fs.chmodSync(file, [0o644, 0o600, 0o640, 0o664][index % 4] ?? 0o644);
	fs.writeFileSync(path.join(home, '.zshrc'), startup, 'latin1');
	return {home, settings, machine: realDisk(home)};
}

function edits({home, settings}: Home): readonly Edit[] {
	const about = {summary: 'x', answers: {to: 'wish'}} as const;
	return [
		set(['env', 'ANTHROPIC_AUTH_TOKEN'], new Secret(key), settings),
		set(['env', 'ANTHROPIC_API_KEY'], '', settings),
		remove(['model'], settings),
		{kind: 'write-own-file', file: path.join(home, '.config/ours/env'), content: new Secret(`export X=${key}\n`), mode: 0o600, ...about},
	];
}

/** Everything in the home but our state: kind, mode, owner, content. */
function snapshot(home: string): unknown {
	const names = fs.readdirSync(home, {recursive: true, encoding: 'utf8'}).filter(name => !/^\.local(?:[/]|$)/.test(name));
	return names.sort().map(name => {
		const file = path.join(home, name);
		const stat = fs.lstatSync(file);
		const content = stat.isSymbolicLink() ? fs.readlinkSync(file) : stat.isFile() ? fs.readFileSync(file).toString('base64') : '';
		return [name, stat.mode, stat.uid, stat.gid, content];
	});
}

const corpus = [...fixtures(), ...fixtures('odd'), ...fixtures('bytes'), ...fixtures('malformed')];

const startup = 'alias a=b\r\n# \xe4 no newline at the end';

/** A line of ours at the end of a startup file that is not UTF-8. */
function startupChange({home}: Home): FileChange {
	const file = path.join(home, '.zshrc');
	const [before, after] = [startup, `${startup}\r\n. ~/.ours\r\n`].map(text => new Uint8Array(Buffer.from(text, 'latin1')));
	return {
		path: file,
		named: file,
		kind: 'startup',
		before: before ?? null,
		after: after ?? null,
		mode: null,
		secret: false,
		entries: [{kind: 'lines'}],
	};
}

/** The edits as they are, or with a mend first, where the file can be edited at all. */
function planFor(home: Home): Plan {
	for (const tried of [edits(home), [mend([], home.settings), ...edits(home)]]) {
		const outcome = makePlan(tried, home.machine);
		if (outcome.state === 'planned') return outcome.plan;
	}
	return planned(edits(home).slice(3), home.machine);
}

describe('apply and undo on nasty files', () => {
	needing(process.platform !== 'win32', 'Windows has no modes');

	it('has enough of them', () => expect(corpus.length).toBeGreaterThanOrEqual(40));

	it.each(corpus.map((fixture, index) => [fixture.name, index] as const))('%s comes back to the byte', async (_, index) => {
		const home = homeWith((corpus[index] as Fixture).bytes, index);
		const before = snapshot(home.home);
		const made = planFor(home);
		const plan = {...made, files: [...made.files, startupChange(home)]};
		expect((await apply(plan, home.machine)).state).toBe('applied');
		const after = snapshot(home.home);
		expect(after).not.toEqual(before);
		expect(await apply(plan, home.machine)).toEqual({state: 'nothing'});
		expect(snapshot(home.home)).toEqual(after);
		expect(planFor(home).files).toEqual([]);
		expect(await undo(null, home.machine)).toMatchObject({state: 'undone', theirs: [], left: []});
		expect(snapshot(home.home)).toEqual(before);
	});

	it.each(fixtures().map((fixture, index) => [fixture.name, index] as const))(
		'%s comes back in meaning where claude rewrote it since',
		async (_, index) => {
			const fixture = fixtures()[index] as Fixture;
			const home = homeWith(fixture.bytes, index);
			const outcome = makePlan(edits(home).slice(0, 3), home.machine);
			if (outcome.state === 'refused') return expect(outcome.refusals[0]?.kind).not.toBe('contradiction');
			await apply(outcome.plan, home.machine);
			const settings = parse(fs.readFileSync(home.settings, 'utf8')) as object;
			fs.writeFileSync(home.settings, JSON.stringify({addedSince: [1], ...settings}, null, 4));
			expect(await undo(null, home.machine)).toMatchObject({state: 'undone', theirs: [home.settings]});
			const now = fs.readFileSync(home.settings, 'utf8');
			expect(now).not.toContain(key);
			expect(JSON.parse(now)).toEqual(JSON.parse(JSON.stringify({addedSince: [1], ...(parse(fixture.text) as object)})));
		},
	);
});
