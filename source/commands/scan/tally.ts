import type {Severity} from '../../problems/finding.ts';

/** What a scan has gone through so far. */
export type Tally = {
	folders: number;
	/** Looked into, not only seen. */
	files: number;
	readonly findings: Record<Severity, number>;
	readonly skipped: Record<'node_modules' | '.git' | 'system', number>;
	bare: number;
	unreadable: number;
	firstUnreadable: string | null;
};

export function newTally(): Tally {
	return {
		folders: 0,
		files: 0,
		findings: {error: 0, warning: 0, info: 0},
		skipped: {node_modules: 0, '.git': 0, system: 0},
		bare: 0,
		unreadable: 0,
		firstUnreadable: null,
	};
}
