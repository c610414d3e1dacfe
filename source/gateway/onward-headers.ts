import type {IncomingMessage, OutgoingHttpHeaders} from 'node:http';

/** Meant for this connection alone, not for what lies behind it (RFC 9110, 7.6.1). */
const here = /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|expect|accept-encoding|via)$/;

/** The headers of a request as they are passed on: without those of this connection, and without credentials that belong elsewhere. */
export function onwardHeaders(request: IncomingMessage, without: ReadonlySet<string>, mark: string): OutgoingHttpHeaders {
	const named = (request.headers.connection ?? '').split(',').map(name => name.trim().toLowerCase());
	const headers: Record<string, string | string[]> = {};
	for (const [name, values = []] of Object.entries(request.headersDistinct))
		if (!here.test(name) && !without.has(name) && !named.includes(name)) headers[name] = values.length === 1 ? (values[0] ?? '') : values;
	headers['via'] = [request.headers.via, `1.1 ${mark}`].filter(Boolean).join(', ');
	// Otherwise a failure would come in a form in which its words cannot be read.
	headers['accept-encoding'] = 'identity';
	return headers;
}
