import type {IncomingHttpHeaders} from 'node:http';
import {type Carried, carriedBy} from './credential.ts';

/** One request as it arrived. Neither its text nor its other headers' values are kept. */
export type Got = {
	readonly method: string;
	/** Without its query. */
	readonly path: string;
	/** Path and query as they came. */
	readonly target: string;
	readonly carried: Carried;
	/** Names of all headers, in lower case, sorted. */
	readonly headers: readonly string[];
	readonly client: 'claude-code' | 'wizard' | 'other';
	/** Size of the body as it came. */
	readonly bytes: number;
	readonly shape: Shape;
};

/** What the body asks for; all null and false where it is no JSON object. */
export type Shape = {
	readonly model: string | null;
	readonly messages: boolean;
	readonly stream: boolean;
	readonly maxTokens: number | null;
	readonly tools: number;
};

export function gotFrom(method: string, target: string, headers: IncomingHttpHeaders, body: Buffer): Got {
	const shape = shapeOf(body.toString('utf8'));
	return {
		method,
		path: target.replace(/[?#].*$/, ''),
		target,
		carried: carriedBy(headers),
		headers: Object.keys(headers).sort(),
		client: clientOf(headers),
		bytes: body.length,
		shape,
	};
}

/** By what a client says of itself, as the relays do that admit one client only. */
function clientOf(headers: IncomingHttpHeaders): Got['client'] {
	const agent = headers['user-agent'] ?? '';
	if (/^claude-cli\//.test(agent) && headers['x-app'] === 'cli') return 'claude-code';
	return agent.startsWith('claude-auth-wizard/') ? 'wizard' : 'other';
}

function shapeOf(text: string): Shape {
	const body = parsed(text);
	const {model, messages, stream, max_tokens: most, tools} = body;
	return {
		model: typeof model === 'string' && model !== '' ? model : null,
		messages: Array.isArray(messages) && messages.length > 0,
		stream: stream === true,
		maxTokens: typeof most === 'number' ? most : null,
		tools: Array.isArray(tools) ? tools.length : 0,
	};
}

function parsed(text: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}
