import type {Secret} from '../credentials/secret.ts';
import type {Machine, Reply} from '../machine/machine.ts';

export type ProbeWish = {
	/** The full address of the messages request. */
	readonly url: string;
	/** What goes into the headers claude would fill. It belongs to the host of `url`: whoever asks has made sure of that. */
	readonly bearer: Secret | null;
	readonly xApiKey: Secret | null;
	/** `unknown` costs nothing and proves as much, wherever the endpoint does not map unknown names to a model of its own. */
	readonly model: {readonly ask: 'unknown'} | {readonly ask: 'named'; readonly name: string};
	/** Milliseconds. */
	readonly timeout: number;
	readonly signal?: AbortSignal;
};

export type Probed = {readonly wish: ProbeWish; readonly reply: Reply; readonly bytes: number};

/** No endpoint has it, and DeepSeek, which maps every name with "claude" in it to a model of its own and bills that, does not take it for one. */
export const unknownModel = 'wizard-probe-no-such-model';

/** One plain request of our own, as ourselves: no redirect is followed, and the credential goes to this one host. */
export async function probe({network}: Pick<Machine, 'network'>, wish: ProbeWish): Promise<Probed> {
	const name = wish.model.ask === 'unknown' ? unknownModel : wish.model.name;
	const body = JSON.stringify({model: name, max_tokens: 1, messages: [{role: 'user', content: 'Say ok'}]});
	const reply = await network.call({
		method: 'POST',
		url: wish.url,
		headers: {'content-type': 'application/json', 'anthropic-version': '2023-06-01', ...credentialHeaders(wish)},
		body,
		timeout: wish.timeout,
		...(wish.signal === undefined ? {} : {signal: wish.signal}),
	});
	return {wish, reply, bytes: body.length};
}

/** The same credential in the other header, which tells a wrong header from a wrong key; null where it is in both or in none. */
export function inOtherHeader(wish: ProbeWish): ProbeWish | null {
	const {bearer, xApiKey} = wish;
	return (bearer === null) === (xApiKey === null) ? null : {...wish, bearer: xApiKey, xApiKey: bearer};
}

function credentialHeaders({bearer, xApiKey}: ProbeWish): Readonly<Record<string, string>> {
	return {
		...(bearer === null ? {} : {authorization: `Bearer ${bearer.reveal()}`}),
		...(xApiKey === null ? {} : {'x-api-key': xApiKey.reveal()}),
	};
}
