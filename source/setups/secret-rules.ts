import type {Secret} from '../credentials/secret.ts';
import type {Wish} from '../shells/wish.ts';

/** A secret on its way to a host. */
export type Sending = {readonly secret: Secret; readonly to: URL};

export type SendingVerdict =
	| {readonly state: 'fine'}
	/** The user may still want it, and says so by typing the host's name: a yes is given too easily. */
	| {readonly state: 'typed'; readonly host: string; readonly why: string}
	| {readonly state: 'never'; readonly why: string; readonly hint: string};

/** The rules for every secret that this program sets up, wherever it is kept; each stands here once. */
export function judgeSending({secret, to}: Sending): SendingVerdict {
	if (to.protocol === 'http:' && !isLoopback(to))
		return {state: 'never', why: unencrypted(to), hint: 'Use https://, or bring the endpoint to 127.0.0.1 (ssh -L).'};
	if (isAnthropicKey(secret) && !isAnthropic(to))
		return {state: 'typed', host: to.host, why: `This is a key of Anthropic's, and ${to.host} is not Anthropic: it would be sent there.`};
	return {state: 'fine'};
}

/** Every secret of a wish with the host it would go to: Anthropic's own where the wish names none. */
export function sendingsOf(wish: Wish): readonly Sending[] {
	const address = wish.set.find(({name}) => name === 'ANTHROPIC_BASE_URL')?.value;
	const text = address?.kind === 'plain' ? address.text : 'https://api.anthropic.com';
	if (!URL.canParse(text)) return [];
	const to = new URL(text);
	return wish.set.flatMap(({value}) => (value.kind === 'secret' && value.secret !== null ? [{secret: value.secret, to}] : []));
}

export type JudgedAddress = {readonly ok: true; readonly url: URL} | {readonly ok: false; readonly why: string; readonly hint: string};

/** An address that a credential may be sent to at all. */
export function judgeAddress(text: string): JudgedAddress {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !/^https?:$/.test(url.protocol)) return {ok: false, why: 'is no address', hint: 'It begins with https:// or http://'};
	if (url.username !== '' || url.password !== '')
		return {ok: false, why: 'holds a user name or password', hint: 'Give the address without them.'};
	return {ok: true, url};
}

export function unencrypted(to: URL): string {
	return `http:// sends the key to ${to.host} unencrypted: everyone on the way can read it.`;
}

/** Only what the system itself never sends out: a name of the local network is not one of them. */
export function isLoopback({hostname}: URL): boolean {
	return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function isAnthropic({hostname}: URL): boolean {
	return /(?:^|\.)anthropic\.com$/.test(hostname);
}

function isAnthropicKey(secret: Secret): boolean {
	return /^(?:Bearer\s+)?sk-ant-/i.test(secret.reveal().trim());
}
