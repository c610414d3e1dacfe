import type {BaseUrl, ExtraHeader, KeyFacts, Models, ProbeAdvice, Proof, Provider, ProviderKind} from './provider.ts';

/** An endpoint as the catalogue writes it down: what is usual is left out. */
export type Entry = {
	readonly id: string;
	readonly label: string;
	readonly maker: string;
	readonly kind: ProviderKind;
	readonly at: readonly (string | {readonly url: string; readonly which?: string; readonly note?: string})[];
	readonly choice?: Provider['choice'];
	readonly reads?: Provider['reads'];
	readonly auth?: Provider['auth'];
	readonly winner?: Provider['winner'];
	readonly apiKey?: Provider['apiKey'];
	readonly key?: Partial<KeyFacts>;
	readonly headers?: readonly ExtraHeader[];
	readonly required?: Readonly<Record<string, string>>;
	readonly advised?: Readonly<Record<string, string>>;
	/** A name alone is one that has to be given, and serves for everything. */
	readonly model?: string | Partial<Models>;
	readonly proof?: readonly [url: string, header: Proof['header'], tells: string];
	readonly noProof?: readonly string[];
	readonly probe?: Partial<ProbeAdvice>;
	readonly traps?: readonly string[];
	readonly docs?: string | null;
	readonly source: readonly string[];
	readonly confidence: Provider['confidence'];
};

/** Fills in what is usual: a key by Bearer, ANTHROPIC_API_KEY not set, Claude's own model names. */
export function providerFrom(entry: Entry): Provider {
	const {id, label, maker, kind, at, source, confidence, model} = entry;
	return {
		id,
		label,
		maker,
		kind,
		baseUrls: at.map(base => baseOf(typeof base === 'string' ? {url: base} : base, kind)),
		choice: entry.choice ?? 'first',
		reads: entry.reads ?? 'unknown',
		auth: entry.auth ?? 'bearer',
		winner: entry.winner ?? 'unknown',
		apiKey: entry.apiKey ?? 'unset',
		key: {pattern: null, begins: null, page: null, standIn: null, ...entry.key},
		headers: entry.headers ?? [],
		required: variables(entry.required),
		advised: variables(entry.advised),
		model: {
			needed: model !== undefined,
			suggested: typeof model === 'string' ? model : null,
			faster: null,
			subagents: null,
			...(typeof model === 'string' ? {} : model),
		},
		proof: entry.proof === undefined ? null : {url: entry.proof[0], header: entry.proof[1], tells: entry.proof[2]},
		noProof: entry.noProof ?? [],
		probe: {unknownModel: 'unknown', admits: 'anyone', ...entry.probe},
		traps: entry.traps ?? [],
		docs: entry.docs ?? null,
		source,
		confidence,
	};
}

function baseOf({url, which, note}: {url: string; which?: string; note?: string}, kind: ProviderKind): BaseUrl {
	return {
		url: url.replace(/\/+$/, ''),
		which: which ?? null,
		note: note ?? null,
		keepsV1: kind !== 'openai-only' && /\/v1\/*$/.test(url),
	};
}

function variables(named: Readonly<Record<string, string>> = {}): Provider['required'] {
	return Object.entries(named).map(([name, value]) => ({name, value}));
}
