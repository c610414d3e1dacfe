import type {Secret} from '../credentials/secret.ts';

/** What a snippet or a file is to bring about: the variables a credential needs, and those that must be gone. */
export type Wish = {
	/** What it is for, as in a comment: "router key for https://gw.example". */
	readonly title: string;
	readonly set: readonly Assignment[];
	/** Grouped by what they are about; each group becomes a line where the language allows it. */
	readonly unset: readonly (readonly string[])[];
};

export type Assignment = {readonly name: string; readonly value: WishedValue};

/** The secret is null where it is not known yet: a snippet asks for it, a file names where it comes from. */
export type WishedValue = {readonly kind: 'plain'; readonly text: string} | {readonly kind: 'secret'; readonly secret: Secret | null};

/** Text that was made, or the value that has no safe form there. */
export type Printed = {readonly ok: true; readonly text: string} | {readonly ok: false; readonly name: string; readonly why: string};
