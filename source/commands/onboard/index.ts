import {agreeToPlan} from './agree-to-plan.ts';
import type {Answers} from './answers.ts';
import {proveService} from './chain/prove-service.ts';
import {serviceAddress} from './chain/service-address.ts';
import {serviceKey} from './chain/service-key.ts';
import {serviceModel} from './chain/service-model.ts';
import {whichTranslator} from './chain/which-translator.ts';
import {installClaude} from './install-claude.ts';
import {pasteAnything} from './paste-anything.ts';
import {signIn} from './sign-in.ts';
import type {Room, Step} from './step.ts';
import {whichCredential} from './which-credential.ts';
import {whichEndpoint} from './which-endpoint.ts';
import {whichHeaders} from './which-headers.ts';
import {whichModel} from './which-model.ts';
import {whichSecret} from './which-secret.ts';
import {whichService} from './which-service.ts';
import {whichStore} from './which-store.ts';

/** What a translator on this computer is to ask. */
const chain: readonly Step[] = [serviceAddress, serviceKey, serviceModel, proveService];

/**
 * The questions in the order they are asked. A key may turn out to be of another kind when it is pasted; what that kind needs besides
 * is asked right after, by the same steps, where it is not known yet.
 */
export const steps: readonly Step[] = [
	installClaude,
	whichCredential,
	pasteAnything,
	signIn,
	whichEndpoint,
	whichService,
	whichTranslator,
	...chain,
	whichSecret,
	whenMissing(whichEndpoint, ({baseUrl}) => baseUrl === null),
	whenMissing(whichService, ({baseUrl}) => baseUrl === null),
	whenMissing(whichEndpoint, ({baseUrl}) => baseUrl === null),
	whenMissing(whichTranslator, ({baseUrl}) => baseUrl === null),
	...chain.map(step => whenMissing(step, ({behind}) => behind.proof === 'not-yet')),
	whenMissing(whichSecret, ({secret}) => secret === null),
	whichHeaders,
	whichModel,
	whichStore,
	agreeToPlan,
];

function whenMissing(step: Step, missing: (answers: Answers) => boolean): Step {
	return {...step, due: (answers: Answers, room: Room) => step.due(answers, room) && missing(answers)};
}
