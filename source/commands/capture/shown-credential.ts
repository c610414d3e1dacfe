import type {Known} from '../../gateway/readers/read-by.ts';
import {showValue} from '../../places/show.ts';

export type ShownCredential = {
	readonly header: string;
	/** `Bearer`, `Basic`, or null for a bare value. */
	readonly scheme: string | null;
	/** The shape's id; null where it tells nothing. */
	readonly kind: string | null;
	readonly meaning: string;
	readonly login: boolean;
	/** Masked. */
	readonly shown: string;
	readonly length: number;
	readonly damage: string | null;
	readonly times: number;
};

/** A credential as it may be shown in public: what it is, never what it says. */
export function shownCredential({header, nature}: Known): ShownCredential {
	const {name, scheme, value, times} = header;
	return {
		header: showValue('', name),
		scheme: scheme === 'raw' ? null : scheme,
		kind: nature.login ? 'anthropic-oat' : nature.shape,
		meaning: nature.meaning,
		login: nature.login,
		shown: `${value}`,
		length: value.length,
		damage: nature.damage,
		times,
	};
}
