import {type Effective, textOf} from './effective.ts';
import type {Rules} from './rules.ts';
import {compareVersions} from './versions.ts';

/** The model that the request names: ANTHROPIC_MODEL, else the `model` setting; null where claude takes its own default. */
export function modelOf(effective: Effective, rules: Rules): string | null {
	const asked = text(effective, 'ANTHROPIC_MODEL') ?? setting(effective) ?? fallback(effective, rules);
	if (asked === null) return null;
	const plain = asked.replace(/\[1m\]$/i, '');
	const alias = aliases.get(plain.toLowerCase());
	return alias === undefined ? plain : text(effective, alias);
}

/** Names that stand for a family; their variables say which model that is. */
const aliases: ReadonlyMap<string, string> = new Map([
	['opus', 'ANTHROPIC_DEFAULT_OPUS_MODEL'],
	['sonnet', 'ANTHROPIC_DEFAULT_SONNET_MODEL'],
	['haiku', 'ANTHROPIC_DEFAULT_HAIKU_MODEL'],
	['default', 'ANTHROPIC_DEFAULT_MODEL'],
	['opusplan', 'ANTHROPIC_DEFAULT_SONNET_MODEL'],
]);

function setting(effective: Effective): string | null {
	const fact = effective.settings.get('model');
	return fact === undefined || fact.state !== 'text' ? null : textOf(fact);
}

/** Read since 2.1.236, as its release notes say. */
function fallback(effective: Effective, rules: Rules): string | null {
	return compareVersions(rules.basis.version ?? rules.basis.rulesOf, '2.1.236') >= 0 ? text(effective, 'ANTHROPIC_DEFAULT_MODEL') : null;
}

function text(effective: Effective, variable: string): string | null {
	const found = effective.variables.get(variable)?.text.trim();
	return found === undefined || found === '' ? null : found;
}
