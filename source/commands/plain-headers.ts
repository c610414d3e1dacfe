import {showValue} from '../places/show.ts';

export type PlainHeaders =
	| {readonly ok: true; readonly text: string}
	| {readonly ok: false; readonly message: string; readonly hint: string};

/** Headers in clear text, which must not be secrets. */
export function plainHeaders(given: readonly string[]): PlainHeaders {
	for (const header of given) {
		const value = /^[!#$%&'*+.^_`|~\w-]+:\s*(.*)$/.exec(header)?.[1];
		if (value === undefined) return {ok: false, message: "--header has the form 'Name: value'.", hint: "--header 'X-Team: blue'"};
		if (showValue('', value) !== value)
			return {
				ok: false,
				message: 'The value of --header looks like a key.',
				hint: 'A snippet holds one secret only: keep the header in settings.json.',
			};
	}
	return {ok: true, text: given.join('\n')};
}
