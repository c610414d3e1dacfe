import http from 'node:http';

/**
 * A server on 127.0.0.1 that answers a messages request as Anthropic does and keeps what it got.
 *
 * @returns {Promise<import('./types.ts').Recorder>}
 */
export async function startRecorder(answerText = 'pong') {
	/** @type {import('./types.ts').Got[]} */
	const requests = [];
	const server = http.createServer((request, response) => {
		/** @type {Buffer[]} */
		const chunks = [];
		request.on('data', chunk => chunks.push(chunk));
		request.on('end', () => answer(request, response, Buffer.concat(chunks).toString(), requests, answerText));
	});
	await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const address = server.address();
	return {
		requests,
		port: String(typeof address === 'object' ? address?.port : address),
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {string} body
 * @param {import('./types.ts').Got[]} requests
 * @param {string} answerText
 */
function answer(request, response, body, requests, answerText) {
	const json = parsed(body);
	const url = request.url ?? '';
	const messages = request.method === 'POST' && Array.isArray(json?.messages) && !url.includes('count_tokens');
	requests.push({
		messages,
		url,
		authorization: request.headers.authorization ?? null,
		xApiKey: request.headers['x-api-key']?.toString() ?? null,
		model: json?.model ?? null,
		body,
	});
	if (!messages) return sendJson(response, 404, {type: 'error', error: {type: 'not_found_error', message: 'no route'}});
	const message = {
		id: 'msg_1',
		type: 'message',
		role: 'assistant',
		model: json.model,
		content: [],
		stop_reason: null,
		stop_sequence: null,
		usage: {input_tokens: 1, output_tokens: 1},
	};
	if (!json.stream) return sendJson(response, 200, {...message, content: [{type: 'text', text: answerText}], stop_reason: 'end_turn'});
	response.writeHead(200, {'content-type': 'text/event-stream'});
	/** @type {(type: string, data: object) => boolean} */
	const event = (type, data) => response.write(`event: ${type}\ndata: ${JSON.stringify({type, ...data})}\n\n`);
	event('message_start', {message});
	event('content_block_start', {index: 0, content_block: {type: 'text', text: ''}});
	event('content_block_delta', {index: 0, delta: {type: 'text_delta', text: answerText}});
	event('content_block_stop', {index: 0});
	event('message_delta', {delta: {stop_reason: 'end_turn', stop_sequence: null}, usage: {output_tokens: 1}});
	event('message_stop', {});
	response.end();
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {unknown} value
 */
function sendJson(response, status, value) {
	response.writeHead(status, {'content-type': 'application/json'});
	response.end(JSON.stringify(value));
}

/** @param {string} text */
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
