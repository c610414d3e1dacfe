import {causes} from '../claude/causes.ts';
import type {ProblemId} from '../problems/finding.ts';
import {type ProblemPage, pages} from '../problems/pages.ts';
import {labelled, wrap} from './paragraph.ts';

/** Every problem that has a page: the causes of failures first, then what only a look at the machine shows. */
const all = new Map<string, ProblemPage>([...Object.entries(causes), ...Object.entries(pages)]);

export const problemNames: readonly string[] = [...all.keys()];

export type ProblemHelp = ProblemPage & {readonly id: string};

export function problemNamed(name: string): ProblemHelp | null {
	const page = all.get(name.toLowerCase());
	return page === undefined ? null : {id: name.toLowerCase(), ...page};
}

/** The page of one problem: what it is, how to see it, what to do, and what it is mistaken for. */
export function problemText({id, title, why, tell, fix, near}: ProblemHelp, columns: number): string {
	const steps = fix.flatMap((step, index) => labelled(index === 0 ? 'Fix' : '', `${index + 1}. ${step}`, columns));
	return [
		...wrap(`${id}: ${title}`, columns),
		'',
		...labelled('What', why, columns),
		...labelled('See', tell, columns),
		...steps,
		...labelled('Near', near.map(other => `${other} (${titleOf(other)})`).join(', '), columns),
		'',
		...wrap(`Is it so here: wizard doctor    An error text: wizard explain "…"`, columns),
	].join('\n');
}

/** All names with their titles, for `wizard help problems`. */
export function problemList(columns: number): string {
	const rows = [...all].flatMap(([id, {title}]) =>
		columns < 72 ? [id, ...labelled('', title, columns, 0, 2)] : labelled(id, title, columns, 2, 26),
	);
	return [...wrap('Problems the wizard knows. wizard help NAME says more about one of them.', columns), '', ...rows].join('\n');
}

function titleOf(id: ProblemId): string {
	return lower(all.get(id)?.title ?? id);
}

/** Names of variables and programs keep their spelling. */
function lower(title: string): string {
	return /^[A-Z][a-z']* /.test(title) && !title.startsWith('Claude') ? title.slice(0, 1).toLowerCase() + title.slice(1) : title;
}
