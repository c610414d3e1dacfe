import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {answer} from './answer.ts';
import {type Arrival, arrivalOf} from './arrival.ts';
import {BodyKeeper} from './body-keeper.ts';
import {anthropicError} from './failures/failure.ts';
import {type Destination, type Forwarded, Forwarder} from './forward.ts';
import {usual} from './gateway.ts';
import {sendAnswer} from './send-answer.ts';
import {type Strange, strangeness} from './strange.ts';

/** What came to the listener, in the order in which it was answered. */
export type Captured =
	| {readonly kind: 'request'; readonly arrival: Arrival; readonly answered: Answered}
	/** Something that is no request: a TLS greeting, a tunnel that a proxy would open, garbage. */
	| {readonly kind: 'strange'; readonly what: Strange};

export type Answered =
	| {readonly by: 'us'; readonly status: number}
	/** It came under another name than that of this computer, as a web page can make a browser do. Nothing is passed on. */
	| {readonly by: 'refusal'; readonly status: 421}
	| Forwarded;

export type CaptureOptions = {
	readonly reply: string;
	/** Where requests are passed on to; null where we answer ourselves. */
	readonly destination: Destination | null;
	readonly seen: (captured: Captured) => void;
};

export type Capture = {readonly url: string; readonly port: number; readonly close: () => Promise<void>};

/** A helper of 2.1.227 may print 16 384 characters, and they go out in two headers. */
const longestHeaders = 128 * 1024;

/** The listener of `wizard capture`: on 127.0.0.1 alone, at a free port. Of a request nothing is kept, and nothing is ever written down. */
export async function startCapture({reply, destination, seen}: CaptureOptions): Promise<Capture> {
	const keeper = new BodyKeeper();
	const forwarder = destination === null ? null : new Forwarder(destination);
	const server = createServer({maxHeaderSize: longestHeaders}, (request, response) => {
		response.on('error', () => {});
		request.on('error', () => {});
		// A request that surprises us ends by itself and not the listener.
		take(request, response).catch(() => response.destroy());
	});
	server.on('clientError', (error: NodeJS.ErrnoException & {rawPacket?: Buffer}, socket: Socket) => {
		const what = strangeness(error.code, error.rawPacket);
		if (what !== null) seen({kind: 'strange', what});
		turnAway(socket, what === 'headers-too-large' ? '431 Request Header Fields Too Large' : '400 Bad Request');
	});
	server.on('connect', (_request, socket: Socket) => {
		seen({kind: 'strange', what: 'tunnel'});
		turnAway(socket, '405 Method Not Allowed');
	});

	async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = keeper.keep(request);
		const local = isThisComputer(request.headers.host, port);
		const forwarded = local && forwarder !== null ? forwarder.pass(request, response) : null;
		const read = await body;
		const arrival = arrivalOf(request, read);
		const answered = forwarded === null ? answerHere(arrival, read.state, local, response) : await forwarded;
		seen({kind: 'request', arrival, answered});
	}

	function answerHere(arrival: Arrival, state: string, local: boolean, response: ServerResponse): Answered {
		if (!local) {
			sendAnswer(response, anthropicError(421, 'invalid_request_error', 'This listener answers to 127.0.0.1 and localhost alone.'));
			return {by: 'refusal', status: 421};
		}
		const tooLarge = anthropicError(413, 'request_too_large', 'Request exceeds the maximum size');
		const made = state === 'too-large' ? tooLarge : answer(arrival.got, {...usual, reply});
		sendAnswer(response, made);
		return {by: 'us', status: made.kind === 'stream' ? 200 : 'status' in made ? made.status : 0};
	}

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** A web page can make a browser call this port under a name of its own (DNS rebinding); the Host header tells. */
function isThisComputer(host: string | undefined, port: number): boolean {
	return host === `127.0.0.1:${port}` || host?.toLowerCase() === `localhost:${port}`;
}

function turnAway(socket: Socket, status: string): void {
	socket.on('error', () => {});
	if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
	else socket.destroy();
}
