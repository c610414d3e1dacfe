import {apply} from '../../../plan/apply.ts';
import {line, row} from '../../conversation.ts';
import {tilde} from '../../tilde.ts';
import {loginUnit} from '../../translator/login-unit.ts';
import {weighErrand} from '../../weigh-errand.ts';
import type {Answers} from '../answers.ts';
import type {Room} from '../step.ts';

/** The last question, after the proof: a translator that is gone after the next restart of the computer is a riddle then. */
export async function offerAtLogin({translator}: Pick<Answers, 'translator'>, {conversation, machine}: Room): Promise<void> {
	if (translator === null) return;
	const {title, id} = translator.found.translator;
	const unit = loginUnit(translator.found, machine);
	if (unit.state === 'none') return;
	const weighed = await weighErrand({edits: [unit.edit], wish: null, unplannable: 'stop'}, machine);
	if (weighed.state === 'refused' || weighed.plan.files.length === 0) return;
	const {home, variables} = machine.environment;
	const {program, args} = unit.enable;
	const enable = [program, ...args].join(' ');
	const answer = await conversation.confirm({
		title: `Start ${title} at each login?`,
		about: [
			line('claude works through it now.', 'good'),
			line(`Without this, after the next restart of the computer: wizard translator start ${id}`, 'quiet'),
			row('Writes', tilde(unit.file, home)),
			row('Runs', tilde(enable, home)),
		],
		trail: [],
		canGoBack: false,
		yes: 'Yes, at each login',
		no: 'No',
		start: false,
	});
	if (answer.kind !== 'given' || !answer.value) return;
	const applied = await apply(weighed.plan, machine, {});
	if (applied.state !== 'applied') {
		conversation.tell([line(`${tilde(unit.file, home)} was not written.`, 'bad')]);
		return;
	}
	const ended = await machine.programs.run(program, args, {env: variables, timeout});
	conversation.tell(
		ended.state === 'ended' && ended.code === 0
			? [line(`${title} starts at each login. To end that: wizard undo ${applied.receipt.id}`, 'good')]
			: [line(`${tilde(unit.file, home)} is written. ${program} did not take it here; run it yourself: ${tilde(enable, home)}`, 'warn')],
	);
}

const timeout = 15_000;
