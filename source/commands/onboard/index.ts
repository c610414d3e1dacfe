import {agreeToPlan} from './agree-to-plan.ts';
import type {Answers} from './answers.ts';
import {installClaude} from './install-claude.ts';
import {pasteAnything} from './paste-anything.ts';
import {signIn} from './sign-in.ts';
import type {Room, Step} from './step.ts';
import {whichCredential} from './which-credential.ts';
import {whichEndpoint} from './which-endpoint.ts';
import {whichHeaders} from './which-headers.ts';
import {whichModel} from './which-model.ts';
import {whichProxy} from './which-proxy.ts';
import {whichSecret} from './which-secret.ts';
import {whichService} from './which-service.ts';
import {whichStore} from './which-store.ts';

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
	whichProxy,
	whichSecret,
	whenMissing(whichEndpoint, ({baseUrl}) => baseUrl === null),
	whenMissing(whichService, ({baseUrl}) => baseUrl === null),
	whenMissing(whichEndpoint, ({baseUrl}) => baseUrl === null),
	whenMissing(whichProxy, ({baseUrl}) => baseUrl === null),
	whenMissing(whichSecret, ({secret}) => secret === null),
	whichHeaders,
	whichModel,
	whichStore,
	agreeToPlan,
];

function whenMissing(step: Step, missing: (answers: Answers) => boolean): Step {
	return {...step, due: (answers: Answers, room: Room) => step.due(answers, room) && missing(answers)};
}
