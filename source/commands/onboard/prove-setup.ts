import type {Form} from '../../claude/probe-forms.ts';
import type {Trial} from '../../claude/trial.ts';
import type {Machine} from '../../machine/machine.ts';
import {showValue} from '../../places/show.ts';
import type {Situation} from '../../problems/problem.ts';
import type {Wish} from '../../shells/wish.ts';
import {type Line, line, row} from '../conversation.ts';
import {examine} from '../examine.ts';
import {liveTarget} from '../live-target.ts';
import {prove, usualTimeout} from '../prove.ts';
import {where} from '../where.ts';
import type {Room} from './step.ts';

export type Proved =
	| {readonly state: 'tried'; readonly trial: Trial; readonly form: Form | null; readonly situation: Situation}
	/** `no-claude`: only claude itself can prove it. `nothing`: claude would send nothing. */
	| {readonly state: 'not-tried'; readonly why: 'no-claude' | 'nothing' | 'declined'; readonly situation: Situation}
	| {readonly state: 'stopped'; readonly situation: Situation};

/** The live prompt: offered, with host, model and cost in sight, and sent only after a yes. */
export async function proveSetup(machine: Machine, {conversation}: Pick<Room, 'conversation'>): Promise<Proved> {
	const situation = await conversation.progress('Looking at what claude sends now', () => examine(machine));
	if (situation.claude.chosen?.condition.state !== 'runs') return {state: 'not-tried', why: 'no-claude', situation};
	const target = liveTarget(situation);
	if (target === null) return {state: 'not-tried', why: 'nothing', situation};
	const {home} = machine.environment;
	const answer = await conversation.confirm({
		title: 'Prove it with one live prompt?',
		about: [
			row('Asks', showValue('ANTHROPIC_BASE_URL', target.request.url)),
			row('Model', target.request.model === null ? "claude's default" : showValue('ANTHROPIC_MODEL', target.request.model)),
			row('Costs', target.cost),
			...target.fromProject.map((fact): Line => line(`This folder takes part: ${fact.variable} in ${where(fact, home)}`, 'warn')),
		],
		trail: [],
		canGoBack: false,
		yes: 'Yes, send it through claude',
		no: 'No, leave it at that',
		start: target.decidedBy === 'user',
	});
	if (answer.kind !== 'given' || !answer.value) return {state: 'not-tried', why: 'declined', situation};
	const proof = await conversation.progress(`claude is asking ${target.host}`, signal =>
		prove(machine, situation, {timeout: usualTimeout, signal}),
	);
	switch (proof.state) {
		case 'cancelled':
			return {state: 'stopped', situation};
		case 'no-claude':
			return {state: 'not-tried', why: 'no-claude', situation};
		case 'tried':
			return {state: 'tried', trial: proof.trial, form: proof.form, situation};
	}
}

/** The machine as a new terminal will have it: what lives in the shell is not in this one yet. */
export function inNewTerminal(machine: Machine, wish: Wish, store: string): Machine {
	if (store !== 'shell') return machine;
	const gone = new Set(wish.unset.flat());
	const kept = Object.entries(machine.environment.variables).filter(([name]) => !gone.has(name));
	const set = wish.set.map(({name, value}) => [name, value.kind === 'plain' ? value.text : (value.secret?.reveal() ?? '')] as const);
	return {...machine, environment: {...machine.environment, variables: {...Object.fromEntries(kept), ...Object.fromEntries(set)}}};
}
