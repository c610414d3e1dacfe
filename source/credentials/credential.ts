import type {CredentialKind} from './competing.ts';

/** One of the four things a user may hold, as it is offered and asked for. Which variables carry it: competing.ts. */
export type Credential = {
	readonly kind: CredentialKind;
	readonly title: string;
	/** One line that tells it from the other three. */
	readonly hint: string;
	/** `fixed`: Anthropic's own address, so none is set. */
	readonly address: 'fixed' | 'asked';
	/** What goes out, as in "is sent as …". */
	readonly header: string;
	/** The page where one gets it; null where that depends on the endpoint. */
	readonly page: string | null;
	/** What stands over the field it is pasted into. */
	readonly question: string;
};
