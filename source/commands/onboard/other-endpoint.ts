import type {Secret} from '../../credentials/secret.ts';
import {traps} from '../../providers/traps.ts';
import {type Answer, type Choice, line} from '../conversation.ts';
import {type Answers, holding, hostOf, pointingAt} from './answers.ts';
import {likelyEndpoint} from './likely-endpoint.ts';
import {recogniseSecret} from './recognise-secret.ts';
import {asking, given, type Room} from './step.ts';

/**
 * A key that by its shape is another endpoint's than the one it was pasted for: it would be answered with 401 there. Null where it may
 * well be right, or where nobody knows a better place.
 */
export async function otherEndpoint(answers: Answers, secret: Secret, room: Room): Promise<Answer<Answers> | null> {
	const {baseUrl, credential} = answers;
	const home = likelyEndpoint(secret, room.directory);
	if (home === null || home.provider.id === answers.provider?.id || baseUrl === null) return null;
	if (credential === 'proxy-key') return ask(answers, secret, home, 'It answers claude itself, so no proxy is needed.', room);
	const trap = traps(baseUrl, recogniseSecret(secret), room.directory).find(({kind}) => kind === 'key-of-another');
	return trap === undefined ? null : ask(answers, secret, home, trap.says, room);
}

async function ask(
	answers: Answers,
	secret: Secret,
	home: NonNullable<ReturnType<typeof likelyEndpoint>>,
	why: string,
	{conversation}: Room,
): Promise<Answer<Answers>> {
	const {provider, url} = home;
	const here = answers.provider?.label ?? hostOf(answers.baseUrl ?? '');
	const choices: Choice<'there' | 'here' | 'again'>[] = [
		{value: 'there', label: `Set it up for ${provider.label}`, hint: url},
		{value: 'here', label: `Send it to ${here} all the same`, hint: 'where keys of any shape are taken'},
		{value: 'again', label: 'Paste another one', hint: ''},
	];
	const decided = await conversation.choose({
		...asking(answers, true),
		title: `This looks like a key of ${provider.label}`,
		about: [line(why, 'warn')],
		choices,
		start: 0,
		size: 'few',
	});
	if (decided.kind !== 'given') return decided;
	switch (decided.value) {
		case 'there':
			return given({...pointingAt(holding(answers, 'router-key'), provider, url), secret});
		case 'here':
			return given({...answers, secret});
		case 'again':
			return {kind: 'back'};
	}
}
