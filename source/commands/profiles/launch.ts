import {isClaude} from '../../claude/is-claude.ts';
import type {Secret} from '../../credentials/secret.ts';
import type {Machine} from '../../machine/machine.ts';
import type {Fact} from '../../places/fact.ts';
import {pathOf} from '../../places/roots.ts';
import type {Situation} from '../../problems/problem.ts';
import {resolve} from '../../request/resolve.ts';
import {factsAtLaunch, launchSettings} from '../../setups/launch-settings.ts';
import {judgeSending, sendingsOf} from '../../setups/secret-rules.ts';
import type {Wish} from '../../shells/wish.ts';
import {where} from '../where.ts';

export type Launch = {readonly program: string; readonly args: readonly string[]; readonly wish: Wish};

export type Launched =
	| {readonly state: 'refused'; readonly message: string; readonly hint: string}
	| {readonly state: 'ended'; readonly code: number; readonly notes: readonly string[]};

/** Starts one command that follows the wish and nothing else. What claude would not follow is not started. */
export async function launch({program, args, wish}: Launch, situation: Situation, machine: Machine): Promise<Launched> {
	for (const sending of sendingsOf(wish)) {
		const verdict = judgeSending(sending);
		if (verdict.state !== 'fine') return {state: 'refused', message: verdict.why, hint: 'wizard profiles show NAME tells where it goes.'};
	}
	return isClaude(program) ? launchClaude({program, args, wish}, situation, machine) : launchOther({program, args, wish}, machine);
}

/** Settings outrank the environment, so claude is given its credential by a settings file of its own, which is gone afterwards. */
async function launchClaude({program, args, wish}: Launch, {facts, claude}: Situation, machine: Machine): Promise<Launched> {
	if (args.some(word => word === '--settings' || word.startsWith('--settings=')))
		return {
			state: 'refused',
			message: 'claude takes --settings once, and here the profile comes by it.',
			hint: 'Put those settings into a file that claude reads by itself.',
		};
	const stranger = inTheWay(wish, facts, claude.chosen?.version ?? null, machine);
	if (stranger !== null) return stranger;
	const folder = machine.scratch.makeSecret({'settings.json': JSON.stringify(launchSettings(wish, facts, textOf))});
	try {
		const {join} = pathOf(machine.environment);
		const env = without(machine.environment.variables, wish);
		const code = await machine.programs.handOver(program, ['--settings', join(folder, 'settings.json'), ...args], {
			env,
			cwd: machine.environment.cwd,
		});
		return ended(code, program);
	} finally {
		machine.scratch.remove(folder);
	}
}

/** Any other program is given an environment in which nothing competes. */
async function launchOther({program, args, wish}: Launch, machine: Machine): Promise<Launched> {
	const set = wish.set.map(({name, value}) => [name, textOf(value)] as const);
	const env = {...without(machine.environment.variables, wish), ...Object.fromEntries(set)};
	return ended(await machine.programs.handOver(program, args, {env, cwd: machine.environment.cwd}), program);
}

function ended(code: number | null, program: string): Launched {
	if (code === null) return {state: 'refused', message: `${program} could not be started.`, hint: 'Is it installed, and on PATH?'};
	return {state: 'ended', code, notes: []};
}

function without(variables: Readonly<Record<string, string>>, wish: Wish): Readonly<Record<string, string>> {
	const gone = new Set(wish.unset.flat());
	return Object.fromEntries(Object.entries(variables).filter(([name]) => !gone.has(name)));
}

function textOf(value: Wish['set'][number]['value']): string {
	return value.kind === 'plain' ? value.text : ((value.secret as Secret | null)?.reveal() ?? '');
}

/** What would still go out beside the wish or instead of it: managed policy, and a key that /login stored. */
function inTheWay(
	wish: Wish,
	facts: readonly Fact[],
	version: string | null,
	machine: Machine,
): Extract<Launched, {state: 'refused'}> | null {
	const {request} = resolve(factsAtLaunch(wish, facts), {version, mode: 'headless'});
	if (!request.sends)
		return {state: 'refused', message: `claude would send nothing: ${request.reason}.`, hint: 'wizard doctor tells more.'};
	const wished = new Set(wish.set.map(({name}) => name));
	const own = (fact: Fact) => (fact.file === null && wished.has(fact.variable)) || (fact.kind === 'login' && wish.set.length === 0);
	const sent = [request.authorization, request.xApiKey].flatMap(header => (header === null || header.empty ? [] : [header.fact]));
	const stranger = sent.find(fact => !own(fact));
	const base = wish.set.find(({name}) => name === 'ANTHROPIC_BASE_URL')?.value;
	const elsewhere = base?.kind === 'plain' && !request.url.startsWith(base.text.replace(/\/+$/, ''));
	if (stranger === undefined && !elsewhere) return null;
	if (stranger === undefined)
		return {
			state: 'refused',
			message: `claude would ask ${new URL(request.url).host}, whatever the profile says: your administrator's policy decides it.`,
			hint: 'wizard doctor shows where.',
		};
	return {
		state: 'refused',
		message: `claude would also send ${stranger.variable} from ${where(stranger, machine.environment.home)}, which nothing outranks for one launch.`,
		hint: 'To end that: wizard use NAME, which removes it and can be undone.',
	};
}
