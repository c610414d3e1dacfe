import {isLoopback} from '../../../setups/secret-rules.ts';
import {type Answer, line} from '../../conversation.ts';
import {type FoundTranslator, lookTranslators, portOf} from '../../translator/look-translators.ts';
import {translatorItem} from '../../translator/translator-item.ts';
import {translatorLines} from '../../translator/translator-lines.ts';
import {type Answers, pointingAt} from '../answers.ts';
import {askAddress} from '../ask-address.ts';
import {given, type Room} from '../step.ts';
import {atTranslator} from './at-translator.ts';
import {settingsPlace} from './settings-place.ts';

/** A proxy as it is set up, by its address; with a look into its settings where they lie on this computer. */
export async function typedProxy(answers: Answers, known: string | null, room: Room): Promise<Answer<Answers>> {
	for (;;) {
		const typed = known === null ? await askAddress({...answers, baseUrl: answers.baseUrl ?? usual}, room, null) : null;
		if (typed !== null && typed.kind !== 'given') return typed;
		const baseUrl = typed?.value.baseUrl ?? known ?? usual;
		const pointed = {...pointingAt(answers, typed?.value.provider ?? null, baseUrl), translator: null};
		const url = new URL(baseUrl);
		if (!isLoopback(url)) return given(pointed);
		const found = await whoseSettings(pointed, Number(url.port), room);
		if (found.kind === 'leave' || (found.kind === 'back' && known !== null)) return found;
		if (found.kind === 'back') continue;
		// The address is the one that was typed, whatever port its settings name.
		return given(found.value === null ? pointed : {...atTranslator(pointed, found.value, 'stay'), baseUrl});
	}
}

const usual = 'http://127.0.0.1:8082';

async function whoseSettings(answers: Answers, port: number, room: Room): Promise<Answer<FoundTranslator | null>> {
	const {conversation, machine} = room;
	const all = await lookTranslators(machine);
	const [one, ...others] = all.filter(({translator, reading}) => reading?.state === 'read' && portOf(translator, reading) === port);
	if (one !== undefined && others.length === 0) return given(one);
	const place = await settingsPlace(answers, {title: "Where are the proxy's settings?", mayPass: true}, room);
	if (place.kind !== 'given' || place.value === null) return place;
	const {reading} = place.value;
	if (reading === null) {
		conversation.tell([line('No settings of it were found there.', 'warn')]);
		return given(null);
	}
	conversation.tell(translatorLines(translatorItem(place.value, machine.environment)));
	return place;
}
