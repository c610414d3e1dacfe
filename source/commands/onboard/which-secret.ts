import {belonging} from '../../credentials/belonging.ts';
import {credentialOf} from '../../credentials/index.ts';
import type {Secret} from '../../credentials/secret.ts';
import type {Directory} from '../../providers/directory.ts';
import {passesKeysOn} from '../../providers/passes-on.ts';
import {addressTraps, traps} from '../../providers/traps.ts';
import {type Answer, type Line, line, type Verdict} from '../conversation.ts';
import {type Answers, holding, hostOf, pointingAt} from './answers.ts';
import {clientSecret} from './chain/at-translator.ts';
import {judgeSecret, type Wanted} from './judge-secret.ts';
import {likelyEndpoint} from './likely-endpoint.ts';
import {otherEndpoint} from './other-endpoint.ts';
import {recogniseSecret} from './recognise-secret.ts';
import {asking, given, type Room, type Step} from './step.ts';

/** The secret itself, and what to do with one that belongs elsewhere. */
export const whichSecret: Step = {
	name: 'which-secret',
	due: ({credential, holds, secret, token, translator}) =>
		credential !== null &&
		!(credential === 'subscription' && token === 'login') &&
		!(holds === 'unsure' && secret !== null) &&
		// What a translator on this computer wants to be shown stands in its settings.
		(translator === null || clientSecret(translator.found) === null),
	async take(answers, room, canGoBack) {
		const {credential} = answers;
		if (credential === null) return given(answers);
		for (let kept = answers.secret; ; ) {
			const pasted = await room.conversation.secret({
				...asking({...answers, secret: null}, canGoBack),
				title: titleFor(answers),
				about: aboutFor(answers, room.directory),
				kept,
				judge: text => unlikeItsKeys(judgeSecret(text, wantedFor(answers)), answers, room.directory),
			});
			if (pasted.kind !== 'given') return pasted;
			const belongs = belonging(kindOf(answers) ?? credential, recogniseSecret(pasted.value));
			const decided =
				belongs.state === 'other'
					? await redirect(answers, pasted.value, belongs, room)
					: ((await otherEndpoint(answers, pasted.value, room)) ?? given({...answers, secret: pasted.value}));
			if (decided.kind !== 'back') return decided;
			kept = null;
		}
	},
};

type Other = Extract<ReturnType<typeof belonging>, {state: 'other'}>;

/** The right kind of setup is offered for it at once: nobody has to find the way back through the questions. */
async function redirect(
	answers: Answers,
	secret: Secret,
	{why, instead}: Other,
	{conversation, directory}: Room,
): Promise<Answer<Answers>> {
	const {title} = credentialOf(instead);
	const decided = await conversation.choose<'switch' | 'again'>({
		...asking(answers, true),
		title: 'It belongs elsewhere',
		about: [line(why, 'warn')],
		choices: [
			{value: 'switch', label: `Set it up as: ${title}`, hint: instead === 'proxy-key' ? 'the key stays with the proxy' : ''},
			{value: 'again', label: 'Paste another one', hint: ''},
		],
		start: 0,
		size: 'few',
	});
	if (decided.kind !== 'given') return decided;
	if (decided.value === 'again') return {kind: 'back'};
	const held = holding(answers, instead);
	// What the proxy sends on is not what claude sends to the proxy.
	if (instead === 'proxy-key') return given(held);
	const home = likelyEndpoint(secret, directory);
	const pointed = instead === 'router-key' && home !== null ? pointingAt(held, home.provider, home.url) : held;
	return given({...pointed, secret, token: instead === 'subscription' ? 'token' : 'login'});
}

/** Behind a gateway that hands it on, the key is Anthropic's own. */
function kindOf({credential, provider}: Answers): Answers['credential'] {
	return credential === 'router-key' && provider !== null && passesKeysOn(provider) ? 'console-key' : credential;
}

function wantedFor(answers: Answers): Wanted {
	const {provider, baseUrl} = answers;
	const credential = kindOf(answers);
	const standIn = provider?.key.standIn ?? null;
	const local = baseUrl !== null && /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(baseUrl);
	if (credential === 'proxy-key') return {credential, standIn: 'fine', empty: {state: 'word', word: standIn ?? 'any-value'}};
	return {
		credential,
		standIn: standIn !== null || local ? 'fine' : 'doubtful',
		empty: standIn === null ? {state: 'wrong', message: 'Nothing was entered yet.'} : {state: 'word', word: standIn},
	};
}

function titleFor({credential, provider}: Answers): string {
	if (credential === null) return '';
	return credential === 'router-key' && provider !== null ? `Paste your ${provider.label} key` : credentialOf(credential).question;
}

/** Its shape is not that of the keys of this endpoint. */
function unlikeItsKeys(verdict: Verdict<Secret>, {credential, baseUrl}: Answers, directory: Directory): Verdict<Secret> {
	if (verdict.state !== 'good' || credential !== 'router-key' || baseUrl === null) return verdict;
	const trap = traps(baseUrl, recogniseSecret(verdict.value), directory).find(({kind}) => kind === 'unlike-its-keys');
	return trap === undefined ? verdict : {state: 'doubt', value: verdict.value, message: trap.says, better: null};
}

function aboutFor({credential, provider, baseUrl}: Answers, directory: Directory): readonly Line[] {
	if (credential === null) return [];
	const page = provider?.key.page ?? credentialOf(credential).page;
	const begins = provider?.key.begins ?? null;
	const to = baseUrl === null ? 'api.anthropic.com' : hostOf(baseUrl);
	return [
		line(`It is not shown, and goes to ${to} only.`, 'quiet'),
		...(begins === null ? [] : [line(`It begins with ${begins}.`, 'quiet')]),
		...(page === null ? [] : [line(`Where you get one: ${page}`, 'quiet')]),
		...(baseUrl === null ? [] : addressTraps(baseUrl, directory).filter(({weight}) => weight === 'note')).map(({says}) =>
			line(says, 'quiet'),
		),
		...(credential === 'proxy-key' || provider?.key.standIn ? [line('Leave it empty where none is asked for.', 'quiet')] : []),
	];
}
