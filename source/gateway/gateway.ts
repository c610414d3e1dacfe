import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {answer, type Rules} from './answer.ts';
import {type Got, gotFrom} from './got.ts';
import {sendAnswer} from './send-answer.ts';

export type GatewayOptions = Partial<Rules> & {
	/** Called when a request has been read, before it is answered. */
	readonly seen?: (got: Got) => void;
};

export type Gateway = {
	/** The base address, prefix included. */
	readonly url: string;
	readonly port: number;
	/** Everything that arrived, oldest first. */
	readonly requests: readonly Got[];
	/** Cuts what is open and gives the port back. */
	readonly close: () => Promise<void>;
};

/** The longest body that is read; Claude Code's own are below 200 kB. */
const longest = 8 * 1024 * 1024;

/** A server that answers as Anthropic's Messages API does, on 127.0.0.1 alone, at a free port. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
	const {seen, ...given} = options;
	const rules: Rules = {...usual, ...given};
	const requests: Got[] = [];
	const server = createServer((request, response) => {
		if (!isLocal(request.headers.host)) return sendAnswer(response, {kind: 'empty', status: 421});
		const parts: Buffer[] = [];
		let size = 0;
		request.on('data', (part: Buffer) => {
			size += part.length;
			if (size > longest) request.destroy();
			else parts.push(part);
		});
		request.on('error', () => {});
		request.on('end', () => {
			const got = gotFrom(request.method ?? '', request.url ?? '', request.headers, Buffer.concat(parts));
			requests.push(got);
			seen?.(got);
			sendAnswer(response, answer(got, rules));
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}${rules.prefix}`,
		port,
		requests,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** Takes any credential and knows every model. */
export const usual: Rules = {
	expect: 'none',
	secret: null,
	second: 'ignored',
	prefix: '',
	models: null,
	clients: 'any',
	play: null,
	reply: 'ok',
};

/** A web page can make a browser call this port under a name of its own (DNS rebinding); its Host header tells. */
function isLocal(host: string | undefined): boolean {
	return host !== undefined && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host);
}
