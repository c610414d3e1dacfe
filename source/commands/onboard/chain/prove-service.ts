import {causes} from '../../../claude/causes.ts';
import {type Answer, type Choice, type Line, line, row} from '../../conversation.ts';
import {unknown} from '../../explain-json.ts';
import {proveUpstream, type UpstreamProof} from '../../translator/prove-upstream.ts';
import {type Answers, hostOf} from '../answers.ts';
import {asking, given, type Room, type Step} from '../step.ts';
import {serviceAddress} from './service-address.ts';
import {serviceKey} from './service-key.ts';
import {serviceModel} from './service-model.ts';
import {upstreamOf} from './upstream-of.ts';

/** The key goes into no file before the service itself was asked about it, if the user wants that; what it refuses is asked for again. */
export const proveService: Step = {
	name: 'prove-service',
	due: ({translator}) => translator?.settings === 'change',
	async take(first, room, canGoBack) {
		let answers: Answers = first;
		for (;;) {
			const upstream = upstreamOf(answers);
			if (upstream === null) return {kind: 'back'};
			const host = hostOf(upstream.baseUrl);
			const agreed = await room.conversation.confirm({
				...asking(answers, canGoBack),
				title: `Ask ${host} whether the key is good?`,
				about: [line('One message of one token, to the service alone: lists of models answer to anybody and prove nothing.', 'quiet')],
				yes: 'Yes, ask it',
				no: 'No, go on unproved',
				start: true,
			});
			if (agreed.kind !== 'given') return agreed;
			if (!agreed.value) return given(asked(answers));
			const proof = await room.conversation.progress(`Asking ${host}`, () => proveUpstream(upstream, room.machine));
			room.conversation.tell(told(proof, upstream.model, host));
			if (proof.state !== 'bad') return given(asked(answers));
			const next = await afterRefusal(proof, answers, room);
			if (next.kind === 'leave') return next;
			if (next.kind === 'given' && next.value === 'go-on') return given(asked(answers));
			if (next.kind === 'given' && next.value !== 'go-on') answers = next.value;
		}
	},
};

function asked(answers: Answers): Answers {
	return {...answers, behind: {...answers.behind, proof: 'asked'}};
}

function told(proof: UpstreamProof, model: string, host: string): readonly Line[] {
	switch (proof.state) {
		case 'good':
			return [line(`${host} takes the key, and ${model} answers.`, 'good')];
		case 'unproved':
			return [line(`${proof.why}. Nothing is known of the key yet.`, 'warn')];
		case 'bad': {
			const {title, why} = Object.hasOwn(causes, proof.cause) ? causes[proof.cause as keyof typeof causes] : unknown;
			return [line(title, 'bad'), row('Said', `(${proof.status}) ${proof.shown}`), row('Why', why)];
		}
	}
}

type Again = 'key' | 'model' | 'address' | 'go-on';

/** What was refused comes first. */
async function afterRefusal(
	{cause}: Extract<UpstreamProof, {state: 'bad'}>,
	answers: Answers,
	room: Room,
): Promise<Answer<Answers | 'go-on'>> {
	const aboutModel = cause.startsWith('model-');
	const choices: Choice<Again>[] = [
		{value: 'key', label: 'Paste another key', hint: ''},
		{value: 'model', label: 'Name another model', hint: answers.behind.model ?? ''},
		...(serviceAddress.due(answers, room) ? [{value: 'address', label: 'Give another address', hint: ''} as const] : []),
		{value: 'go-on', label: 'Go on all the same', hint: 'it is written, and claude will be refused alike'},
	];
	const decided = await room.conversation.choose<Again>({
		...asking(answers, true),
		title: 'What shall be asked again?',
		about: [line('Nothing was changed yet.', 'quiet')],
		choices,
		start: aboutModel ? 1 : 0,
		size: 'few',
	});
	if (decided.kind !== 'given') return decided;
	switch (decided.value) {
		case 'key':
			return serviceKey.take({...answers, behind: {...answers.behind, key: null}}, room, true);
		case 'model':
			return serviceModel.take(answers, room, true);
		case 'address':
			return addressAndKey(answers, room);
		case 'go-on':
			return given('go-on');
	}
}

/** Another address is another service, with a key of its own. */
async function addressAndKey(answers: Answers, room: Room): Promise<Answer<Answers>> {
	const typed = await serviceAddress.take(answers, room, true);
	return typed.kind === 'given' && typed.value.behind.key === null ? serviceKey.take(typed.value, room, true) : typed;
}
