import type {Diagnosed} from '../../problems/finding.ts';
import {keyOfFinding} from './repair-items.ts';

/**
 * What is left of a finding once others are mended: itself, or null where it is gone. A warning about several files may become one about
 * fewer, under another title; then only what is left of its edits counts.
 */
export function lasting(finding: Diagnosed, after: readonly Diagnosed[]): Diagnosed | null {
	const key = keyOfFinding(finding);
	if (after.some(other => keyOfFinding(other) === key)) return finding;
	if (finding.severity === 'error') return null;
	const smaller = after.find(other => other.id === finding.id && other.evidence.some(fact => shows(finding, fact)));
	return smaller === undefined ? null : {...finding, fix: smaller.fix};
}

/** The two were looked at apart, so the facts are never the same objects. */
function shows({evidence}: Diagnosed, {file, variable}: Diagnosed['evidence'][number]): boolean {
	return evidence.some(own => own.file === file && own.variable === variable);
}
