import type {AnswerKind} from '../../gateway/answer-kind.ts';
import type {ShownAnswer} from './shown-answer.ts';

/** What came back, in words, and which credentials were kept from being sent. Nothing is said of an answer of ours that is as usual. */
export function answerWords(answer: ShownAnswer): {readonly kept: readonly string[]; readonly said: string | null} {
	if (answer.by === 'wizard') return {kept: [], said: answer.why === null ? null : `${answer.status}, refused: ${answer.why}`};
	return {kept: answer.dropped.map(({name, why}) => `${name} was not sent on: ${why}`), said: words(answer)};
}

function words(answer: Extract<ShownAnswer, {by: 'endpoint'}>): string {
	switch (answer.state) {
		case 'answered':
			if (answer.words === null) return `${answer.status} from ${answer.host}, ${formWords(answer.form)}`;
			return `${answer.status} from ${answer.host}${answer.cause === 'unknown' ? '' : ` (${answer.cause})`}: ${answer.words}`;
		case 'redirected':
			return `${answer.status} from ${answer.host}: it leads to ${answer.to ?? 'nowhere'}, which is not followed`;
		case 'unreached':
			return `${answer.host} could not be reached (${answer.code}), asked without a proxy`;
		case 'left':
			return 'the client left before the answer came';
		case 'loop':
			return 'not sent on: it came from here already, so the address leads back to this listener';
		case 'web-page':
			return 'not sent on: a web page made this request';
	}
}

function formWords(form: AnswerKind['form']): string {
	switch (form) {
		case 'stream':
			return 'a stream';
		case 'json':
			return 'JSON';
		case 'html':
			return 'a web page (HTML), which no client understands';
		case 'text':
			return 'plain text';
		case 'empty':
			return 'with nothing in it';
		case 'other':
			return 'in some other form';
	}
}
