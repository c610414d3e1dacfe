import {pathOf} from '../../../places/roots.ts';
import {line, row} from '../../conversation.ts';
import {restart} from '../../translator/control.ts';
import {type FoundTranslator, lookAt} from '../../translator/look-translators.ts';
import {translatorFindings} from '../../translator/translator-findings.ts';
import type {Answers} from '../answers.ts';
import type {Room} from '../step.ts';
import {addressOf} from './translator-choices.ts';

/** A translator reads its settings when it starts: it is started, or started anew, where the user agrees. */
export async function startTranslator({translator, agreed}: Pick<Answers, 'translator' | 'agreed'>, room: Room): Promise<void> {
	const file = translator?.found.file ?? null;
	if (translator === null || file === null) return;
	const {conversation, machine} = room;
	const now = await lookAt(translator.found.translator, machine, pathOf(machine.environment).dirname(file));
	const why = reasonToStart(now, agreed?.plan.files.some(({path}) => path === file) ?? false, machine.environment.variables);
	if (why === null) return;
	const {title, id, start} = now.translator;
	const {program, args} = start(file);
	const verb = now.running.state === 'yes' ? 'Restart' : 'Start';
	const answer = await conversation.confirm({
		title: `${verb} ${title} now?`,
		about: [
			line(why, 'warn'),
			row('Runs', [program, ...args].join(' ')),
			row('Listens', addressOf(now)),
			line('It goes on in the background when the wizard has ended.', 'quiet'),
		],
		trail: [],
		canGoBack: false,
		yes: `Yes, ${verb.toLowerCase()} it`,
		no: 'No, I do it myself',
		start: true,
	});
	if (answer.kind !== 'given' || !answer.value) {
		conversation.tell([line(`Later: wizard translator ${verb.toLowerCase()} ${id}`, 'warn')]);
		return;
	}
	const done = await conversation.progress(`${verb}ing ${title}`, () => restart(now, machine));
	conversation.tell(
		done.ok ? [line(`${title} answers at ${addressOf(now)}.`, 'good')] : [line(done.message, 'bad'), line(done.hint, 'quiet')],
	);
}

/** Null where it runs, and nothing that is known would be other after a start. */
export function reasonToStart(now: FoundTranslator, written: boolean, shell: Readonly<Record<string, string>>): string | null {
	if (now.running.state === 'no') return 'It is not running.';
	if (written) return 'It reads its settings when it starts, and they were changed just now.';
	const restarts = translatorFindings(now, shell).find(({fix}) => fix.includes('wizard translator restart'));
	return restarts === undefined ? null : `${restarts.title}.`;
}
