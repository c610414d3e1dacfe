import type {Assignment, Statement} from '../shells/assignments/statement.ts';

/** Does the second reading say all that the first said, in the same order, but for the one statement taken out? */
export function isSameWithout(before: readonly Statement[], after: readonly Statement[], taken: Assignment): boolean {
	const rest = before.filter(one => one !== taken && !isTaken(one, taken));
	return rest.length === after.length && rest.every((one, index) => sameWords(one, after[index], taken));
}

function isTaken(one: Statement, {start, end, item, variable}: Assignment): boolean {
	return (
		one.kind === 'assignment' &&
		one.variable === variable &&
		one.start === start &&
		one.end === end &&
		one.item.start === item.start &&
		one.item.end === item.end
	);
}

function sameWords(one: Statement, other: Statement | undefined, taken: Assignment): boolean {
	if (one.kind === 'source') return other?.kind === 'source' && JSON.stringify(one.files) === JSON.stringify(other.files);
	return (
		other?.kind === 'assignment' &&
		one.variable === other.variable &&
		one.does === other.does &&
		(one.value === other.value || isAround(one, taken)) &&
		one.conditional === other.conditional
	);
}

/** A text that the shell runs is itself a value: `PROMPT_COMMAND='export N=v; history -a'`. */
function isAround({item}: Assignment, {start, end}: Assignment): boolean {
	return item.start < start && end < item.end;
}
