import {apply} from '../../plan/apply.ts';
import {cannotItems} from '../../plan/plan-items.ts';
import {undo} from '../../plan/undo.ts';
import {leftText} from '../carried-out-text.ts';
import {type Line, line, row} from '../conversation.ts';
import {tilde} from '../tilde.ts';
import {chainFix} from '../translator/chain-fix.ts';
import {agreeToPlan} from './agree-to-plan.ts';
import type {Agreed, Answers} from './answers.ts';
import {pointingAt} from './answers.ts';
import {betterAddress} from './better-address.ts';
import {offerAtLogin} from './chain/offer-at-login.ts';
import {serviceAddress} from './chain/service-address.ts';
import {startTranslator} from './chain/start-translator.ts';
import {type Done, outcomeLines} from './outcome-lines.ts';
import {inNewTerminal, type Proved, proveSetup} from './prove-setup.ts';
import {snippetLines} from './snippet-lines.ts';
import type {Room} from './step.ts';

export type Finished =
	| {readonly state: 'ended'; readonly code: number}
	| {readonly state: 'again'; readonly answers: Answers; readonly from: string | null};

/** Writes what was agreed to, proves it, and says how it ended; where the proof fails, the way back is offered. `print` is for what is to be copied. */
export async function finishSetup(answers: Answers, room: Room, print: (text: string) => void): Promise<Finished> {
	const {conversation, machine} = room;
	const {home} = machine.environment;
	const {agreed} = answers;
	const written = agreed === null ? ({state: 'nothing', id: null} as const) : await write(agreed, room);
	if (written.state === 'stopped') {
		await conversation.outcome(written.lines);
		return {state: 'ended', code: written.code};
	}
	await startTranslator(answers, room);
	if (agreed !== null && answers.store === 'none') {
		const lines = await snippetLines(agreed.wish, machine);
		await conversation.outcome([
			lines.state === 'none'
				? line(lines.why, 'warn')
				: line(`The credential was written nowhere. Paste this into ${lines.shell}:`, 'strong'),
			...(written.id === null ? [] : [row('Undo', `wizard undo ${written.id}`)]),
		]);
		// Behind the screens, which would break the lines at the edge of the window.
		if (lines.state === 'lines') print(lines.text);
		return {state: 'ended', code: 0};
	}
	const proved = await proveSetup(agreed === null ? machine : inNewTerminal(machine, agreed.wish, answers.store), room);
	const here = proved.state === 'tried' ? await chainFix(proved.trial, proved.situation.headless.request.url, machine) : [];
	const done: Done = {answers, agreed, undo: written.id, proved, here, home};
	if (proved.state === 'tried' && !proved.trial.ok && agreed !== null) {
		conversation.tell(outcomeLines(done));
		return afterFailure(answers, written.id, proved, room);
	}
	if (proved.state === 'tried' && proved.trial.ok) await offerAtLogin(answers, room);
	await conversation.outcome(outcomeLines(done));
	return {state: 'ended', code: codeOf(proved, agreed)};
}

function codeOf(proved: Proved, agreed: Agreed | null): number {
	if (proved.state === 'tried' && !proved.trial.ok) return 1;
	if (agreed !== null && cannotItems(agreed.plan).length > 0) return 1;
	if (proved.state === 'stopped') return 130;
	return proved.state === 'not-tried' && proved.why === 'no-claude' ? 4 : 0;
}

type Written =
	| {readonly state: 'applied'; readonly id: string}
	| {readonly state: 'nothing'; readonly id: null}
	| {readonly state: 'stopped'; readonly code: number; readonly lines: readonly Line[]};

async function write({plan}: Agreed, {conversation, machine}: Room): Promise<Written> {
	const {home} = machine.environment;
	const files = plan.files.length;
	if (files === 0 && plan.keeps.length === 0) return {state: 'nothing', id: null};
	const title = files === 1 ? 'Writing one file' : `Writing ${files} files`;
	const applied = await conversation.progress(title, signal => apply(plan, machine, {signal}));
	switch (applied.state) {
		case 'applied':
			conversation.tell([line(`${files === 1 ? 'One file was' : `${files} files were`} changed; the backups are kept.`, 'good')]);
			return {state: 'applied', id: applied.receipt.id};
		case 'nothing':
			return {state: 'nothing', id: null};
		case 'cancelled':
			return {state: 'stopped', code: 130, lines: [line('Stopped; everything is as it was.', 'warn'), ...left(applied.left, home)]};
		case 'refused':
			return {
				state: 'stopped',
				code: 3,
				lines: [
					line(`${tilde(applied.path, home)} was not changed: ${applied.message}.`, 'bad'),
					line('Nothing else was changed either. Run wizard again to look anew.', 'quiet'),
					...left(applied.left, home),
				],
			};
	}
}

function left(paths: Parameters<typeof leftText>[0], home: string): readonly Line[] {
	return leftText(paths, home).map(text => line(text, 'bad'));
}

type After = 'better' | 'service' | 'change' | 'undo' | 'leave';

async function afterFailure(answers: Answers, id: string | null, proved: Proved, room: Room): Promise<Finished> {
	const {conversation, machine} = room;
	const better = await betterAddress(answers, proved, room);
	const answer = await conversation.choose<After>({
		title: 'What now?',
		about: better === null ? [] : [line(`${better} answers as claude needs it.`, 'good')],
		trail: [],
		canGoBack: false,
		choices: [
			...(better === null ? [] : [{value: 'better', label: `Use ${better}`, hint: 'plan it, and try again'} as const]),
			...(answers.translator !== null
				? [{value: 'service', label: 'Change what the translator asks', hint: 'address, key, model'} as const]
				: []),
			{value: 'change', label: 'Change an answer', hint: 'what you gave is kept'},
			...(id === null ? [] : [{value: 'undo', label: 'Take back what was written', hint: ''} as const]),
			{value: 'leave', label: 'Leave it as it is', hint: 'wizard check tries again'},
		],
		start: 0,
		size: 'few',
	});
	const value = answer.kind === 'given' ? answer.value : 'leave';
	switch (value) {
		case 'better':
			return {
				state: 'again',
				answers: {...pointingAt(answers, answers.provider, better), secret: answers.secret, model: answers.model},
				from: agreeToPlan.name,
			};
		case 'service':
			return {state: 'again', answers: changing(answers), from: serviceAddress.name};
		case 'change':
			return {state: 'again', answers, from: null};
		case 'undo': {
			const undone = await conversation.progress('Taking it back', signal => undo(id, machine, {signal}));
			await conversation.outcome([
				undone.state === 'undone'
					? line('Everything is as it was.', 'good')
					: line('It could not all be taken back; wizard undo says why.', 'bad'),
			]);
			return {state: 'ended', code: 1};
		}
		case 'leave':
			await conversation.outcome([line('It stays as it is. wizard check tries again, wizard undo takes it back.', 'quiet')]);
			return {state: 'ended', code: 1};
	}
}

/** The settings of the translator may be written from here on, and its key is asked about anew. */
function changing(answers: Answers): Answers {
	const {translator, behind} = answers;
	return translator === null
		? answers
		: {...answers, translator: {...translator, settings: 'change'}, behind: {...behind, proof: 'not-yet'}};
}
