import {Secret} from '../../credentials/secret.ts';
import type {Machine} from '../../machine/machine.ts';
import type {Edit} from '../../plan/edit.ts';
import type {Translator, Upstream} from '../../providers/translators/translator.ts';
import {examine} from '../examine.ts';
import {type Answers, noAnswers} from '../onboard/answers.ts';
import type {SetupErrand} from '../onboard/setup-errand.ts';
import {setupErrand} from '../onboard/setup-errand.ts';
import {type FoundTranslator, portOf} from './look-translators.ts';

/** One plan for the whole chain: the translator's settings with the service behind it, and claude pointed at the translator. */
export async function chainErrand(found: FoundTranslator, upstream: Upstream, machine: Machine): Promise<SetupErrand> {
	const {translator, file} = found;
	if (file === null)
		return {
			state: 'refused',
			message: `The folder of ${translator.title} is not known.`,
			hint: '--cwd DIR names the one it was cloned to.',
		};
	const {facts} = await examine(machine);
	const errand = await setupErrand(answersFor(found, upstream), facts, machine);
	if (errand.state === 'refused') return errand;
	const edit: Edit = {
		kind: 'rewrite',
		file,
		secret: upstream.key,
		make: before => translator.write(before, upstream),
		summary: `Put ${upstream.name} behind ${translator.title}`,
		answers: {to: 'wish'},
	};
	// What stands in the translator's own file is the translator's, and nobody's rival.
	const edits = errand.edits.filter(one => !('file' in one && one.file === file));
	return {...errand, edits: [edit, ...edits]};
}

/** claude at the translator: with what that wants clients to present, or a word where it lets everybody in. */
function answersFor({translator, reading}: FoundTranslator, upstream: Upstream): Answers {
	const gate = reading?.state === 'read' ? reading.settings.gate : null;
	return {
		...noAnswers,
		holds: 'proxy-key',
		credential: 'proxy-key',
		baseUrl: `http://127.0.0.1:${portOf(translator, reading)}`,
		auth: translator.auth,
		secret: gate?.secret ?? new Secret(standIn(translator)),
		model: translator.asksFor === 'the-model' ? upstream.model : null,
	};
}

/** Any word does: without one, claude would send a saved login there. */
function standIn({id}: Translator): string {
	return `local-${id}`;
}
