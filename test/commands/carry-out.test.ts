import {describe, expect, it} from 'vitest';
import {plannedJson, writtenJson} from '../../source/commands/carried-out-json.ts';
import {carriedOutText} from '../../source/commands/carried-out-text.ts';
import {carryOut} from '../../source/commands/carry-out.ts';
import type {Asker, CarriedOut, Errand} from '../../source/commands/errand.ts';
import {Secret} from '../../source/credentials/secret.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {look} from '../../source/places/look.ts';
import {findRoots} from '../../source/places/roots.ts';
import type {Edit} from '../../source/plan/edit.ts';
import {resolve} from '../../source/request/resolve.ts';
import type {Setup} from '../../source/setups/setup.ts';
import {setupEdits} from '../../source/setups/setup-edits.ts';
import {storeNamed} from '../../source/stores/index.ts';
import type {StoreName} from '../../source/stores/store.ts';
import {remove, set, settings} from '../plan/edits.ts';
import {storeRoots} from '../setups/carry-out.ts';
import {machineWith, sentinel, setup, users} from './changed-home.ts';

const anthropic = 'sk-ant-api03-5e47133d5e47133d5e47133d5e47133d5e47133d5e47133dAA';
const home = '/home/ada';

async function errandFor(wanted: Setup, machine: Machine, store: StoreName = 'settings'): Promise<Errand> {
	const made = setupEdits(wanted, storeNamed(store), {
		facts: await look(machine),
		roots: findRoots(machine),
		stores: storeRoots(machine),
		maskOnly: false,
	});
	if (made.state === 'refused') throw new Error(made.why);
	return {edits: made.edits, wish: made.wish, unplannable: 'stop'};
}

/** Agrees to everything unless told otherwise, and remembers what it was asked and shown. */
function asker(answers: {readonly confirm?: boolean | null; readonly type?: string | null; readonly signal?: AbortSignal} = {}) {
	const heard: string[] = [];
	const asking: Asker = {
		show: plan => void heard.push(`plan of ${plan.files.length}`),
		confirm: async question => {
			heard.push(question);
			return answers.confirm === undefined ? true : answers.confirm;
		},
		type: async question => {
			heard.push(question);
			return answers.type ?? null;
		},
		takeInterrupt: () => answers.signal ?? new AbortController().signal,
	};
	return {asking, heard};
}

const refusal = (done: CarriedOut) => (done.state === 'refused' ? [done.code, done.message] : done.state);

