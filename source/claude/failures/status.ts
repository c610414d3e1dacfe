import type {Normalised} from './normalise.ts';

/** The HTTP status a text states, in the many ways people and programs write it; null where it states none. */
export function statusOf(text: Normalised): number | null {
	for (const pattern of patterns) {
		const found = pattern.exec(text.flowed)?.[1];
		if (found !== undefined) return Number(found);
	}
	return null;
}

const patterns: readonly RegExp[] = [
	/api error:? ?\(?([45]\d\d)\b/,
	/status(?: ?code)?"?[:= ]+"?([1-5]\d\d)\b/,
	/status_code"?[:= ]+([1-5]\d\d)\b/,
	/error code:? ([45]\d\d)\b/,
	/http(?:\/\d(?:\.\d)?"?)?(?: error| status)?:? ([1-5]\d\d)\b/,
	/"code": ?"?([45]\d\d)\b/,
	/状态码[: ]*([45]\d\d)/,
	/\(([45]\d\d)\)/,
	/(?:^|[\s[(])([45]\d\d)(?=[\s:,."{)\]]|$)(?! ?m?s\b)/,
];
