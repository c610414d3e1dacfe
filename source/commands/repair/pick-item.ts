import type {Machine} from '../../machine/machine.ts';
import {printable} from '../../places/show.ts';
import type {Situation} from '../../problems/problem.ts';
import {type Line, line, type PickItem, row} from '../conversation.ts';
import {diffLines} from '../diff-lines.ts';
import {shownCommand} from '../shown-command.ts';
import {tilde} from '../tilde.ts';
import {weighErrand} from '../weigh-errand.ts';
import {where} from '../where.ts';
import type {RepairItem} from './repair-item.ts';

/** One repair as the screens show it: what it changes by itself, and why. */
export async function pickItem(item: RepairItem, {facts}: Situation, machine: Machine): Promise<PickItem> {
	const {home} = machine.environment;
	const {key, title, needs, under} = item;
	return {
		key,
		label: printable(tilde(title, home)),
		tone: toneOf(item),
		why: whyLines(item, facts, home),
		diff: item.edits.length === 0 ? [] : await diffOf(item, facts, machine),
		needs,
		follows: under !== null,
	};
}

function toneOf({about}: RepairItem): PickItem['tone'] {
	if (about.kind !== 'finding') return 'plain';
	return about.severity === 'error' ? 'bad' : about.severity === 'warning' ? 'warn' : 'plain';
}

function whyLines({evidence, why, fix, command}: RepairItem, facts: Situation['facts'], home: string): readonly Line[] {
	const safe = (text: string) => printable(tilde(text, home));
	const found = evidence.map(
		fact => `${printable(fact.variable)}  ${fact.state === 'text' ? fact.shown : `(${fact.state})`}  ${where(fact, home, facts)}`,
	);
	return [
		...found.map((text, index) => row(index === 0 ? 'Found' : '', text)),
		row('Why', safe(why)),
		...(fix === null ? [] : [row('Fix', safe(fix))]),
		...(command === null ? [] : [row('', shownCommand(command, home), 'strong')]),
	];
}

async function diffOf({edits}: RepairItem, facts: Situation['facts'], machine: Machine): Promise<PickItem['diff']> {
	const weighed = await weighErrand({edits, wish: null, unplannable: 'tell'}, machine);
	if (weighed.state === 'refused') return [line(weighed.message, 'warn')];
	return diffLines(weighed.plan, machine.environment.home, facts);
}
