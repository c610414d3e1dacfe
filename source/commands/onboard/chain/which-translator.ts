import {type Answer, line} from '../../conversation.ts';
import {type FoundTranslator, isHere, lookTranslators} from '../../translator/look-translators.ts';
import {translatorItem} from '../../translator/translator-item.ts';
import {translatorLines} from '../../translator/translator-lines.ts';
import type {Answers} from '../answers.ts';
import {asking, given, type Room, type Step} from '../step.ts';
import {atTranslator} from './at-translator.ts';
import {installTranslator} from './install-translator.ts';
import {settingsPlace} from './settings-place.ts';
import {translatorChoices, type Way} from './translator-choices.ts';
import {typedProxy} from './typed-proxy.ts';

/** What of translators is here, running or not and with what is wrong, and which one claude is to ask. */
export const whichTranslator: Step = {
	name: 'which-translator',
	due: ({credential}) => credential === 'proxy-key',
	async take(answers, room, canGoBack) {
		const {conversation, machine} = room;
		for (let told = false; ; told = true) {
			const all = await conversation.progress('Looking for translators on this computer', () => lookTranslators(machine));
			if (!told) tellFound(all, room);
			const {choices, start} = translatorChoices(all, answers, machine.environment.home);
			const answer = await conversation.choose<Way>({
				...asking({...answers, baseUrl: null, translator: null}, canGoBack),
				title: 'Which translator shall claude ask?',
				about: [line("It takes claude's requests and speaks OpenAI's protocol to the service. It keeps the service's key.", 'quiet')],
				choices,
				start,
				size: 'few',
			});
			if (answer.kind !== 'given') return answer;
			const taken = await take(answer.value, answers, room);
			if (taken.kind !== 'back') return taken;
		}
	},
};

async function take(way: Way, answers: Answers, room: Room): Promise<Answer<Answers>> {
	switch (way.kind) {
		case 'use':
			return given(atTranslator(answers, way.found, 'stay'));
		case 'set-up':
			return given(atTranslator(answers, way.found, 'change'));
		case 'install': {
			const installed = await installTranslator(way.translator, room);
			return installed === null ? {kind: 'back'} : given(atTranslator(answers, installed, 'change'));
		}
		case 'folder': {
			const place = await settingsPlace(answers, {title: 'In which folder is it?', mayPass: false}, room);
			if (place.kind !== 'given') return place;
			if (place.value === null) return {kind: 'back'};
			return given(atTranslator(answers, place.value, 'change'));
		}
		case 'answering':
			return typedProxy(answers, way.address, room);
		case 'address':
			return typedProxy(answers, null, room);
	}
}

function tellFound(all: readonly FoundTranslator[], {conversation, machine}: Room): void {
	const here = all.filter(isHere).flatMap(found => translatorLines(translatorItem(found, machine.environment)));
	conversation.tell(here.length === 0 ? [line('No translator was found on this computer.', 'quiet')] : here);
}
