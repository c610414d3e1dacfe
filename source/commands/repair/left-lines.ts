import {printable} from '../../places/show.ts';
import {cannotItems} from '../../plan/plan-items.ts';
import {type Line, line, row} from '../conversation.ts';
import {shownCommand} from '../shown-command.ts';
import {tilde} from '../tilde.ts';
import {ownStep} from './own-step.ts';
import type {Mended} from './rounds.ts';

/** What remains for the user, each with the command that does it. */
export function leftLines({left, last}: Mended, home: string): readonly Line[] {
	const safe = (text: string) => printable(tilde(text, home));
	const cannot = last === null ? [] : cannotItems(last);
	return [
		...cannot.flatMap(({summary, command}) => [
			row('By hand', safe(summary), 'warn'),
			...(command === null ? [] : [row('', shownCommand(command, home), 'strong')]),
		]),
		...left
			.filter(({severity}) => severity !== 'info')
			.flatMap(finding => {
				const {summary, command} = ownStep(finding);
				return [
					line(safe(finding.title), finding.severity === 'error' ? 'bad' : 'warn'),
					row('Fix', safe(summary)),
					...(command === null ? [] : [row('', shownCommand(command, home), 'strong')]),
				];
			}),
	];
}
