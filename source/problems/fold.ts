import type {Fact} from '../places/fact.ts';
import type {Diagnosed, Finding, ProblemId, Severity} from './finding.ts';

/**
 * Puts what follows from another finding right below it. Mending a cause takes its symptoms away, so repair begins with the causes and
 * a reader needs only them. Names alone decide nothing: both must be about the same value, or about a value in a file that is broken.
 */
export function fold(findings: readonly Finding[], symptomOf: (id: ProblemId) => readonly ProblemId[]): readonly Diagnosed[] {
	const causeOf = new Map<Finding, Finding>();
	for (const finding of findings) {
		const cause = findings.find(other => other !== finding && symptomOf(finding.id).includes(other.id) && isAbout(other, finding));
		// Of two that name each other, the first found is the cause.
		if (cause !== undefined && rootOf(cause, causeOf) !== finding) causeOf.set(finding, cause);
	}
	const roots = findings.filter(finding => !causeOf.has(finding)).toSorted((one, other) => weight[one.severity] - weight[other.severity]);
	return roots.flatMap(root => [
		{...root, explainedBy: null},
		...findings
			.filter(finding => causeOf.has(finding) && rootOf(finding, causeOf) === root)
			.map(finding => ({...finding, explainedBy: root.id})),
	]);
}

/** What fails stands before what is only good to know; among equals the order of the checks stays, causes first. */
const weight: Readonly<Record<Severity, number>> = {error: 0, warning: 1, info: 2};

function rootOf(finding: Finding, causeOf: ReadonlyMap<Finding, Finding>): Finding {
	let root = finding;
	for (let cause = causeOf.get(root); cause !== undefined; cause = causeOf.get(root)) root = cause;
	return root;
}

function isAbout(cause: Finding, symptom: Finding): boolean {
	return cause.evidence.some(fact => symptom.evidence.some(other => fact === other || holds(fact, other)));
}

/** A file that is broken as a whole decides about everything in it. */
function holds(whole: Fact, part: Fact): boolean {
	return whole.kind === 'file' && whole.file !== null && whole.file === part.file;
}
