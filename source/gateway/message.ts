/** A whole answer of the Messages API, with as little in it as a client needs. */
export function message(model: string, text: string): object {
	return {...head(model), content: [{type: 'text', text}], stop_reason: 'end_turn'};
}

/** The same as server-sent events, in the order in which Anthropic sends them. */
export function messageEvents(model: string, text: string): readonly string[] {
	return [
		event('message_start', {message: {...head(model), content: [], stop_reason: null}}),
		event('content_block_start', {index: 0, content_block: {type: 'text', text: ''}}),
		event('ping', {}),
		event('content_block_delta', {index: 0, delta: {type: 'text_delta', text}}),
		event('content_block_stop', {index: 0}),
		event('message_delta', {delta: {stop_reason: 'end_turn', stop_sequence: null}, usage: {output_tokens: 1}}),
		event('message_stop', {}),
	];
}

function head(model: string): object {
	return {
		id: 'msg_01gateway',
		type: 'message',
		role: 'assistant',
		model,
		stop_sequence: null,
		usage: {input_tokens: 1, output_tokens: 1},
	};
}

function event(type: string, data: object): string {
	return `event: ${type}\ndata: ${JSON.stringify({type, ...data})}\n\n`;
}
