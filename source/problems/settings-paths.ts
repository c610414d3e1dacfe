import type {Fact, PlaceId} from '../places/fact.ts';

/** Where a settings file is or would be: a missing one is a fact as well. Null where it cannot be read, so that nothing is written blind. */
export function settingsPath(facts: readonly Fact[], place: Extract<PlaceId, 'user-settings' | 'local-settings'>): string | null {
	const whole = facts.find(fact => fact.kind === 'file' && fact.place === place);
	return whole === undefined || whole.state === 'unreadable' ? null : whole.file;
}
