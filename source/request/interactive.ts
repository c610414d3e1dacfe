import type {Fact} from '../places/fact.ts';
import type {Holdings} from './holdings.ts';
import {type IgnoredFiles, isManaged} from './ignored-files.ts';
import type {NotSentCause} from './request.ts';

/** What keeps an interactive start from sending although a credential is there: a screen that must be answered first. */
export type Gate = {readonly because: NotSentCause; readonly reason: string};

/** As measured in a terminal on 2.1.197 and 2.1.329: first-run screens, then a settings error, stop before any prompt can be typed. */
export function interactiveGate(facts: readonly Fact[], ignored: IgnoredFiles): Gate | null {
	if (!facts.some(fact => fact.kind === 'state' && fact.variable === 'hasCompletedOnboarding' && fact.is)) {
		return {because: 'first-run', reason: 'the first-run screens (theme, security notes, trust) come before the first prompt'};
	}
	const broken = facts.find(fact => fact.kind === 'file' && !isManaged(fact.place) && ignored.has(`${fact.place}\n${fact.file ?? ''}`));
	if (broken !== undefined)
		return {because: 'settings-dialog', reason: 'a dialog about the broken settings file comes before the first prompt'};
	return null;
}

/** Why an interactive session has nothing to send where a key is there but was not approved. */
export function keptBackReason({keptBack}: Holdings): Gate | null {
	switch (keptBack?.why) {
		case undefined:
			return null;
		case 'declined':
			return {because: 'key-declined', reason: 'key was declined in the approval dialog'};
		case 'not-answered':
			return {because: 'key-not-answered', reason: 'a dialog asks whether to use this API key, and its default answer is No'};
	}
}
