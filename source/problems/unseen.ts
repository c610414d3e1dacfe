import type {Fact, PlaceId, VariableFact} from '../places/fact.ts';
import type {Mask} from '../plan/masks.ts';
import {credentialSource} from './credential-source.ts';
import type {Situation} from './problem.ts';

/** A credential that stands somewhere and does not count, and why. */
export type Unseen = {readonly fact: Fact; readonly kind: 'unread' | 'private' | 'broken-file' | 'masked' | 'other-programs'};

/** What is there and still does not reach claude: where nothing is sent, one of these is mostly what was meant. Likeliest first. */
export function unseenCredentials({facts, masks}: Situation): readonly Unseen[] {
	const found = facts.filter(isCredentialVariable).flatMap((fact): readonly Unseen[] => {
		const kind = kindOf(fact, facts, masks);
		return kind === null ? [] : [{fact, kind}];
	});
	return found.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

const order: readonly Unseen['kind'][] = ['broken-file', 'masked', 'unread', 'private', 'other-programs'];
const shellFiles: readonly PlaceId[] = ['startup-file', 'fish-universal'];

function isCredentialVariable(fact: Fact): fact is VariableFact {
	const source = credentialSource(fact);
	return fact.kind === 'variable' && (source === 'key' || source === 'token' || source === 'oauth-token');
}

function kindOf(fact: VariableFact, facts: readonly Fact[], masks: readonly Mask[]): Unseen['kind'] | null {
	const inShell = facts.some(other => other.place === 'shell' && other.variable === fact.variable && other.state === 'text');
	if (fact.state === 'ignored')
		return fact.origin.from === 'settings'
			? 'broken-file'
			: fact.origin.from === 'startup-file' && !fact.origin.exported
				? 'private'
				: null;
	if (fact.state !== 'text') return null;
	if (fact.place === 'env-file') return inShell ? null : 'other-programs';
	const mask = facts.find(
		other => other.kind === 'variable' && other.variable === fact.variable && other.state === 'empty' && other.origin.from === 'settings',
	);
	// Our own masks are there because another credential was wanted: what a terminal still has is not what is missing.
	if (mask !== undefined && masks.some(ours => ours.fact === mask)) return null;
	if (mask !== undefined && (fact.place === 'shell' || shellFiles.includes(fact.place))) return 'masked';
	return shellFiles.includes(fact.place) && !inShell ? 'unread' : null;
}
