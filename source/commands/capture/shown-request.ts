import {showAddress} from '../../claude/showable.ts';
import type {Captured} from '../../gateway/capture.ts';
import {headerCase} from '../../gateway/header-case.ts';
import {readers} from '../../gateway/readers/index.ts';
import {showValue} from '../../places/show.ts';
import {caseWords} from './case-words.ts';
import {readerWords} from './reader-words.ts';
import {shownAnswer} from './shown-answer.ts';
import {shownCredential} from './shown-credential.ts';

type Request = Extract<Captured, {kind: 'request'}>;

/** Everything that is shown of a request, fit to be shown; also the line of `--json`. */
export type ShownRequest = ReturnType<typeof shownRequest>;

const most = 60;

export function shownRequest(number: number, {arrival, answered}: Request) {
	const {got, sent, agent, version, betas} = arrival;
	const which = headerCase(sent);
	const {title, why, proposals} = caseWords(which, sent);
	return {
		schema: 1,
		kind: 'request',
		number,
		method: got.method,
		path: shownPath(got.path),
		remark: remarkOnPath(got.path),
		http: arrival.http,
		client: {kind: got.client, agent: agent === null ? null : showValue('', agent)},
		version: version === null ? null : showValue('', version),
		betas: betas.slice(0, most).map(shownBeta),
		model: got.shape.model === null ? null : showValue('ANTHROPIC_MODEL', got.shape.model),
		stream: got.shape.stream,
		bytes: arrival.bytes,
		whole: arrival.whole,
		headers: got.headers.slice(0, most).map(name => showValue('', name)),
		credentials: sent.map(shownCredential),
		case: which,
		title,
		why,
		proposals,
		gateways: readers.map(reader => readerWords(reader, sent)),
		answer: shownAnswer(answered),
	} as const;
}

/** They end in a date, and are long enough to be taken for keys. */
function shownBeta(beta: string): string {
	return /^[a-z][a-z0-9-]{1,50}-\d{4}-\d{2}-\d{2}$/.test(beta) ? beta : showValue('', beta);
}

function shownPath(path: string): string {
	return (showAddress(`http://127.0.0.1${path.startsWith('/') ? path : `/${path}`}`) ?? '').replace('http://127.0.0.1', '') || '/';
}

/** What the path tells of the base address that the client was given. */
function remarkOnPath(path: string): string | null {
	if (/\/v1\/v1\//.test(path)) return 'The base address ends in /v1, and the client adds /v1 itself.';
	if (/\/messages\/v1\/messages/.test(path)) return 'The base address ends in /v1/messages, and the client adds that itself.';
	if (/\/(?:chat\/completions|completions|responses|embeddings)$/.test(path))
		return "This is a request of OpenAI's protocol; an Anthropic endpoint does not know it.";
	return null;
}
