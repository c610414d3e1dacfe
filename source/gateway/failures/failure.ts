/** One failure the gateway can play: who speaks, with which status, in the very body shape of that vendor. */
export type Failure = {
	/** Permanent: the cause it ends in, and where a cause has several voices, whose. */
	readonly name: string;
	/** A label of the taxonomy. */
	readonly cause: string;
	readonly answer: Played;
};

export type Played =
	| {readonly kind: 'json'; readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>>}
	| {readonly kind: 'text'; readonly status: number; readonly type: 'text/plain' | 'text/html'; readonly text: string}
	| {readonly kind: 'redirect'; readonly status: 301 | 302 | 307 | 308; readonly to: string}
	/** The connection stays open and nothing comes. */
	| {readonly kind: 'silence'}
	/** The connection is cut without an answer. */
	| {readonly kind: 'hang-up'};

/** An error as Anthropic words it; most gateways copy the shape. */
export function anthropicError(status: number, type: string, message: string): Played {
	return {kind: 'json', status, body: {type: 'error', error: {type, message}, request_id: 'req_011CgatewayPlaysThis0001'}};
}

/** An error as OpenAI words it, which LiteLLM and the relays of the new-api family copy. */
export function openaiError(status: number, message: string, type: string, code: string | number | null = null): Played {
	return {kind: 'json', status, body: {error: {message, type, param: null, code}}};
}
