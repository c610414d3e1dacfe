import type {Answer, PickItem, PickQuestion} from '../commands/conversation.ts';
import {chosenKeys, type FindingsState, findingsState, reduceFindings, standing} from './findings-state.ts';

export type PlainWays = {
	/** One line that stays. */
	readonly say: (text: string) => void;
	readonly why: (item: PickItem) => void;
	readonly typed: (message: string) => Promise<string>;
};

const marks = {on: '[x]', off: '[ ]', yours: ' - '} as const;

/** The same list in lines that stay: it is written once, and a number with a sign before it asks about one or switches it. */
export async function plainFindings(question: PickQuestion, {say, why, typed}: PlainWays): Promise<Answer<readonly string[]>> {
	let state = findingsState(question);
	list(state, say);
	say('1 shows what number 1 changes, ?1 says why, -1 switches it off or on, m mends what is on, q leaves.');
	for (;;) {
		const text = (await typed('1, ?1, -1, m or q:')).trim().toLowerCase();
		if (text === 'q') return {kind: 'leave'};
		const asked = /^([-?]?)\s*(\d+)$/.exec(text);
		const at = Number(asked?.[2] ?? 0) - 1;
		const item = question.items[at];
		if (text === 'm') {
			const keys = chosenKeys(state);
			if (keys.length > 0) return {kind: 'given', value: keys};
			say('Nothing is switched on.');
		} else if (item === undefined) say(asked === null ? 'That is none of them.' : `There is no number ${asked[2]}.`);
		else if (asked?.[1] === '?' || (asked?.[1] === '' && item.diff.length === 0)) why(item);
		else if (asked?.[1] === '-') {
			const step = reduceFindings({...state, at}, {kind: 'typed', text: ' '}, {columns: 80, rows: 24});
			if (step.kind === 'on') state = step.state;
			if (state.notice !== null) say(state.notice);
			list(state, say);
		} else for (const line of item.diff) say(line.text);
	}
}

function list(state: FindingsState, say: (text: string) => void): void {
	state.question.items.forEach((item, index) => {
		say(`${index + 1} ${item.follows ? '  ' : ''}${marks[standing(item, state)]} ${item.label}`);
	});
}
