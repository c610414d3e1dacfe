import {type ProvedKey, proveKey} from '../../claude/prove-key.ts';
import {type KeyProof, keyProof} from '../../providers/key-proof.ts';
import {judgeSending} from '../../setups/secret-rules.ts';
import {type Answer, type Choice, type Line, line, row} from '../conversation.ts';
import {type Answers, hostOf} from './answers.ts';
import {asking, given, type Room} from './step.ts';
import {whichSecret} from './which-secret.ts';

/** The page by which the endpoint itself tells whether a key is good, before anything is written; null where it has none for this key. */
export function keyPage({credential, provider, baseUrl, secret}: Answers, {directory}: Pick<Room, 'directory'>): KeyProof | null {
	const own = credential === 'console-key' ? directory.named('anthropic') : credential === 'router-key' ? provider : null;
	const page = own === null || secret === null ? null : keyProof(own, baseUrl);
	if (page === null || secret === null || page.header === null || !URL.canParse(page.url)) return null;
	return judgeSending({secret, to: new URL(page.url)}).state === 'fine' ? page : null;
}

/** Whoever is asked has seen the host. Gives the answers back, with another key where this one was refused and the user has a better one. */
export async function askKeyPage(answers: Answers, page: KeyProof, room: Room): Promise<Answer<Answers>> {
	const {secret} = answers;
	if (secret === null) return given(answers);
	const host = hostOf(page.url);
	const proved = await room.conversation.progress(`Asking ${host}`, signal => proveKey(room.machine, page, secret, {timeout, signal}));
	room.conversation.tell(told(proved, host));
	if (proved.state !== 'bad') return given(answers);
	const choices: Choice<'again' | 'keep'>[] = [
		{value: 'again', label: 'Paste another key', hint: ''},
		{value: 'keep', label: 'Go on with this one', hint: 'claude will be refused alike'},
	];
	const decided = await room.conversation.choose({
		...asking(answers, true),
		title: `${host} refuses the key`,
		about: [line('Nothing was changed yet.', 'quiet')],
		choices,
		start: 0,
		size: 'few',
	});
	if (decided.kind !== 'given' || decided.value === 'keep') return decided.kind === 'leave' ? decided : given(answers);
	return whichSecret.take({...answers, secret: null}, room, true);
}

const timeout = 15_000;

function told(proved: ProvedKey, host: string): readonly Line[] {
	switch (proved.state) {
		case 'good':
			return [line(`${host} takes the key.`, 'good')];
		case 'no-credit':
			return [line(`${host} takes the key, and there is nothing left to pay with: ${proved.shown}`, 'warn')];
		case 'bad':
			return [line(`${host} refuses the key.`, 'bad'), row('Said', `(${proved.status}) ${proved.shown}`)];
		case 'unknown':
			return [line(`${proved.why}. Nothing is known of the key yet.`, 'warn')];
	}
}
