/** Something that goes wrong, or is paid twice, with this address or this key at it; told before anything is sent. */
export type Trap = {
	readonly kind: TrapKind;
	/** `wrong`: it cannot work. `doubt`: most likely not meant. `note`: right, and worth knowing. */
	readonly weight: 'wrong' | 'doubt' | 'note';
	readonly says: string;
	/** The address that was most likely meant. */
	readonly better: string | null;
};

export type TrapKind =
	| 'not-filled-in'
	| 'openai-only'
	| 'openai-path'
	| 'messages-path'
	| 'v1-goes'
	| 'v1-stays'
	| 'other-path'
	| 'cloud'
	| 'unlike-its-keys'
	| 'key-of-another'
	| 'which-of-several'
	| 'siblings';
