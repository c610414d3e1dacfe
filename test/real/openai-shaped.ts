import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

export type Asked = {readonly key: string; readonly model: string; readonly stream: boolean};

/**
 * A service on 127.0.0.1 that speaks OpenAI's protocol and answers as OpenRouter does: `good` is a key, `broke` one without credits, any
 * other none; of models it has one.
 */
export class OpenaiShaped {
	readonly url: string;
	readonly asked: Asked[] = [];
	readonly #server: Server;

	static async open({
		good,
		broke,
		model,
	}: {
		readonly good: readonly string[];
		readonly broke: string;
		readonly model: string;
	}): Promise<OpenaiShaped> {
		const server = createServer();
		const asked: Asked[] = [];
		server.on('request', (request, response) => {
			let text = '';
			request.on('data', data => {
				text += String(data);
			});
			request.on('end', () => {
				const answer = (status: number, body: object) => {
					response.writeHead(status, {'content-type': 'application/json'});
					response.end(JSON.stringify(body));
				};
				const refuse = (code: number, message: string) => answer(code, {error: {message, code}});
				const key = (request.headers.authorization ?? '').replace(/^Bearer /, '');
				const body = text === '' ? {} : JSON.parse(text);
				if (!request.url?.endsWith('/chat/completions')) return refuse(404, 'Not found');
				asked.push({key, model: body.model, stream: body.stream === true});
				if (key === broke) return refuse(402, 'Insufficient credits. Add more using https://openrouter.ai/settings/credits');
				if (!good.includes(key)) return refuse(401, 'User not found.');
				if (body.model !== model) return refuse(404, `No endpoints found for ${body.model}.`);
				const choice = (more: object) => ({id: 'x', object: 'chat.completion', created: 1, model, choices: [{index: 0, ...more}]});
				if (body.stream !== true)
					return answer(200, {
						...choice({message: {role: 'assistant', content: 'ok'}, finish_reason: 'stop'}),
						usage: {prompt_tokens: 1, completion_tokens: 1, total_tokens: 2},
					});
				response.writeHead(200, {'content-type': 'text/event-stream'});
				for (const more of [
					{delta: {role: 'assistant', content: 'ok'}, finish_reason: null},
					{delta: {}, finish_reason: 'stop'},
				])
					response.write(`data: ${JSON.stringify(choice(more))}\n\n`);
				return response.end('data: [DONE]\n\n');
			});
		});
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		return new OpenaiShaped(server, asked);
	}

	private constructor(server: Server, asked: Asked[]) {
		this.#server = server;
		this.asked = asked;
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise(resolve => this.#server.close(resolve));
	}
}
