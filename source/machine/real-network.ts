import type {ClientRequest, IncomingHttpHeaders, RequestOptions} from 'node:http';
import {gather} from './gather.ts';
import type {Call, Network, Reply} from './machine.ts';

const kept = 64 * 1024;

/** One plain request, as ourselves. Node's `fetch` follows redirects with x-api-key in hand (facts measured); `http` never follows any. */
export function realNetwork(version: string): Network {
	return {
		async call(call) {
			const started = performance.now();
			const reply = await exchange(call, version);
			return {...reply, ms: Math.round(performance.now() - started)};
		},
	};
}

type Unmeasured = Reply extends infer One ? (One extends Reply ? Omit<One, 'ms'> : never) : never;

async function exchange(call: Call, version: string): Promise<Unmeasured> {
	const target = addressOf(call.url);
	if (target === null) return failed('ERR_INVALID_URL', 'it is no http or https address');
	const {request} = target.protocol === 'https:' ? await import('node:https') : await import('node:http');
	return new Promise(resolve => {
		let sent: ClientRequest | null = null;
		/** Known as soon as the status line came: a gateway that then stalls has still answered. */
		let answered: (() => Unmeasured) | null = null;
		const finish = (otherwise: Unmeasured) => {
			clearTimeout(timer);
			call.signal?.removeEventListener('abort', cancel);
			resolve(answered?.() ?? otherwise);
			sent?.destroy();
		};
		const fail = (error: NodeJS.ErrnoException) => finish(failed(error.code ?? error.name, messageOf(error)));
		const cancel = () => finish(failed('ABORT_ERR', 'it was cancelled'));
		const timer = setTimeout(() => finish(failed('ETIMEDOUT', `no answer within ${call.timeout} ms`)), call.timeout);
		call.signal?.addEventListener('abort', cancel, {once: true});
		try {
			sent = request(optionsFor(target, call, version));
			sent.on('error', fail);
			sent.on('response', response => {
				const body = gather(response, kept);
				answered = () => ({state: 'answered', status: response.statusCode ?? 0, headers: flat(response.headers), body: body()});
				const enough = () => finish(failed('ECONNRESET', 'the connection ended within the answer'));
				let size = 0;
				response.on('data', (part: Buffer) => {
					size += part.length;
					if (size >= kept) enough();
				});
				response.on('close', enough);
			});
			sent.end(call.body);
		} catch (error) {
			// A header that HTTP cannot carry: Node names the header, not its value.
			fail(error as NodeJS.ErrnoException);
		}
		if (call.signal?.aborted) cancel();
	});
}

function addressOf(url: string): URL | null {
	if (!URL.canParse(url)) return null;
	const target = new URL(url);
	return target.protocol === 'http:' || target.protocol === 'https:' ? target : null;
}

/** Only what the caller named goes out: Node would make a Basic header of user info, and an agent would keep the connection. */
function optionsFor(target: URL, call: Call, version: string): RequestOptions & {rejectUnauthorized: boolean} {
	const headers: Record<string, string | number> = {'accept-encoding': 'identity'};
	for (const [name, value] of Object.entries(call.headers)) headers[name.toLowerCase()] = value;
	headers['user-agent'] = `claude-auth-wizard/${version}`;
	if (call.body !== undefined) headers['content-length'] = Buffer.byteLength(call.body);
	return {
		method: call.method,
		hostname: target.hostname.replace(/^\[(.*)\]$/, '$1'),
		port: target.port,
		path: `${target.pathname}${target.search}`,
		headers,
		agent: false,
		// Also under NODE_TLS_REJECT_UNAUTHORIZED=0: a credential goes to no one whose name is not proved.
		rejectUnauthorized: true,
	};
}

function failed(code: string, message: string): Unmeasured {
	return {state: 'failed', code, message};
}

/** When every address of a host failed, the error itself has no text and its parts have. */
function messageOf(error: Error): string {
	const first = error instanceof AggregateError ? error.errors[0] : error;
	return first instanceof Error && first.message !== '' ? first.message : error.name;
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers))
		if (value !== undefined) texts[name] = Array.isArray(value) ? value.join(', ') : value;
	return texts;
}
