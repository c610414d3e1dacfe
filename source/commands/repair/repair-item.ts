import type {Fact} from '../../places/fact.ts';
import type {Edit} from '../../plan/edit.ts';
import type {ProblemId, Severity} from '../../problems/finding.ts';

/** One thing that can be mended by itself, or that is left to the user: a row of the list one walks through. */
export type RepairItem = {
	/** The same in every round, so that what was switched off stays off. */
	readonly key: string;
	readonly title: string;
	readonly why: string;
	readonly evidence: readonly Fact[];
	/** What mends it, as a sentence; null where its title says it. */
	readonly fix: string | null;
	/** What the user types where no edit can do it. */
	readonly command: string | null;
	readonly edits: readonly Edit[];
	/** Only right together with that one: an old key goes where the new one comes. */
	readonly needs: string | null;
	readonly about:
		| {readonly kind: 'finding'; readonly id: ProblemId; readonly severity: Severity}
		| {readonly kind: 'move'}
		| {readonly kind: 'leftover'};
	/** The finding it follows from. */
	readonly under: ProblemId | null;
};

export function keyOf(about: RepairItem['about'], title: string): string {
	return about.kind === 'finding' ? `${about.id}: ${title}` : `${about.kind}: ${title}`;
}
