import {refuseKey, refuseText} from './refuse.ts';
import type {WishedValue} from './wish.ts';

export type Given =
	| {readonly state: 'text'; readonly text: string}
	| {readonly state: 'missing'}
	| {readonly state: 'refused'; readonly why: string};

/** The one place where a wished value, secret or not, becomes text to write. */
export function givenText(value: WishedValue): Given {
	switch (value.kind) {
		case 'plain':
			return checked(value.text, refuseText(value.text));
		case 'secret':
			return value.secret === null ? {state: 'missing'} : checked(value.secret.reveal(), refuseKey(value.secret.reveal()));
	}
}

function checked(text: string, why: string | null): Given {
	return why === null ? {state: 'text', text} : {state: 'refused', why};
}
