import type {Fact} from '../places/fact.ts';
import type {NotSentCause} from './request.ts';
import type {Rules} from './rules.ts';

/** A .claude.json that is no JSON stops claude before it reads anything else; it puts the file aside and starts anew the next time. */
export function brokenState(facts: readonly Fact[], rules: Rules): {readonly because: NotSentCause; readonly reason: string} | null {
	const file = facts.find(fact => fact.kind === 'file' && fact.place === 'global-config');
	if (file?.kind !== 'file') return null;
	const syntax = file.troubles.some(trouble => trouble.kind === 'syntax');
	if (syntax || (file.state === 'empty' && rules.emptyGlobalConfig === 'stops-the-start')) {
		return {because: 'broken-state', reason: '.claude.json does not parse: claude stops, and puts it aside'};
	}
	return null;
}
