import type {CredentialKind} from '../../credentials/competing.ts';
import {credentialOf, credentials} from '../../credentials/index.ts';
import type {Recognised} from '../../credentials/shapes.ts';
import {line} from '../conversation.ts';
import {type Answers, holding, pointingAt} from './answers.ts';
import {judgeSecret} from './judge-secret.ts';
import {likelyEndpoint} from './likely-endpoint.ts';
import {recogniseSecret} from './recognise-secret.ts';
import {asking, given, type Step} from './step.ts';

const wanted = {
	credential: null,
	standIn: 'doubtful',
	empty: {state: 'wrong', message: 'Nothing was entered yet.'},
} as const;

/** For whoever does not know what it is: its shape tells, and where it does not, the user is asked whose it is. */
export const pasteAnything: Step = {
	name: 'paste-anything',
	due: ({holds}) => holds === 'unsure',
	async take(answers, room, canGoBack) {
		const {conversation} = room;
		const pasted = await conversation.secret({
			...asking({...answers, credential: null}, canGoBack),
			title: 'Paste what you have',
			about: [line('It is recognised by its shape, on this computer. It is never shown, and nothing is sent.', 'quiet')],
			kept: answers.secret,
			judge: text => judgeSecret(text, wanted),
		});
		if (pasted.kind !== 'given') return pasted;
		const found = recogniseSecret(pasted.value);
		const kind = kindOf(found);
		const likely = await conversation.choose({
			...asking({...answers, credential: null}, true),
			title: found === null ? 'Its shape is not known. What is it?' : `This looks like ${found.shape.meaning}.`,
			about: [line(adviceFor(found), 'quiet')],
			choices: [kind, ...credentials.map(credential => credential.kind).filter(other => other !== kind)].map(value => ({
				value,
				label: credentialOf(value).title,
				hint: value === kind ? 'most likely' : credentialOf(value).hint,
			})),
			start: 0,
			size: 'few',
		});
		if (likely.kind === 'leave') return likely;
		// Back to the field, not past it.
		if (likely.kind === 'back') return pasteAnything.take({...answers, secret: pasted.value}, room, canGoBack);
		const held: Answers = {
			...holding({...answers, credential: null}, likely.value),
			holds: 'unsure',
			secret: likely.value === 'proxy-key' ? null : pasted.value,
		};
		const home = likely.value === 'router-key' ? likelyEndpoint(pasted.value, room.directory) : null;
		return given({
			...(home === null ? held : pointingAt(held, home.provider, home.url)),
			token: likely.value === 'subscription' ? 'token' : 'login',
		});
	},
};

function kindOf(found: Recognised | null): CredentialKind {
	switch (found?.shape.use.kind) {
		case 'console-key':
			return 'console-key';
		case 'subscription-token':
			return 'subscription';
		case 'upstream':
			return 'proxy-key';
		case 'router-key':
		case 'elsewhere':
		case 'never':
		case undefined:
			return 'router-key';
	}
}

function adviceFor(found: Recognised | null): string {
	if (found === null) return 'Relays and companies make up their own. Who gave it to you?';
	return found.shape.use.kind === 'upstream'
		? `${found.shape.owner} does not speak Anthropic's protocol, so a proxy has to translate. The key stays with that proxy.`
		: found.shape.certain
			? 'If that is right, go on.'
			: 'Several have keys of this shape. Who gave it to you?';
}
