import {type Effective, textOf} from './effective.ts';
import type {Holdings} from './holdings.ts';
import type {Provider} from './request.ts';
import type {Rules} from './rules.ts';
import {compareVersions} from './versions.ts';

/** The model that the user asks for by name: ANTHROPIC_MODEL, else the `model` setting; null where claude chooses. */
export function askedModel(effective: Effective, rules: Rules): string | null {
	const asked = effective.variables.get('ANTHROPIC_MODEL')?.text ?? '';
	if (asked !== '') return named(asked.trim(), effective, rules);
	const setting = effective.settings.get('model');
	if (setting?.state === 'text' && setting.json === 'string' && (rules.modelSetting === 'counts' || setting.in !== 'user-settings'))
		return named(textOf(setting), effective, rules);
	const fallback = variable(effective, 'ANTHROPIC_DEFAULT_MODEL');
	// Read since 2.1.236, as its release notes say.
	return fallback !== null && compareVersions(rules.basis.version ?? rules.basis.rulesOf, '2.1.236') >= 0
		? named(fallback, effective, rules)
		: null;
}

/** The model claude takes by itself. A subscription of the Max kind gets the largest, other logins the middle one. */
export function ownModel(
	effective: Effective,
	{oauthToken, login, weakLogin, token, key, helper}: Holdings,
	kind: 'login' | 'profile' | 'key-or-token',
	provider: Provider,
	rules: Rules,
): string | null {
	if (provider === 'foundry') return 'claude-sonnet-4-5';
	if (provider !== 'anthropic') return null;
	// A key that /login saved goes out, but the subscription of the login beside it still chooses.
	const beside = kind === 'key-or-token' && (token?.text ?? '') === '' && key === null && helper === null ? (login ?? weakLogin) : null;
	if (kind === 'key-or-token' && beside?.subscription !== 'max') return family(rules.defaultFamily, effective, rules);
	if (beside !== null) return family('opus', effective, rules);
	return family(oauthToken === null && login?.subscription === 'max' ? 'opus' : 'sonnet', effective, rules);
}

/** A name that stands for a family is looked up; `[1m]` asks for a longer context and does not go out. */
function named(name: string, effective: Effective, rules: Rules): string {
	const plain = name.replace(/\[1m\]$/i, '');
	switch (plain.toLowerCase()) {
		case 'opus':
			return family('opus', effective, rules);
		case 'sonnet':
		case 'opusplan':
			return family('sonnet', effective, rules);
		case 'haiku':
			return family('haiku', effective, rules);
		default:
			return plain;
	}
}

type Family = 'opus' | 'sonnet' | 'haiku';

function family(name: Family, effective: Effective, rules: Rules): string {
	return variable(effective, `ANTHROPIC_DEFAULT_${name.toUpperCase()}_MODEL`) ?? rules.families[name];
}

function variable(effective: Effective, name: string): string | null {
	const found = effective.variables.get(name)?.text.trim();
	return found === undefined || found === '' ? null : found;
}
