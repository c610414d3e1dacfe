/** What a pure text edit gives: new text, the same text, or a refusal with the place that stands in the way (both counted from 1). */
export type Edited = {readonly state: 'changed'; readonly text: string; readonly line: number} | {readonly state: 'same'} | Refused;

export type Refused = {
	readonly state: 'refused';
	readonly kind: 'malformed' | 'not-found' | 'impossible';
	readonly why: string;
	readonly line: number | null;
	readonly column: number | null;
};
