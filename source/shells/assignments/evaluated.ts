import type {Said} from './command.ts';
import type {Statement} from './statement.ts';
import type {Word} from './word.ts';
import {staticText} from './word.ts';

/** What `eval 'text'` says; where a program makes the text, nothing is known. */
export function evaluated(args: readonly Word[], read: (text: string) => readonly Statement[]): readonly Said[] {
	const texts = args.map(arg => staticText(arg.parts));
	const [first] = args;
	const last = args.at(-1);
	if (!first || !last || texts.includes(null)) return [];
	const item = {start: first.start, end: last.end};
	return read(texts.join(' ')).flatMap((statement): Said[] => {
		if (statement.kind === 'source') return [];
		const {variable, does, value, parts, exported} = statement;
		return [{variable, does, value, parts, exported, form: 'eval', item, refuse: 'eval'}];
	});
}
