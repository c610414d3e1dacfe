import type {Plan} from '../../plan/plan.ts';
import {cannotItems, planSteps} from '../../plan/plan-items.ts';
import type {Answer, KeyChoice, ReviewLine} from '../conversation.ts';
import {line} from '../conversation.ts';
import {diffLines} from '../diff-lines.ts';
import {shownCommand} from '../shown-command.ts';
import {tilde} from '../tilde.ts';
import {typeHosts} from '../type-hosts.ts';
import {type Answers, hostOf} from './answers.ts';
import {askKeyPage, keyPage} from './key-page.ts';
import {type PlannedSetup, planSetup} from './plan-setup.ts';
import {asking, given, type Room, type Step} from './step.ts';

type Ready = Extract<PlannedSetup, {state: 'ready'}>;
type Choice = 'apply' | 'closer' | 'list' | 'mask-only' | 'remove' | 'prove-key' | 'leave';

/** Everything that will be written, removed and masked, and what cannot be: agreed to with one key, looked at closer with another. */
export const agreeToPlan: Step = {
	name: 'agree-to-plan',
	due: ({holds}) => holds !== 'keep',
	async take(first, room, canGoBack) {
		let answers = first;
		let close = false;
		for (;;) {
			const planned = await room.conversation.progress('Working out what has to change', () => planSetup(answers, room));
			if (planned.state === 'refused') return refusedPlan(answers, planned, room);
			const answer = await show(answers, planned, close, room, canGoBack);
			if (answer.kind === 'back' && close) {
				close = false;
				continue;
			}
			if (answer.kind !== 'given') return answer;
			switch (answer.value) {
				case 'leave':
					return {kind: 'leave'};
				case 'closer':
				case 'list':
					close = answer.value === 'closer';
					break;
				case 'mask-only':
				case 'remove':
					answers = {...answers, maskOnly: answer.value === 'mask-only'};
					break;
				case 'prove-key': {
					const page = keyPage(answers, room);
					const proved = page === null ? given(answers) : await askKeyPage(answers, page, room);
					if (proved.kind === 'leave') return proved;
					if (proved.kind === 'given') answers = proved.value;
					break;
				}
				case 'apply': {
					const typed = await typeHosts(planned.confirms, asking(answers, true), room.conversation);
					if (typed === 'agreed') return given({...answers, agreed: planned});
					if (typed === 'leave') return {kind: 'leave'};
				}
			}
		}
	},
};

async function show(answers: Answers, {plan}: Ready, close: boolean, room: Room, canGoBack: boolean): Promise<Answer<Choice>> {
	const {conversation, machine} = room;
	const {home} = machine.environment;
	const page = keyPage(answers, room);
	const files = plan.files.length;
	const changes = files > 0 || plan.keeps.length > 0;
	return conversation.review<Choice>({
		...asking(answers, canGoBack),
		title: changes ? `This will change ${files === 1 ? 'one file' : `${files} files`}` : 'Nothing has to be changed',
		about: [line(changes ? 'Every file is backed up first; wizard undo takes it all back.' : whyNothing(answers), 'quiet')],
		text: close ? diffLines(plan, home) : summaryLines(plan, home),
		choices: keys(answers, plan, close, changes, page === null ? null : hostOf(page.url)),
	});
}

function whyNothing({store}: Answers): string {
	return store === 'none' ? 'Nothing here competes. The lines to paste come next.' : 'What you asked for is there already.';
}

function keys(answers: Answers, plan: Plan, close: boolean, changes: boolean, asks: string | null): readonly KeyChoice<Choice>[] {
	const removes = plan.steps.some(
		({edit: {kind}}) => kind === 'remove-line' || kind === 'erase-fish-universal' || kind === 'remove-env-line',
	);
	return [
		{key: 'a', label: changes ? 'apply it' : 'go on', value: 'apply'},
		...(changes
			? [
					close
						? ({key: 'l', label: 'back to the list', value: 'list'} as const)
						: ({key: 'd', label: 'look closer: the diff', value: 'closer'} as const),
				]
			: []),
		...(removes ? [{key: 'm', label: 'leave startup files alone, and only mask', value: 'mask-only'} as const] : []),
		...(answers.maskOnly ? [{key: 'r', label: 'remove the old lines after all', value: 'remove'} as const] : []),
		...(asks === null ? [] : [{key: 'k', label: `first ask ${asks} whether the key is good`, value: 'prove-key'} as const]),
		{key: 'q', label: 'leave, and change nothing', value: 'leave'},
	];
}

function summaryLines(plan: Plan, home: string): readonly ReviewLine[] {
	return [
		...planSteps(plan, home).map(
			({summary, file, line: at}): ReviewLine => ({
				tone: 'plain',
				text: `${summary}${file === null ? '' : `  ${file}${at === null ? '' : `:${at}`}`}`,
			}),
		),
		...cannotItems(plan).flatMap(({summary, command}): readonly ReviewLine[] => [
			{tone: 'warn', text: `By hand: ${tilde(summary, home)}`},
			...(command === null ? [] : [{tone: 'strong', text: `  ${shownCommand(command, home)}`} as const]),
		]),
		...plan.notes.map((note): ReviewLine => ({tone: 'quiet', text: tilde(note, home)})),
	];
}

async function refusedPlan(
	answers: Answers,
	{message, hint}: Extract<PlannedSetup, {state: 'refused'}>,
	{conversation}: Room,
): Promise<Answer<Answers>> {
	const answer = await conversation.choose<'back' | 'leave'>({
		...asking(answers, true),
		title: 'This cannot be done as it is',
		about: [line(message, 'bad'), ...(hint === null ? [] : [line(hint, 'quiet')])],
		choices: [
			{value: 'back', label: 'Change an answer', hint: ''},
			{value: 'leave', label: 'Leave', hint: 'nothing was changed'},
		],
		start: 0,
		size: 'few',
	});
	return answer.kind === 'given' ? {kind: answer.value} : answer;
}
