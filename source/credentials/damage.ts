/** What is wrong with a credential as text, seen without asking anyone. The order of the tests below is the order of certainty. */
export type Damage =
	/** The words some program wrote where it had nothing: `undefined`, `null`. */
	| {readonly kind: 'nothing-in-words'}
	| {readonly kind: 'header-line'}
	| {readonly kind: 'assignment'}
	| {readonly kind: 'bearer-prefix'}
	| {readonly kind: 'unexpanded-variable'}
	| {readonly kind: 'url'}
	| {readonly kind: 'masked'}
	/** `certain`: from somebody's documentation. Otherwise a word that endpoints without keys are given. */
	| {readonly kind: 'placeholder'; readonly certain: boolean}
	| {readonly kind: 'quotes'}
	| {readonly kind: 'inner-newline'}
	| {readonly kind: 'non-ascii'}
	| {readonly kind: 'inner-space'}
	| {readonly kind: 'edge-whitespace'};

export type DamageKind = Damage['kind'];

/** Null for a text that may well be a credential. Relays invent their own shapes, so nothing is judged by its length or letters. */
export function damageOf(text: string): Damage | null {
	const inner = text.trim();
	if (inner === '') return null;
	if (/^(?:undefined|null)$/i.test(inner)) return {kind: 'nothing-in-words'};
	if (/^(?:x-api-key|api-key|authorization)\s*:/i.test(inner)) return {kind: 'header-line'};
	if (assignment.test(inner)) return {kind: 'assignment'};
	if (/^bearer\s+/i.test(inner)) return {kind: 'bearer-prefix'};
	if (unexpanded.some(form => form.test(inner))) return {kind: 'unexpanded-variable'};
	if (/^https?:\/\//i.test(inner)) return {kind: 'url'};
	if (/^sk-[A-Za-z0-9-]{2,24}\*{2,}|[\u2022\u25CF]{2,}/.test(inner)) return {kind: 'masked'};
	if (samples.some(form => form.test(inner))) return {kind: 'placeholder', certain: true};
	if (standIns.test(inner)) return {kind: 'placeholder', certain: false};
	if (/^['"\u2018\u2019\u201C\u201D]|['"\u2018\u2019\u201C\u201D]$/.test(inner)) return {kind: 'quotes'};
	if (/[\r\n]/.test(inner)) return {kind: 'inner-newline'};
	if (/[^\x20-\x7E\t]/.test(inner)) return {kind: 'non-ascii'};
	if (/\s/.test(inner)) return {kind: 'inner-space'};
	return inner === text ? null : {kind: 'edge-whitespace'};
}

/** A whole line of a shell. Base64 may end in `=`, so something must follow it, and the name must be one of a variable. */
const assignment = /^(?:export\s+|set\s+|setx\s+|set\s+-gx\s+|\$env:)?[A-Z][A-Z0-9_]{3,}\s*=\s*[^=\s]/;

/** Nobody expands these in settings.json, nor where single quotes or a secret that was never filled in left them. */
const unexpanded: readonly RegExp[] = [
	/^\$\{?[A-Za-z_][A-Za-z0-9_]*\}?$/,
	/^\$\{(?:env:)?[A-Za-z_][A-Za-z0-9_]*(?::?[-=].*)?\}$/,
	/^\$env:[A-Za-z_]\w*$/i,
	/^%[A-Za-z_][A-Za-z0-9_]*%$/,
	/^\$\(.*\)$|^`.*`$/,
	/^\$?\{\{.*\}\}$/,
];

const samples: readonly RegExp[] = [
	/(?:^|[-_<])your[-_ ]/i,
	/^your(?:api)?key$/i,
	/^<.*>$|^\[.*\]$/,
	/\.\.\.|\u2026/,
	/x{5,}$|^x{4,}$|[-_]x{4,}$/i,
	/\*{3,}/,
	/^(?:changeme|change-me|replace[-_]me|todo|placeholder|insert[-_].*here)$/i,
	/^(?:sk-)?(?:ant-)?(?:api03-)?1234567890/i,
	/ADD_YOUR|_HERE$|-here$/i,
];

/** Right where nobody checks: Ollama, LM Studio, copilot-api and local translators ask for any word. */
const standIns =
	/^(?:sk-)?(?:dummy|test|none|pass|fake|unused|ollama|lm-?studio|any-?value|anything|not-?needed|no-?key(?:-required)?|empty)(?:-?key)?$/i;
