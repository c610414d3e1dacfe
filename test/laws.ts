import {isDeepStrictEqual} from 'node:util';
import type {Programs} from '../source/machine/machine.ts';
import type {Pretend} from '../source/machine/pretend.ts';
import {apply} from '../source/plan/apply.ts';
import type {Edit, FileEdit} from '../source/plan/edit.ts';
import {makePlan} from '../source/plan/make-plan.ts';
import type {Plan, Step} from '../source/plan/plan.ts';
import {planItems} from '../source/plan/plan-items.ts';
import {preview} from '../source/plan/preview.ts';
import {undo} from '../source/plan/undo.ts';
import {leaks} from './helpers/leaks.ts';

/** Something to hold the laws of plan/ on: a machine, what is done there, and the secrets that must not be seen meanwhile. */
export type Case = {
	readonly name: string;
	readonly machine: () => Pretend;
	readonly edits: readonly Edit[];
	readonly secrets: readonly string[];
};

export type Held = {
	/** One sentence for each law that is broken. */
	readonly breaches: readonly string[];
	readonly outcome: 'refused' | 'nothing' | 'done';
};

/** Applies, applies again, undoes, and watches the disk, the screen, the history and every program that is started. */
export async function holdLaws({machine: make, edits, secrets}: Case): Promise<Held> {
	const breaches: string[] = [];
	const demand = (holds: boolean, law: string) => void (holds || breaches.push(law));
	const {machine, argv} = listening(make());
	const silent = (what: string, where: string) => demand(leaks(what, secrets).length === 0, `a secret is in ${where}`);
	const before = disk(machine);
	const held = filesWith(machine, secrets);

	const planned = makePlan(edits, machine);
	if (planned.state === 'refused') {
		silent(JSON.stringify(planned.refusals.map(({why, file}) => [why, file])), 'a refusal');
		demand(isDeepStrictEqual(disk(machine), before), 'a refusal changes nothing');
		return {breaches, outcome: 'refused'};
	}
	const {plan} = planned;
	for (const colour of [false, true]) silent(preview(plan, {home: machine.environment.home, colour}), 'the preview');
	silent(JSON.stringify(planItems(plan, machine.environment.home)), 'the plan as JSON');
	demand(isDeepStrictEqual(disk(machine), before), 'planning and showing changes nothing');
	for (const step of plan.steps) demand(survives(step), `bytes outside the edit survive (${step.edit.kind})`);

	const applied = await apply(plan, machine);
	if (applied.state === 'nothing') return {breaches, outcome: 'nothing'};
	demand(applied.state === 'applied', `a plan that was made can be applied: ${JSON.stringify(applied)}`);
	if (applied.state !== 'applied') return {breaches, outcome: 'done'};
	silent(JSON.stringify(applied), 'what apply gives');
	silent(Object.keys(machine.tree.snapshot()).join('\n'), 'the name of a file');
	demand(strayed(machine, secrets, held, plan).length === 0, `a secret stands in ${strayed(machine, secrets, held, plan).join(', ')}`);

	const after = disk(machine);
	const again = makePlan(edits, machine);
	demand(again.state === 'planned' && again.plan.files.length === 0, 'a second plan of the same is empty');
	demand(plan.keeps.length > 0 || (await apply(plan, machine)).state === 'nothing', 'applied twice, nothing happens the second time');
	demand(isDeepStrictEqual(disk(machine), after), 'applied twice, the disk is as after the first time');

	const undone = await undo(applied.receipt.id, machine);
	demand(undone.state === 'undone', `what was applied can be undone: ${JSON.stringify(undone)}`);
	silent(JSON.stringify(undone), 'what undo gives');
	demand(isDeepStrictEqual(disk(machine), before), 'undo gives the same bytes, modes, link targets and absence');
	silent(argv.join('\n'), 'the arguments of a program');
	return {breaches, outcome: 'done'};
}

