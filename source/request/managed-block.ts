import type {Fact, SettingFact} from '../places/fact.ts';
import {type Effective, textOf} from './effective.ts';
import type {Holdings} from './holdings.ts';
import {isManaged} from './ignored-files.ts';
import type {NotSentCause} from './request.ts';
import type {Rules} from './rules.ts';

/** An administrator's settings can stop claude at the start, whatever the user holds. */
export function managedBlock(
	facts: readonly Fact[],
	effective: Effective,
	{token, key, helper}: Holdings,
	rules: Rules,
): {readonly because: NotSentCause; readonly reason: string} | null {
	const broken = facts.find(
		fact => fact.kind === 'file' && isManaged(fact.place) && fact.troubles.some(trouble => trouble.kind === 'syntax'),
	);
	if (broken !== undefined && rules.brokenManaged === 'stops-the-start') {
		return {because: 'managed-login', reason: `${broken.file} does not parse, and claude refuses to start`};
	}
	const method = effective.settings.get('forceLoginMethod');
	const organization = effective.settings.get('forceLoginOrgUUID');
	if (organization?.json === 'array' && textOf(organization) === '' && isManaged(organization.in)) {
		return {because: 'managed-login', reason: 'forceLoginOrgUUID in managed settings is an empty list: no organization may sign in'};
	}
	if (rules.forcedLogin === 'ignored') return null;
	const forced = [method, organization].find(fact => fact !== undefined && isManaged(fact.in) && isKnown(fact));
	if (forced === undefined) return null;
	const gateway = method !== undefined && isManaged(method.in) && textOf(method) === 'gateway';
	if (gateway && rules.forcedLogin === 'stops-keys-and-asks-the-gateway')
		return {because: 'managed-login', reason: 'managed settings require a sign-in to the Cloud gateway'};
	if (token === null && key === null && helper === null) return null;
	return {
		because: 'managed-login',
		reason: "this machine's managed settings require a first-party login, so keys, tokens and helpers are refused",
	};
}

/** A method that no version knows is dropped from the file. */
function isKnown(fact: SettingFact): boolean {
	return fact.variable !== 'forceLoginMethod' || /^(?:claudeai|console|gateway)$/.test(textOf(fact));
}
