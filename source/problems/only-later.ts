import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import type {Finding} from './finding.ts';
import type {Later} from './problem.ts';

/**
 * What will be wrong in new terminals and is not here: a startup file says something else by now than what this terminal was given. A
 * value that does not exist yet is shown, and mended, where it is written.
 */
export function onlyLater(found: readonly Finding[], now: readonly Finding[], {writtenAt}: Pick<Later, 'writtenAt'>): readonly Finding[] {
	const known = new Set(now.map(({id}) => id));
	const isNew = ({evidence}: Finding) => evidence.some(fact => writtenAt.has(fact));
	const later = found.filter(
		finding => !known.has(finding.id) && (finding.severity === 'error' || (finding.severity === 'warning' && isNew(finding))),
	);
	const line = (fact: Fact): Fact => writtenAt.get(fact) ?? fact;
	return later.map(finding => ({
		...finding,
		title: `${finding.title}, in new terminals`,
		why: `${finding.why} This terminal does not have it: only those that are opened from now on do.`,
		evidence: [...new Set(finding.evidence.map(line))],
		fix: {...finding.fix, edits: finding.fix.edits.flatMap(edit => atItsLine(edit, line))},
	}));
}

/** A line that can be taken out needs no mask. Those under /etc are an administrator's. */
function atItsLine(edit: Edit, line: (fact: Fact) => Fact): readonly Edit[] {
	const {answers} = edit;
	const about: Edit = answers.to === 'fact' ? {...edit, answers: {to: 'fact', fact: line(answers.fact)}} : edit;
	if (about.kind !== 'mask-setting') return [about];
	const masks = line(about.masks);
	if (masks === about.masks) return [about];
	return masks.file?.startsWith('/etc/') ? [{...about, masks}] : [];
}
