import type {Secret} from '../credentials/secret.ts';
import {type Expected, judgeCredential, type Verdict} from './credential.ts';
import {anthropicError, openaiError, type Played} from './failures/failure.ts';
import {failureNamed} from './failures/index.ts';
import type {Got} from './got.ts';
import {message, messageEvents} from './message.ts';

/** What the server checks before it answers, and what it plays. */
export type Rules = {
	readonly expect: Expected;
	/** The one value that is accepted; null accepts any. */
	readonly secret: Secret | null;
	/** What becomes of a credential in the header that is not read. */
	readonly second: 'ignored' | 'refused';
	/** The path before /v1: '' or '/api'. */
	readonly prefix: string;
	/** Known names; null knows every name. */
	readonly models: readonly string[] | null;
	/** Some relays let no other program in, whatever its key. */
	readonly clients: 'any' | 'claude-code';
	/** A failure by its name (failures/), played to every messages request. */
	readonly play: string | null;
	readonly reply: string;
};

export type Answer =
	| Played
	| {readonly kind: 'stream'; readonly events: readonly string[]}
	| {readonly kind: 'empty'; readonly status: number};

/** The answer to one request: pure, so that every rule can be tested without a socket. */
export function answer(got: Got, rules: Rules): Answer {
	const {method, path} = got;
	// Older versions ask HEAD on the base path before the first prompt, newer ones GET /api/hello: neither carries a credential.
	if (method === 'HEAD') return {kind: 'empty', status: 200};
	if (method === 'GET' && path.endsWith('/api/hello')) return json(200, {message: 'hello'});
	switch (`${method} ${path.startsWith(rules.prefix) ? path.slice(rules.prefix.length) : ''}`) {
		case 'POST /v1/messages':
			return messages(got, rules);
		case 'POST /v1/messages/count_tokens':
			return refusal(got, rules) ?? json(200, {input_tokens: Math.ceil(got.bytes / 4)});
		case 'GET /v1/models':
			return refusal(got, rules) ?? modelList(rules);
	}
	return {kind: 'text', status: 404, type: 'text/plain', text: '404 page not found\n'};
}

function messages(got: Got, rules: Rules): Answer {
	if (rules.play !== null) {
		const failure = failureNamed(rules.play);
		if (failure !== null) return failure.answer;
	}
	if (rules.clients === 'claude-code' && got.client !== 'claude-code') return played('client-not-allowed');
	const refused = refusal(got, rules);
	if (refused !== null) return refused;
	if (!got.shape.messages) return anthropicError(400, 'invalid_request_error', 'messages: Field required');
	const {model} = got.shape;
	if (model === null) return anthropicError(400, 'invalid_request_error', 'model: Field required');
	if (rules.models !== null && !rules.models.includes(model)) return anthropicError(404, 'not_found_error', `model: ${model}`);
	return got.shape.stream ? {kind: 'stream', events: messageEvents(model, rules.reply)} : json(200, message(model, rules.reply));
}

function refusal({carried}: Got, {expect, secret, second}: Rules): Answer | null {
	const verdict: Verdict = judgeCredential(carried, {header: expect, secret, second});
	switch (verdict) {
		case 'accepted':
			return null;
		case 'missing':
			return played(expect === 'x-api-key' ? 'wrong-header-x-api-key' : 'wrong-header');
		case 'unknown':
			return openaiError(
				401,
				'Authentication Error, Invalid proxy server token passed. Unable to find token in cache or `LiteLLM_VerificationTokenTable`',
				'token_not_found_in_db',
				'401',
			);
		case 'second':
			return anthropicError(400, 'invalid_request_error', 'More than one credential was sent: Authorization and x-api-key');
	}
}

function played(name: string): Answer {
	return failureNamed(name)?.answer ?? {kind: 'empty', status: 500};
}

function modelList({models}: Rules): Answer {
	const data = (models ?? []).map(id => ({type: 'model', id, display_name: id, created_at: '2026-01-01T00:00:00Z'}));
	return json(200, {data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null});
}

function json(status: number, body: object): Answer {
	return {kind: 'json', status, body};
}