/** The same machine, and what its programs are started with. A store that is called says yes. */
function listening(machine: Pretend): {readonly machine: Pretend; readonly argv: readonly string[]} {
	const argv: string[] = [];
	const run: Programs['run'] = async (file, args) => {
		argv.push([file, ...args].join(' '));
		return {state: 'ended', code: 0, stdout: '', stderr: ''};
	};
	return {machine: {...machine, programs: {...machine.programs, run}}, argv};
}

/** All that is the user's: content, mode, owner, target of each link. Ours is left out, and the dates. */
function disk(machine: Pretend): unknown {
	const nodes = Object.entries(machine.tree.snapshot()).filter(([path]) => !path.startsWith(machine.environment.state));
	return nodes.map(([path, node]) => [path, {...node, mtime: 0, ...(node.kind === 'file' ? {bytes: [...node.bytes].join()} : {})}]);
}

function filesWith(machine: Pretend, secrets: readonly string[]): ReadonlySet<string> {
	const paths = Object.keys(machine.tree.snapshot());
	return new Set(paths.filter(path => leaks(machine.tree.text(path) ?? '', secrets).length > 0));
}

/** Files that hold a secret and should not: it may stand where it stood before, where the plan puts one, and in our backups (0600). */
function strayed(machine: Pretend, secrets: readonly string[], held: ReadonlySet<string>, plan: Plan): readonly string[] {
	const wanted = new Set(plan.files.filter(({secret}) => secret).map(({path}) => path));
	const nodes = machine.tree.snapshot();
	return [...filesWith(machine, secrets)].filter(path => {
		const closed = ((nodes[path]?.mode ?? 0) & 0o077) === 0;
		if (path.startsWith(`${machine.environment.state}/backups/`)) return !closed;
		return wanted.has(path) ? !closed : !held.has(path);
	});
}

/** What an edit takes out is one piece that holds no other entry, and what stood around it stands there in its own spelling. */
export function survives({edit, before, after}: Step): boolean {
	if (before === null || after === null) return true;
	const [old = '', now = ''] = [before, after].map(bytes => new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes));
	const gone = difference(old, now);
	const bareEnd = /(?:^|[^\r])\n/;
	if (old.startsWith('\uFEFF') !== now.startsWith('\uFEFF') && edit.kind !== 'mend-settings') return false;
	switch (edit.kind) {
		case 'set-setting':
		case 'mask-setting':
		case 'remove-setting':
		case 'remove-global-env':
		case 'remove-primary-key':
		case 'set-onboarding':
		case 'approve-key':
		case 'unreject-key': {
			const keys = gone.match(/"(?:[^"\\\n]|\\.)*"\s*:/g) ?? [];
			const mixed = old.includes('\r\n') && !bareEnd.test(old) && bareEnd.test(now);
			// Of a key that stands there twice, both go, and what is between them stays.
			return !mixed && (new Set(keys).size <= 1 || hasTwice(edit, old));
		}
		case 'put-block':
		case 'put-source-line':
			return gone === '';
		case 'remove-line':
		case 'remove-env-line':
		case 'erase-fish-universal':
		case 'rewrite':
			return gone.split('\n').every(line => line.trim() === '' || !/^\s*(?:#|alias|MINE|.*OPENAI)/.test(line));
		case 'remove-block':
		case 'mend-settings':
		case 'write-own-file':
		case 'remove-own-file':
		case 'make-private':
			return true;
	}
}

function hasTwice(edit: FileEdit, text: string): boolean {
	const key = 'path' in edit ? edit.path.at(-1) : 'variable' in edit ? edit.variable : null;
	const [first = ''] = 'path' in edit ? edit.path : [];
	const count = (word: string) => text.split(`"${word}"`).length - 1;
	return key !== null && key !== undefined && (count(key) > 1 || count(first) > 1 || text.includes('\\u'));
}

/** What went: the old text without its common beginning and end with the new one. */
function difference(old: string, now: string): string {
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
	return old.slice(start, old.length - end);
}
