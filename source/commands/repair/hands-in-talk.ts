import type {Machine} from '../../machine/machine.ts';
import {write} from '../carry-out.ts';
import {type Conversation, line} from '../conversation.ts';
import type {Live} from '../live.ts';
import {type Proved, proveSetup} from '../onboard/prove-setup.ts';
import {signInNow} from '../onboard/sign-in.ts';
import type {GivenOptions} from '../options.ts';
import {typeHosts} from '../type-hosts.ts';
import {weighErrand} from '../weigh-errand.ts';
import {describeCandidate} from './describe-candidate.ts';
import type {Hands} from './hands.ts';
import {pickItem} from './pick-item.ts';

/** A person who walks through the findings, switches off what shall stay, and agrees to the rest. `proved` keeps the last proof. */
export function handsInTalk(conversation: Conversation, machine: Machine, options: GivenOptions, proved: (last: Proved) => void): Hands {
	return {
		busy: (title, work) => conversation.progress(title, () => work()),
		async pick(items, {situation, kind, round}) {
			const shown = await conversation.progress('Working out each change', () =>
				Promise.all(items.map(item => pickItem(item, situation, machine))),
			);
			const answer = await conversation.pick({
				title: titleFor(kind, items.filter(({edits, needs, under}) => edits.length > 0 || needs !== null || under !== null).length),
				about: about(kind, round),
				trail: [],
				canGoBack: false,
				items: shown,
			});
			if (answer.kind !== 'given') return null;
			return items.filter(({key}) => answer.value.includes(key));
		},
		async which(candidates) {
			const {home} = machine.environment;
			const answer = await conversation.choose<number>({
				title: 'Which credential do you mean?',
				about: [line('What is here does not tell. The other is taken away where it would compete, and kept in the backup.', 'quiet')],
				trail: [],
				canGoBack: false,
				choices: [
					...candidates.map((candidate, index) => {
						const {label, hint} = describeCandidate(candidate, home);
						return {value: index, label, hint};
					}),
					{value: -1, label: 'None of these: leave', hint: 'nothing is changed; wizard sets up a new one'},
				],
				start: 0,
				size: 'few',
			});
			return (answer.kind === 'given' ? candidates[answer.value] : undefined) ?? 'leave';
		},
		async carryOut(errand) {
			const weighed = await conversation.progress('Checking the plan', () => weighErrand(errand, machine));
			if (weighed.state === 'refused') return weighed;
			const {plan, confirms} = weighed;
			if (plan.files.length === 0 && plan.keeps.length === 0) return {state: 'nothing', plan};
			const typed = await typeHosts(confirms, {trail: [], canGoBack: false}, conversation);
			if (typed !== 'agreed') return {state: 'cancelled', left: []};
			const title = plan.files.length === 1 ? 'Writing one file' : `Writing ${plan.files.length} files`;
			return conversation.progress(title, signal => write(plan, signal, machine));
		},
		async signIn(situation) {
			const answer = await conversation.confirm({
				title: 'Sign in now?',
				about: [line('No login is saved yet. claude signs in itself, in this terminal.', 'quiet')],
				trail: [],
				canGoBack: false,
				yes: 'Yes, with a browser',
				no: 'No, later: claude auth login',
				start: true,
			});
			if (answer.kind !== 'given' || !answer.value) return false;
			await signInNow({conversation, machine, situation: () => situation});
			return true;
		},
		async prove(now, _situation, {move}) {
			if (options['no-live'] || move?.store === 'none') return null;
			const last = await proveSetup(now, {conversation});
			proved(last);
			return liveOf(last);
		},
	};
}

function titleFor(kind: 'mend-files' | 'all', count: number): string {
	const things = count === 1 ? 'One thing' : `${count} things`;
	return kind === 'mend-files' ? `${things} to mend first` : `${things} can be mended here`;
}

function about(kind: 'mend-files' | 'all', round: number) {
	const backup = line('Every file is backed up first; wizard undo takes it all back.', 'quiet');
	if (kind === 'mend-files')
		return [line('Claude Code skips this file as a whole. What else there is to mend shows when it can be read.', 'quiet'), backup];
	return round === 1 ? [backup] : [line('This came to light after the last change.', 'quiet'), backup];
}

function liveOf(proved: Proved): Live | null {
	switch (proved.state) {
		case 'tried':
			return {state: 'tried', trial: proved.trial, form: proved.form};
		case 'stopped':
			return {state: 'refused', code: 130, message: 'Cancelled.'};
		case 'not-tried':
			return proved.why === 'no-claude' ? {state: 'refused', code: 4, message: 'No claude that runs was found.'} : null;
	}
}
