import {fitsHeader} from './custom-headers.ts';
import type {Effective} from './effective.ts';
import type {Held, Helper, Holdings} from './holdings.ts';
import type {Header, NotSentCause} from './request.ts';
import type {Rules} from './rules.ts';

/** The two credential headers before ANTHROPIC_CUSTOM_HEADERS and the address have their say. */
export type Choice =
	| {
			readonly state: 'chosen';
			readonly kind: 'login' | 'profile' | 'key-or-token';
			readonly authorization: Header | null;
			readonly xApiKey: Header | null;
			readonly reason: string;
	  }
	| {readonly state: 'nothing'}
	| {readonly state: 'stopped'; readonly because: NotSentCause; readonly reason: string};

/**
 * A login (saved, or CLAUDE_CODE_OAUTH_TOKEN) goes out alone, and only where no key, token or helper is set. Otherwise the two
 * headers are filled independently: Authorization from the token, else the helper; x-api-key from the key, else the helper, else
 * the key that /login saved. That is why two credentials can go out at once.
 */
export function chooseCredential(holdings: Holdings, effective: Effective, rules: Rules): Choice {
	const login = loginHeader(holdings);
	if (
		login !== null &&
		(holdings.oauthToken !== null || !holdings.profile?.chosen) &&
		(holdings.loginFirst || !displaced(holdings, effective, rules))
	) {
		return {state: 'chosen', kind: 'login', authorization: login, xApiKey: null, reason: 'the login is the only credential in force'};
	}
	const profile = profileChoice(holdings, effective, rules);
	if (profile !== null) return profile;
	const {token, key, helper} = holdings;
	if (helper !== null && rules.helperOutput === 'any-line' && isUnsendable(helper, rules) && (token === null || key === null)) {
		return {
			state: 'stopped',
			because: 'helper-output',
			reason: 'the apiKeyHelper prints more than one line or characters that no header can hold',
		};
	}
	const authorization = authorizationHeader(token, helper, rules);
	const xApiKey = keyHeader(holdings, rules);
	if (authorization === null && xApiKey === null) return {state: 'nothing'};
	return {state: 'chosen', kind: 'key-or-token', authorization, xApiKey, reason: reasonFor(authorization, xApiKey)};
}

/** A profile signs in where no key, token, helper or setup token is set; one that is merely active also waits for the saved ones. */
function profileChoice(holdings: Holdings, effective: Effective, rules: Rules): Choice | null {
	const {profile, primary, token} = holdings;
	if (profile === null || displaced(holdings, effective, rules) || token !== null) return null;
	if (!profile.chosen && primary !== null) return null;
	if (profile.lacks !== null) return {state: 'stopped', because: 'profile', reason: profile.lacks};
	const authorization: Header = {fact: profile.fact, scheme: 'Bearer', empty: false, sometimes: false};
	return {state: 'chosen', kind: 'profile', authorization, xApiKey: null, reason: 'the Anthropic profile signs in'};
}

function loginHeader({oauthToken, login}: Holdings): Header | null {
	if (oauthToken !== null) return {fact: oauthToken.fact, scheme: 'Bearer', empty: oauthToken.blank, sometimes: false};
	return login === null ? null : {fact: login, scheme: 'Bearer', empty: false, sometimes: false};
}

/** Is a key, token or helper in force that keeps the login from being used? 2.0.77 asks the shell first and the files later. */
function displaced({token, key, helper}: Holdings, effective: Effective, rules: Rules): boolean {
	if (helper !== null) return true;
	const inForce = (token !== null && token.text !== '') || key !== null;
	if (rules.loginDecidedBySettings) return inForce;
	return inForce && ['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY'].some(name => (effective.shell.get(name)?.text ?? '') !== '');
}

function authorizationHeader(token: Held | null, helper: Helper | null, rules: Rules): Header | null {
	if (token !== null && (token.text !== '' || helper === null))
		return {fact: token.fact, scheme: 'Bearer', empty: token.blank, sometimes: false};
	return helper === null ? null : {fact: helper.fact, scheme: 'Bearer', empty: printsNothing(helper, rules), sometimes: false};
}

function keyHeader({key, token, helper, primary}: Holdings, rules: Rules): Header | null {
	if (key !== null) return {fact: key.fact, scheme: 'raw', empty: key.blank, sometimes: false};
	if (helper !== null) {
		const besideToken = token !== null && token.text !== '';
		if (besideToken && helper.ofProject && rules.projectHelperBesideToken === 'left-out') return null;
		return {
			fact: helper.fact,
			scheme: 'raw',
			empty: printsNothing(helper, rules),
			sometimes: besideToken && rules.helperBesideToken === 'sometimes',
		};
	}
	return primary === null ? null : {fact: primary, scheme: 'raw', empty: false, sometimes: false};
}

/** What it printed is known only after it was run on consent; until then it is taken to print a value. */
function printsNothing({output}: Helper, rules: Rules): boolean {
	if (output?.state !== 'value') return output?.state === 'failed';
	return rules.helperOutput === 'one-word' && !/^[!-~]{1,16384}$/.test(output.value.reveal());
}

function isUnsendable({output}: Helper, rules: Rules): boolean {
	if (output?.state === 'failed') return output.why === 'several-lines' || output.why === 'not-a-header-value';
	return output?.state === 'value' && !fitsHeader(output.value.reveal(), rules);
}

function reasonFor(authorization: Header | null, xApiKey: Header | null): string {
	if (authorization !== null && xApiKey !== null)
		return authorization.fact === xApiKey.fact ? 'a helper fills both headers' : 'two credentials are set, and each fills its own header';
	return authorization === null ? 'a key goes out as x-api-key' : 'a token goes out as Authorization: Bearer';
}
