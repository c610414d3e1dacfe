import type {Fact, HelperOutput, LoginFact, SettingFact} from '../places/fact.ts';
import {keyAnswer} from './approval.ts';
import {type Applied, type Effective, isOn, textOf} from './effective.ts';
import type {Mode} from './request.ts';
import type {Rules} from './rules.ts';

/** Every credential this machine holds for `claude`, after the files were laid over each other and before one is chosen. */
export type Holdings = {
	readonly token: Held | null;
	readonly key: Held | null;
	/** A key that is there but that this mode does not use, and why. */
	readonly keptBack: {readonly held: Held; readonly why: 'declined' | 'not-answered'} | null;
	readonly helper: Helper | null;
	/** CLAUDE_CODE_OAUTH_TOKEN. */
	readonly oauthToken: Held | null;
	readonly login: LoginFact | null;
	/** A saved login that cannot ask the model: its scopes lack user:inference. */
	readonly weakLogin: LoginFact | null;
	readonly primary: SettingFact | null;
	readonly profile: Profile | null;
	/** A host program (Claude Desktop, a cloud session) that uses the login whatever else is set. */
	readonly loginFirst: boolean;
};

/** `blank`: there is a value, but nothing in it that could be sent. */
export type Held = Applied & {readonly blank: boolean};

export type Helper = {readonly fact: SettingFact; readonly output: HelperOutput | null; readonly ofProject: boolean};

/** An Anthropic profile or a federation that signs in. */
export type Profile = {
	readonly fact: Fact;
	/** Chosen by name or by federation; the profile that is merely active comes after a login and after the key /login saved. */
	readonly chosen: boolean;
	/** Its own address, used where ANTHROPIC_BASE_URL is not set. */
	readonly base: string | null;
	/** It cannot sign in, and why. */
	readonly lacks: string | null;
};

export function holdingsOf(effective: Effective, facts: readonly Fact[], rules: Rules, mode: Mode): Holdings {
	const {variables} = effective;
	const simple = rules.simpleMode && isOn(variables.get('CLAUDE_CODE_SIMPLE')?.text);
	const key = heldUnlessEmpty(variables.get('ANTHROPIC_API_KEY'), rules);
	const answer = key === null || mode === 'headless' ? 'approved' : keyAnswer(key.text, facts);
	const login = simple ? null : (facts.find((fact): fact is LoginFact => fact.kind === 'login' && fact.state === 'text') ?? null);
	const mayInfer = login?.scopes.includes('user:inference') ?? false;
	return {
		token: heldToken(variables.get('ANTHROPIC_AUTH_TOKEN'), rules),
		key: answer === 'approved' ? key : null,
		keptBack: key !== null && answer !== 'approved' ? {held: key, why: answer} : null,
		helper: simple ? null : heldHelper(effective, facts),
		oauthToken: simple
			? null
			: heldUnlessEmpty((rules.loginDecidedBySettings ? variables : effective.shell).get('CLAUDE_CODE_OAUTH_TOKEN'), rules),
		login: mayInfer ? login : null,
		weakLogin: mayInfer ? null : login,
		primary: simple ? null : heldPrimary(facts),
		profile: simple || !rules.profiles ? null : heldProfile(effective, facts),
		loginFirst:
			isOn(variables.get('CLAUDE_CODE_REMOTE')?.text) ||
			(rules.hostDecides && variables.get('CLAUDE_CODE_ENTRYPOINT')?.text === 'claude-desktop'),
	};
}

function heldToken(applied: Applied | undefined, rules: Rules): Held | null {
	if (applied?.text === '') return rules.emptyToken === 'is-absent' ? null : {...applied, blank: true};
	return heldValue(applied, rules);
}

function heldUnlessEmpty(applied: Applied | undefined, rules: Rules): Held | null {
	return applied?.text === '' ? null : heldValue(applied, rules);
}

function heldValue(applied: Applied | undefined, rules: Rules): Held | null {
	if (applied === undefined) return null;
	const blank = applied.text.trim() === '';
	return blank && rules.blankValue === 'is-absent' ? null : {...applied, blank};
}

function heldHelper(effective: Effective, facts: readonly Fact[]): Helper | null {
	const fact = effective.settings.get('apiKeyHelper');
	if (fact === undefined || fact.state !== 'text' || textOf(fact) === '') return null;
	const command = textOf(fact);
	const known = facts.find(other => other.kind === 'helper-output' && other.command === command);
	return {
		fact,
		output: known?.kind === 'helper-output' ? known.output : null,
		ofProject: fact.in === 'project-settings' || fact.in === 'local-settings',
	};
}

function heldPrimary(facts: readonly Fact[]): SettingFact | null {
	const fact = facts.find((other): other is SettingFact => other.kind === 'setting' && other.variable === 'primaryApiKey');
	return fact !== undefined && fact.state === 'text' && fact.json === 'string' ? fact : null;
}

function heldProfile(effective: Effective, facts: readonly Fact[]): Profile | null {
	const federation = effective.variables.get('ANTHROPIC_FEDERATION_RULE_ID');
	const named = effective.variables.get('ANTHROPIC_PROFILE');
	const has = (name: string) => (effective.variables.get(name)?.text ?? '').trim() !== '';
	if (!has('ANTHROPIC_PROFILE') && federation !== undefined && has('ANTHROPIC_FEDERATION_RULE_ID') && has('ANTHROPIC_ORGANIZATION_ID')) {
		const token = has('ANTHROPIC_IDENTITY_TOKEN') || has('ANTHROPIC_IDENTITY_TOKEN_FILE');
		return {fact: federation.fact, chosen: true, base: null, lacks: token ? null : 'the federation has no identity token'};
	}
	const setting = (variable: string) =>
		facts.find(
			(fact): fact is SettingFact =>
				fact.kind === 'setting' && fact.place === 'profile' && fact.variable === variable && fact.state === 'text',
		);
	const type = setting('authentication.type');
	if (type === undefined) return null;
	const base = setting('base_url');
	return {
		fact: type,
		chosen: named !== undefined || textOf(type) === 'oidc_federation',
		base: base === undefined ? null : textOf(base),
		lacks: null,
	};
}
