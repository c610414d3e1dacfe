import type {Fact} from '../places/fact.ts';
import {fileDiff} from './file-diff.ts';
import type {Plan} from './plan.ts';
import {cannotItems, planSteps} from './plan-items.ts';
import {factSecrets, planSecrets} from './plan-secrets.ts';
import {underHome} from './under-home.ts';
import type {UnifiedLine} from './unified.ts';
import {veilFor} from './veil.ts';
import {visible} from './visible.ts';

export type PreviewStyle = {
	readonly home: string;
	readonly colour: boolean;
	/** Whose secrets are masked too: an undo has no edits that hold them. */
	readonly facts?: readonly Fact[];
};

/** The whole plan as it is shown before anything is written: what happens and where, what is left to the user, and the diff, secrets masked. */
export function preview(plan: Plan, {home, colour, facts = []}: PreviewStyle): string {
	const paint = (code: Colour, text: string) => (colour ? `\u001B[${codes[code]}m${text}\u001B[0m` : text);
	const list = planSteps(plan, home).map(({summary, file, line}, index) => {
		const place = file === null ? '' : paint('dim', `  ${file}${line === null ? '' : `:${line}`}`);
		return `${index + 1}. ${summary}${place}`;
	});
	const tells = cannotItems(plan).map(
		({summary, command}) => `By hand: ${summary}${command === null ? '' : `\n  ${paint('bold', command)}`}`,
	);
	const notes = plan.notes.map(note => `Note: ${visible(underHome(note, home))}`);
	const secrets = [...planSecrets(plan), ...factSecrets(facts)];
	const diffs = plan.files.map(({named, before, after, mode, kind, secret}) =>
		fileDiff({name: visible(underHome(named, home)), before, after, mode}, veilFor({secrets, closed: kind === 'own' && secret}))
			.map(line => paint(colours[line.kind], line.text))
			.join('\n'),
	);
	return [list.join('\n'), [...tells, ...notes].join('\n'), ...diffs].filter(part => part !== '').join('\n\n');
}

type Colour = 'red' | 'green' | 'cyan' | 'dim' | 'bold' | 'plain';

const codes: Readonly<Record<Colour, number>> = {plain: 0, bold: 1, dim: 2, red: 31, green: 32, cyan: 36};

const colours: Readonly<Record<UnifiedLine['kind'], Colour>> = {
	title: 'bold',
	hunk: 'cyan',
	same: 'plain',
	gone: 'red',
	come: 'green',
	remark: 'dim',
};
