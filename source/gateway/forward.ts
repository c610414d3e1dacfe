import {randomUUID} from 'node:crypto';
import type {ClientRequest, IncomingMessage, OutgoingHttpHeaders, ServerResponse} from 'node:http';
import {request as plainRequest} from 'node:http';
import {request as safeRequest} from 'node:https';
import {type AnswerKind, answerKind} from './answer-kind.ts';
import {arrivalOf} from './arrival.ts';
import {anthropicError} from './failures/failure.ts';
import {onwardHeaders} from './onward-headers.ts';
import type {Known} from './readers/read-by.ts';
import {sendAnswer} from './send-answer.ts';

export type Destination = {
	/** Its path stands before that of every request. */
	readonly base: URL;
	/** Why a credential must not go there, as a sentence; null where it belongs there. */
	readonly whyNot: (credential: Known) => string | null;
};

/** A request that was passed on, or was meant to be. */
export type Forwarded = {
	readonly by: 'forward';
	readonly host: string;
	/** Credentials that stayed here. */
	readonly dropped: readonly {readonly name: string; readonly why: string}[];
} & (
	| {readonly state: 'answered'; readonly status: number; readonly answer: AnswerKind}
	/** Not followed, and not given to the client, which would follow it with its credentials. */
	| {readonly state: 'redirected'; readonly status: number; readonly to: string | null}
	| {readonly state: 'unreached'; readonly code: string}
	| {readonly state: 'left'}
	| {readonly state: 'loop'}
	| {readonly state: 'web-page'}
);

/** Passes requests on to one host, as the proxy it is (`Via`), without those credentials that belong elsewhere. */
export class Forwarder {
	readonly #destination: Destination;
	/** By this a request that comes back to us is known. */
	readonly #mark = `wizard-capture-${randomUUID()}`;

	constructor(destination: Destination) {
		this.#destination = destination;
	}

	/** The request is streamed on as it comes, the answer as it is given; only the beginning of a failure is looked at. */
	pass(request: IncomingMessage, response: ServerResponse): Promise<Forwarded> {
		const {base, whyNot} = this.#destination;
		const {sent} = arrivalOf(request, {state: 'whole', bytes: Buffer.alloc(0), size: 0});
		const dropped = sent.flatMap(one => {
			const why = whyNot(one);
			return why === null ? [] : [{name: one.header.name, why}];
		});
		const about = {by: 'forward', host: base.host, dropped} as const;
		const refuse = (status: number, message: string) => sendAnswer(response, anthropicError(status, 'api_error', message));
		if (String(request.headers.via ?? '').includes(this.#mark)) {
			refuse(508, 'wizard capture: this request came from here already');
			return Promise.resolve({...about, state: 'loop'});
		}
		if (isOfWebPage(request)) {
			refuse(403, 'wizard capture: requests of web pages are not passed on');
			return Promise.resolve({...about, state: 'web-page'});
		}
		return new Promise(resolve => {
			const fail = (code: string) => {
				// What the client still sends is read to its end, or it would wait for ever.
				request.resume();
				if (response.headersSent || response.destroyed) response.destroy();
				else refuse(502, `wizard capture: ${base.host} could not be reached (${code})`);
				resolve({...about, state: 'unreached', code});
			};
			try {
				const onward = this.#open(request, onwardHeaders(request, new Set(dropped.map(({name}) => name)), this.#mark));
				response.on('close', () => {
					if (response.writableFinished) return;
					onward.destroy();
					resolve({...about, state: 'left'});
				});
				onward.on('error', error => fail(codeOf(error)));
				onward.on('response', answer => {
					const status = answer.statusCode ?? 502;
					if (status >= 300 && status < 400 && status !== 304) {
						answer.resume();
						refuse(502, `wizard capture: ${base.host} answered with a redirect (${status}), which is not followed`);
						return resolve({...about, state: 'redirected', status, to: answer.headers.location ?? null});
					}
					try {
						response.writeHead(status, backHeaders(answer));
					} catch (error) {
						return fail(codeOf(error));
					}
					answer.on('error', () => response.destroy());
					void answerKind(answer, status).then(kind => resolve({...about, state: 'answered', status, answer: kind}));
					answer.pipe(response);
				});
				request.pipe(onward);
			} catch (error) {
				// A path or a header that came in but may not go out.
				fail(codeOf(error));
			}
		});
	}

	#open(request: IncomingMessage, headers: OutgoingHttpHeaders): ClientRequest {
		const {base} = this.#destination;
		const open = base.protocol === 'https:' ? safeRequest : plainRequest;
		return open({
			method: request.method,
			hostname: base.hostname.replace(/^\[(.*)\]$/, '$1'),
			port: base.port,
			path: `${base.pathname.replace(/\/+$/, '')}${pathOf(request.url ?? '/')}`,
			headers,
			agent: false,
			// Also under NODE_TLS_REJECT_UNAUTHORIZED=0: a credential goes to no one whose name is not proved.
			rejectUnauthorized: true,
		});
	}
}

function codeOf(error: unknown): string {
	const {code, name} = error as NodeJS.ErrnoException;
	return code ?? name;
}

/** A client that takes us for its proxy names a whole address; only its path is ours to use. */
function pathOf(target: string): string {
	if (target.startsWith('/')) return target;
	return URL.canParse(target) ? new URL(target).pathname + new URL(target).search : '/';
}

/** Any page may post here from a browser; it has no business with the user's endpoint. */
function isOfWebPage({headers}: IncomingMessage): boolean {
	const {origin} = headers;
	if (origin === undefined) return false;
	return !URL.canParse(origin) || !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(origin).hostname);
}

/** Cookies of that host are none of this address's, and how the connection is kept is settled on each side. */
function backHeaders({rawHeaders}: IncomingMessage): string[] {
	const back: string[] = [];
	for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
		const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
		if (!/^(?:connection|keep-alive|transfer-encoding|upgrade|trailer|proxy-authenticate|set-cookie|alt-svc)$/i.test(name))
			back.push(name, value);
	}
	return back;
}
