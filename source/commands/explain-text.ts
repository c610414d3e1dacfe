import {causes} from '../claude/causes.ts';
import type {Explanation, Suspect} from '../claude/failure.ts';
import {misleadingHint} from '../claude/failures/misleading-hint.ts';
import {unknown} from './explain-json.ts';
import {finish, type Page} from './page.ts';
import {labelled, wrap} from './paragraph.ts';

/** An explanation as people read it: the cause, how sure and why, what to do, and what else it may be. */
export function explainText(explanation: Explanation, text: string, page: Page): string {
	if (explanation.state === 'unknown') {
		const {title, why, fix} = unknown;
		return finish([`? ${page.bold(title)}`, ...labelled('Why', why, page.columns), ...steps(fix, page)], page);
	}
	const {first, others, whose} = explanation;
	const {title, why, fix} = causes[first.cause];
	const note = misleadingHint(text, first.cause);
	const sure = first.confidence === 'high';
	return finish(
		[
			...wrap(`${sure ? '✗' : '?'} ${title}`, page.columns).map(line => page.bold(line)),
			`  ${page.dim(first.cause)}`,
			...labelled(
				'Sure',
				`${sure ? 'yes' : 'no, the likeliest of several'}. ${first.rule?.why ?? 'These words are new to the wizard; it goes by what they are about.'}`,
				page.columns,
			),
			...labelled('Whose', `These are words of ${whose}.`, page.columns),
			...labelled('Why', why, page.columns),
			...(note === null ? [] : labelled('Note', note, page.columns)),
			...steps(fix, page),
			...(others.length === 0 ? [] : ['', sure ? 'Less likely' : 'It may also be', ...others.flatMap(other => alternative(other, page))]),
		],
		page,
	);
}

function steps(fix: readonly string[], page: Page): readonly string[] {
	return fix.flatMap((step, index) => labelled(index === 0 ? 'Fix' : '', `${index + 1}. ${step}`, page.columns));
}

function alternative({cause}: Suspect, page: Page): readonly string[] {
	const {title, tell} = causes[cause];
	return [...labelled('•', `${title} (${cause})`, page.columns, 2, 2), ...labelled('', tell, page.columns, 2, 4)];
}
