import type {Choice} from './choose.ts';
import {badHeader, fitsHeader, parseCustomHeaders} from './custom-headers.ts';
import {type Effective, textOf} from './effective.ts';
import type {ExtraHeader, Header, NotSentCause} from './request.ts';
import type {Rules} from './rules.ts';

/** The headers as they go out, after ANTHROPIC_CUSTOM_HEADERS and user info in the address had their say; or why nothing goes out. */
export type FinalHeaders =
	| {readonly ok: true; readonly authorization: Header | null; readonly xApiKey: Header | null; readonly extra: readonly ExtraHeader[]}
	| {readonly ok: false; readonly because: NotSentCause; readonly reason: string};

export function finalHeaders(
	choice: Exclude<Choice, {state: 'stopped'}>,
	effective: Effective,
	userInfo: string | null,
	rules: Rules,
): FinalHeaders {
	const custom = effective.variables.get('ANTHROPIC_CUSTOM_HEADERS');
	const lines = parseCustomHeaders(custom?.text ?? '');
	const bad = badHeader(lines);
	if (bad !== null) return {ok: false, because: 'bad-header', reason: `ANTHROPIC_CUSTOM_HEADERS: "${bad.name}" cannot be sent, ${bad.why}`};
	const chosen = choice.state === 'chosen' ? choice : null;
	const made = (name: string): Header | null => {
		const line = lines.find(header => header.name.toLowerCase() === name);
		if (line === undefined || custom === undefined) return null;
		return {fact: custom.fact, scheme: 'raw', empty: line.value === '', sometimes: false};
	};

	// A token or helper writes Authorization after the custom headers; a login's, a key's or an empty token's request takes the custom one.
	const ownAuthorization = made('authorization');
	const tokenWrites =
		chosen !== null && chosen.kind !== 'login' && chosen.authorization !== null && chosen.authorization.fact.state !== 'empty';
	let authorization = tokenWrites ? chosen.authorization : (ownAuthorization ?? chosen?.authorization ?? null);
	const xApiKey = made('x-api-key') ?? chosen?.xApiKey ?? null;

	const passes = (header: Header | null) => header !== null && !header.empty;
	if (chosen === null && !passes(ownAuthorization) && !passes(made('x-api-key')))
		return {ok: false, because: 'no-credential', reason: 'no credential is set ("Not logged in")'};
	if (chosen?.kind === 'login' && ownAuthorization?.empty)
		return {ok: false, because: 'no-credential', reason: 'an empty Authorization in ANTHROPIC_CUSTOM_HEADERS takes the place of the login'};
	if (xApiKey?.empty && authorization === null)
		return {ok: false, because: 'bad-header', reason: 'x-api-key would go out empty: "Invalid API key"'};
	for (const header of [authorization, xApiKey]) {
		const why = header === null ? null : unsendable(header, rules);
		if (why !== null) return {ok: false, because: 'bad-header', reason: why};
	}

	const base = effective.variables.get('ANTHROPIC_BASE_URL');
	if (authorization === null && userInfo !== null && base !== undefined && rules.userInfoInAddress === 'goes-out-as-basic') {
		authorization = {fact: base.fact, scheme: 'Basic', empty: false, sometimes: false};
	}
	const extra =
		custom === undefined
			? []
			: lines.filter(line => !/^(?:authorization|x-api-key)$/i.test(line.name)).map(line => ({name: line.name, fact: custom.fact}));
	return {ok: true, authorization, xApiKey, extra};
}

/** A value with a character that HTTP cannot carry stops the request before it is made. Spaces at the ends are cut first. */
function unsendable({fact}: Header, rules: Rules): string | null {
	if (fact.kind !== 'variable' || fact.variable === 'ANTHROPIC_CUSTOM_HEADERS') return null;
	return fitsHeader(textOf(fact).trim(), rules) ? null : `${fact.variable} has a line break or a character that HTTP cannot carry`;
}
