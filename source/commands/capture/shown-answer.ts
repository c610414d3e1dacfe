import {explainFailure} from '../../claude/failure.ts';
import {showAddress, showable} from '../../claude/showable.ts';
import type {AnswerKind} from '../../gateway/answer-kind.ts';
import type {Answered} from '../../gateway/capture.ts';
import {showValue} from '../../places/show.ts';

/** The answer as it may be shown. */
export type ShownAnswer = OursShown | (ForwardShown & Outcome);

type OursShown = {readonly by: 'wizard'; readonly status: number /** Of a request that was refused. */; readonly why: string | null};

type ForwardShown = {
	readonly by: 'endpoint';
	readonly host: string;
	/** Credentials that were not sent on. */
	readonly dropped: readonly {readonly name: string; readonly why: string}[];
};

type Outcome =
	| {
			readonly state: 'answered';
			readonly status: number;
			readonly form: AnswerKind['form'];
			readonly server: string | null;
			/** Of a failure: what the server says, and the cause that it most likely has. */
			readonly words: string | null;
			readonly cause: string | null;
	  }
	| {readonly state: 'redirected'; readonly status: number; readonly to: string | null}
	| {readonly state: 'unreached'; readonly status: null; readonly code: string}
	| {readonly state: 'left' | 'loop' | 'web-page'; readonly status: null};

export function shownAnswer(answered: Answered): ShownAnswer {
	switch (answered.by) {
		case 'us':
			return {by: 'wizard', status: answered.status, why: null};
		case 'refusal':
			return {by: 'wizard', status: answered.status, why: 'its Host header does not name this listener'};
		case 'forward': {
			const {by: _, host, dropped} = answered;
			return {by: 'endpoint', host, dropped: dropped.map(({name, why}) => ({name: showValue('', name), why})), ...outcome(answered)};
		}
	}
}

function outcome(answered: Extract<Answered, {by: 'forward'}>): Outcome {
	const {state, host} = answered;
	switch (state) {
		case 'answered': {
			const {status, answer} = answered;
			const {form} = answer;
			// A HEAD has no words in its answer: nothing to quote, and nothing to judge by.
			const failure = answer.failure?.trim() ? answer.failure : null;
			const server = answer.server === null ? null : showValue('', answer.server);
			return {state, status, form, server, words: failure === null ? null : showable(failure), cause: causeOf(status, host, failure)};
		}
		case 'redirected':
			return {state, status: answered.status, to: shownTarget(answered.to, host)};
		case 'unreached':
			return {state, status: null, code: showValue('', answered.code)};
		case 'left':
		case 'loop':
		case 'web-page':
			return {state, status: null};
	}
}

/** A redirect may be written without its host. */
function shownTarget(to: string | null, host: string): string | null {
	return to !== null && URL.canParse(to, `https://${host}`) ? showAddress(new URL(to, `https://${host}`).href) : null;
}

function causeOf(status: number, host: string, failure: string | null): string | null {
	if (failure === null) return null;
	const explained = explainFailure(`API Error: ${status} ${failure}`, {status, baseUrl: `https://${host}`});
	return explained.state === 'explained' ? explained.first.cause : 'unknown';
}
