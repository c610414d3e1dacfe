import type {CredentialKind} from './competing.ts';
import type {Recognised} from './shapes.ts';

/** Does what was given belong where it is asked for? */
export type Belonging =
	| {readonly state: 'fits'}
	/** It may, though its shape says otherwise. */
	| {readonly state: 'doubt'; readonly why: string}
	/** It belongs to another of the four; `why` says whose it is. */
	| {readonly state: 'other'; readonly why: string; readonly instead: CredentialKind}
	| {readonly state: 'unusable'; readonly why: string};

export function belonging(wanted: CredentialKind, found: Recognised | null): Belonging {
	if (found === null)
		return wanted === 'console-key' ? {state: 'doubt', why: 'A Console key begins with sk-ant-api, and this does not.'} : fits;
	const {shape, cutOff} = found;
	const whose = `This is ${shape.meaning}.`;
	const other = (instead: CredentialKind, why: string): Belonging =>
		instead === wanted
			? cutOff
				? {state: 'doubt', why: `${whose} It looks cut off: the whole one is longer.`}
				: fits
			: {state: 'other', instead, why: `${whose} ${why}`};
	switch (shape.use.kind) {
		case 'console-key':
			return other('console-key', "It is good at Anthropic's own address only, and sent elsewhere it would be given away.");
		case 'subscription-token':
			return other('subscription', 'It goes into CLAUDE_CODE_OAUTH_TOKEN; as a key or a token it is answered with 401.');
		case 'router-key':
			// A proxy gives its clients keys of any shape, and so does a router.
			return wanted === 'proxy-key'
				? fits
				: other('router-key', `Anthropic does not know it: it is good at ${shape.owner ?? 'the endpoint that issued it'} only.`);
		case 'upstream':
			return wanted === 'proxy-key'
				? {
						state: 'unusable',
						why: `${whose} It stays in the proxy's own configuration. Here goes what the proxy asks of its clients; leave it empty where it asks nothing.`,
					}
				: {
						state: 'other',
						instead: 'proxy-key',
						why: `${whose} ${shape.owner ?? 'Its service'} does not speak Anthropic's protocol: a proxy has to translate.`,
					};
		case 'elsewhere':
			return shape.certain
				? {state: 'unusable', why: `${whose} ${shape.use.advice}`}
				: {state: 'doubt', why: `This is ${shape.meaning}. ${shape.use.advice}`};
		case 'never':
			return {state: 'unusable', why: `${whose} ${shape.use.advice}`};
	}
}

const fits: Belonging = {state: 'fits'};
