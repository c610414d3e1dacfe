import type {Fact} from '../places/fact.ts';
import type {Plan} from '../plan/plan.ts';
import {preview} from '../plan/preview.ts';
import type {ReviewLine} from './conversation.ts';

/** A plan to look at: its steps, and what they change line by line. */
export function diffLines(plan: Plan, home: string, facts: readonly Fact[] = []): readonly ReviewLine[] {
	return preview(plan, {home, colour: false, facts})
		.split('\n')
		.map(text => ({text, tone: toneOf(text)}));
}

function toneOf(text: string): ReviewLine['tone'] {
	if (/^(?:---|\+\+\+) /.test(text)) return 'strong';
	if (text.startsWith('@@')) return 'quiet';
	return text.startsWith('+') ? 'come' : text.startsWith('-') ? 'gone' : 'plain';
}