describe('carrying out an errand', () => {
	it('shows, asks, applies, and says how to take it back; a second time nothing is asked', async () => {
		const machine = machineWith({'~/.claude/settings.json': {text: '{}', mode: 0o644}});
		const errand = await errandFor(setup, machine);
		const {asking, heard} = asker();
		const done = await carryOut(errand, 'write', asking, machine);
		expect([done.state, heard]).toEqual(['applied', ['plan of 2', 'Make these changes?']]);
		if (done.state !== 'applied') return;
		expect(carriedOutText(done, home)).toEqual([
			`2 files were changed. To take it back: wizard undo ${done.receipt.id}`,
			'~/.claude/settings.json can now be read by you alone.',
		]);
		const again = asker();
		expect((await carryOut(errand, 'write', again.asking, machine)).state).toBe('nothing');
		expect(again.heard).toEqual([]);
	});

	it.each([
		['a no', {confirm: false}, 'cancelled'],
		['nobody to ask', {confirm: null}, [2, 'There is no terminal to ask on.']],
		['Ctrl-C', {signal: AbortSignal.abort()}, 'cancelled'],
	] as const)('changes nothing after %s', async (_, answers, expected) => {
		const machine = machineWith();
		const before = JSON.stringify(machine.tree.snapshot());
		expect(refusal(await carryOut(await errandFor(setup, machine), 'write', asker(answers).asking, machine))).toEqual(expected);
		expect(JSON.stringify(machine.tree.snapshot())).toBe(before);
	});

	it('a dry run asks nothing, writes nothing, and is the JSON of the contract', async () => {
		const machine = machineWith({'~/.claude/settings.json': '{}'}, {variables: {ANTHROPIC_API_KEY: sentinel, HOME: home}});
		const before = JSON.stringify(machine.tree.snapshot());
		const {asking, heard} = asker();
		const done = await carryOut(await errandFor(setup, machine, 'shell'), 'dry-run', asking, machine);
		expect([done.state, heard]).toEqual(['planned', []]);
		expect(JSON.stringify(machine.tree.snapshot())).toBe(before);
		if (done.state !== 'planned') return;
		const resolution = resolve(await look(machine), {version: null, mode: 'headless'});
		const json = plannedJson(done, resolution, home);
		expect(Object.keys(json)).toEqual(expect.arrayContaining(['schema', 'changed', 'plan', 'cannot']));
		expect(json.plan.map(item => Object.keys(item))).toEqual(json.plan.map(() => ['kind', 'file', 'line', 'summary', 'diff']));
		expect(json.cannot).toMatchObject([
			{what: {place: 'shell', variable: 'ANTHROPIC_API_KEY', state: 'text'}, command: 'unset ANTHROPIC_API_KEY'},
		]);
		expect(JSON.stringify(json)).not.toContain(sentinel);
	});

	it('says in JSON what it wrote and what is masked', async () => {
		const machine = machineWith({}, {variables: {ANTHROPIC_API_KEY: anthropic}});
		const resolution = resolve(await look(machine), {version: null, mode: 'headless'});
		const done = await carryOut(await errandFor(setup, machine), 'write', asker().asking, machine);
		if (done.state !== 'applied') throw new Error(done.state);
		const json = writtenJson(done, resolution, home);
		expect(json).toMatchObject({schema: 1, changed: true, undo: done.receipt.id, cannot: []});
		expect(json.edits).toContainEqual({file: '~/.claude/settings.json', summary: 'Set ANTHROPIC_AUTH_TOKEN'});
		expect(json.masked).toMatchObject([{place: 'shell', variable: 'ANTHROPIC_API_KEY'}]);
		expect(JSON.stringify(json)).not.toMatch(new RegExp(`${sentinel}|${anthropic}`));
	});
});

describe('what cannot be planned', () => {
	const files = {'~/.claude/settings.json': '{"env": {', '~/.claude.json': '{"env": {"ANTHROPIC_API_KEY": "k"}}'};
	const edits: readonly Edit[] = [
		set(['env', 'A'], 'b'),
		{
			kind: 'remove-global-env',
			file: `${home}/.claude.json`,
			variable: 'ANTHROPIC_API_KEY',
			summary: 'Remove it',
			answers: {to: 'wish'},
		},
	];

	it('stops a setup, with file, line and column', async () => {
		const machine = machineWith(files);
		const before = JSON.stringify(machine.tree.snapshot());
		const done = await carryOut({edits, wish: null, unplannable: 'stop'}, 'write', asker().asking, machine);
		expect(refusal(done)).toEqual([3, expect.stringMatching(/^~\/\.claude\/settings\.json:1:\d+ cannot be edited: /)]);
		expect(JSON.stringify(machine.tree.snapshot())).toBe(before);
	});

	it('is told by a repair, which does the rest', async () => {
		const machine = machineWith(files);
		const done = await carryOut({edits, wish: null, unplannable: 'tell'}, 'write', asker().asking, machine);
		expect(done.state === 'applied' && done.plan.tells.map(({summary}) => summary)).toEqual([
			expect.stringMatching(/^~\/\.claude\/settings\.json:1:\d+ cannot be edited: /),
		]);
		expect(machine.tree.text(`${home}/.claude.json`)).toBe('{"env": {}}');
		expect(machine.tree.text(settings)).toBe(files['~/.claude/settings.json']);
	});
});

