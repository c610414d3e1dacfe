import {modelNames} from '../credentials/competing.ts';
import {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import {foreignForm} from '../providers/model-family.ts';
import type {Setup} from './setup.ts';

/**
 * Whether models are named on this machine for the very endpoint that the setup points at: then only the credential changes, and they are
 * the user's own choice. Anywhere else they are another endpoint's.
 */
export function hasItsModels({baseUrl}: Pick<Setup, 'baseUrl'>, facts: readonly Fact[]): boolean {
	return facts.some(isTheUsers) && pointsAt(baseUrl, facts) && !(facts.some(isCloudSwitch) && facts.some(isOfCloud));
}

/** In a file that a new setup leaves alone. What a file of ours says is written anew with it. */
function isTheUsers(fact: Fact): boolean {
	if (fact.kind !== 'variable' || fact.state !== 'text' || !modelNames.includes(fact.variable)) return false;
	if (fact.place === 'startup-file') return fact.file !== null && !/[/\\]claude-auth-wizard[/\\]/.test(fact.file);
	return fact.place === 'user-settings' || fact.place === 'local-settings' || fact.place === 'project-settings';
}

function isCloudSwitch({kind, variable, state, shown}: Fact): boolean {
	return kind === 'variable' && state === 'text' && /^CLAUDE_CODE_USE_/.test(variable) && /^(?:1|true|yes|on)$/i.test(shown.trim());
}

/** A name in the form that only a cloud has, beside its switch, is that cloud's. A gateway may have made up any other. */
function isOfCloud({kind, variable, state, shown}: Fact): boolean {
	const form = kind === 'variable' && state === 'text' && modelNames.includes(variable) ? foreignForm(shown.trim()) : null;
	return form === 'bedrock' || form === 'vertex';
}

function pointsAt(baseUrl: string | null, facts: readonly Fact[]): boolean {
	if (baseUrl === null) return false;
	const bare = baseUrl.replace(/\/+$/, '');
	const wanted = [bare, `${bare}/`].map(text => new Secret(text));
	const now = facts.filter(fact => fact.kind === 'variable' && fact.variable === 'ANTHROPIC_BASE_URL' && fact.state === 'text');
	return now.length > 0 && now.every(({value}) => value !== null && wanted.some(one => one.equals(value)));
}
