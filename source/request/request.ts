import type {Fact, FactState} from '../places/fact.ts';

/** What `claude` will send: one messages request, or none and why. */
export type Request = Sent | NotSent;

export type Sent = {
	readonly sends: true;
	/** Full address of the messages request as `claude` builds it, without its own `?beta=true`. */
	readonly url: string;
	/** The exact path and query on the wire, which a strange base URL can bend. */
	readonly target: string;
	readonly authorization: Header | null;
	readonly xApiKey: Header | null;
	/** Extra headers by ANTHROPIC_CUSTOM_HEADERS; the two credential headers are not among them. */
	readonly headers: readonly ExtraHeader[];
	readonly model: string | null;
	readonly provider: Provider;
	readonly reason: string;
};

export type NotSent = {
	readonly sends: false;
	readonly url: null;
	readonly authorization: null;
	readonly xApiKey: null;
	readonly because: NotSentCause;
	readonly reason: string;
};

export type NotSentCause =
	| 'no-credential'
	| 'key-declined'
	| 'key-not-answered'
	| 'settings-dialog'
	| 'first-run'
	| 'login-without-scope'
	| 'helper-output'
	| 'bad-address'
	| 'bad-header'
	| 'managed-login'
	| 'broken-state'
	| 'cloud-setup'
	| 'profile';

export type Provider = 'anthropic' | 'bedrock' | 'vertex' | 'foundry' | 'mantle' | 'anthropic-aws' | 'google-cloud';

/** A credential header and where its value comes from. */
export type Header = {
	readonly fact: Fact;
	/** As it goes on the wire before the value; empty for x-api-key. */
	readonly scheme: 'Bearer' | 'Basic' | 'raw';
	/** The header goes out, but with nothing in it. */
	readonly empty: boolean;
	/** Goes out in some runs only: 2.1.197 races the helper against the request. */
	readonly sometimes: boolean;
};

export type ExtraHeader = {readonly name: string; readonly fact: Fact};

/** A fact with the verdict of one resolution: does its value go out, and if not, why not. */
export type Judged = {
	readonly fact: Fact;
	/** A text in a file that this version skips is ignored, though the place found text. */
	readonly state: FactState;
	readonly wins: boolean;
	readonly reason: string;
};

export type Mode = 'headless' | 'interactive';

export type Resolution = {
	readonly request: Request;
	readonly judged: readonly Judged[];
};