describe('the rules for secrets', () => {
	const elsewhere = {...setup, secret: new Secret(anthropic)};

	it("a key of Anthropic's goes to another host only after its name was typed", async () => {
		const machine = machineWith();
		const before = users(machine);
		const errand = await errandFor(elsewhere, machine);
		const nobody = await carryOut(errand, 'write', asker().asking, machine);
		expect(refusal(nobody)).toEqual([3, expect.stringContaining('router.example is not Anthropic')]);
		expect((await carryOut(errand, 'write', asker({type: 'yes'}).asking, machine)).state).toBe('cancelled');
		expect(await carryOut(errand, 'dry-run', asker().asking, machine)).toMatchObject({state: 'planned', confirms: ['router.example']});
		expect(users(machine)).toEqual(before);
		const {asking, heard} = asker({type: 'router.example'});
		expect((await carryOut(errand, 'write', asking, machine)).state).toBe('applied');
		expect(heard[1]).toContain('Type router.example');
	});

	it.each(['settings', 'shell'] as const)('nothing goes over plain http to another machine (%s)', async store => {
		const machine = machineWith();
		const errand = await errandFor({...setup, baseUrl: 'http://10.0.0.5:4000'}, machine, store);
		expect(refusal(await carryOut(errand, 'write', asker().asking, machine))).toEqual([3, expect.stringContaining('unencrypted')]);
		expect(users(machine)).toEqual(users(machineWith()));
		const near = await errandFor({...setup, baseUrl: 'http://127.0.0.1:4000'}, machine, store);
		expect((await carryOut(near, 'write', asker().asking, machine)).state).toBe('applied');
	});

	it.each([
		['https://router.example', [3, expect.stringContaining('router.example is not Anthropic')]],
		['http://10.0.0.5:4000', [3, expect.stringContaining('unencrypted')]],
		['http://127.0.0.1:4000', 'applied'],
		['https://api.anthropic.com', 'applied'],
	])('also where a repair only brings a key to light that was hidden behind another (%s)', async (base, expected) => {
		const env = {ANTHROPIC_BASE_URL: base, ANTHROPIC_API_KEY: ''};
		const variables = {HOME: home, ANTHROPIC_API_KEY: anthropic};
		const machine = machineWith({'~/.claude/settings.json': JSON.stringify({env})}, {variables});
		const edits = [remove(['env', 'ANTHROPIC_API_KEY'])];
		const done = await carryOut({edits, wish: null, unplannable: 'tell'}, 'write', asker().asking, machine);
		expect(refusal(done)).toEqual(expected);
	});

	it('does not ask about what goes there already', async () => {
		const env = {ANTHROPIC_BASE_URL: 'https://router.example', ANTHROPIC_API_KEY: anthropic, ANTHROPIC_AUTH_TOKEN: 'other'};
		const machine = machineWith({'~/.claude/settings.json': JSON.stringify({env})});
		const edits = [remove(['env', 'ANTHROPIC_AUTH_TOKEN'])];
		expect((await carryOut({edits, wish: null, unplannable: 'tell'}, 'write', asker().asking, machine)).state).toBe('applied');
	});

	it('none goes into a file that git tracks or would add, or of which git cannot be asked', async () => {
		const codes = {'ls-files': 1, 'check-ignore': 1};
		const run: Machine['programs']['run'] = async (_, [, , word = '']) => ({
			state: 'ended',
			code: codes[word as keyof typeof codes],
			stdout: '',
			stderr: '',
		});
		for (const [more, why] of [
			[{run}, 'does not ignore it'],
			[{}, 'could not be asked'],
		] as const) {
			const machine = machineWith({'~/.claude/.git': {folder: true}}, more);
			const done = await carryOut(await errandFor(setup, machine), 'write', asker().asking, machine);
			expect(refusal(done)).toEqual([3, expect.stringContaining(why)]);
			// Where dotfiles are in git, another store of the user's is the way out.
			if ('run' in more) expect(done).toMatchObject({hint: expect.stringContaining('--store shell or helper')});
			expect(users(machine)).toEqual(users(machineWith()));
		}
	});

	it('root does not write into the home of another user', async () => {
		const machine = machineWith();
		const root = {...machine, environment: {...machine.environment, uid: 0}};
		expect(refusal(await carryOut(await errandFor(setup, machine), 'write', asker().asking, root))).toEqual([
			3,
			`HOME is ${home}, which belongs to another user than the one this runs as (that one's home is /root).`,
		]);
		const own = {...machine, environment: {...machine.environment, uid: 0, home: '/srv/new-home'}};
		expect((await carryOut({edits: [], wish: null, unplannable: 'stop'}, 'write', asker().asking, own)).state).toBe('nothing');
	});
});
