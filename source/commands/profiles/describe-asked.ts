import type {Situation} from '../../problems/problem.ts';
import type {Context} from '../command.ts';
import {type Conversation, line} from '../conversation.ts';
import {examine} from '../examine.ts';
import {knownProviders} from '../known-providers.ts';
import {noAnswers, setupOf} from '../onboard/answers.ts';
import {steps} from '../onboard/index.ts';
import {walk} from '../onboard/step.ts';
import {type GivenSetup, keepAnswers} from './keep-answers.ts';

/** The questions of onboarding that are about the credential: nothing is installed, planned or sent for a profile. */
const notForProfiles = ['install-claude', 'which-store', 'agree-to-plan'];

/** A setup by the questions of onboarding, described for a profile. */
export async function describeAsked(account: string, conversation: Conversation, {machine, terminal}: Context): Promise<GivenSetup> {
	const {directory} = knownProviders(machine);
	let situation = unsent(await examine(machine));
	const room = {
		conversation,
		machine,
		terminal,
		directory,
		situation: () => situation,
		async lookAgain() {
			situation = unsent(await examine(machine));
			return situation;
		},
	};
	conversation.tell([line('A profile is kept beside what is set up now, which stays as it is.', 'quiet')]);
	const asked = steps.filter(({name}) => !notForProfiles.includes(name));
	const answers = await walk(asked, noAnswers, room);
	if (answers === null || answers.credential === null)
		return {state: 'wrong', code: 130, message: 'Cancelled; nothing was kept.', hint: null};
	const {baseUrl, auth, model, secret, credential} = setupOf(answers, 'keep-models');
	const away = credential === 'router-key' || credential === 'proxy-key';
	const said = {provider: answers.provider?.id ?? null, baseUrl, auth: away ? auth : null, model, secret: null} as const;
	return keepAnswers(account, {...answers, secret}, {...said, store: 'settings', shell: null}, machine);
}

/** A profile is a new setup, so what is set up already is not offered as one. */
function unsent(situation: Situation): Situation {
	const nothing = {url: null, authorization: null, xApiKey: null, because: 'no-credential', reason: 'a profile is asked for'} as const;
	return {...situation, headless: {...situation.headless, request: {sends: false, ...nothing}}};
}
