import {explainOrGuess} from '../claude/failure.ts';
import type {Context as Known} from '../claude/failures/signs.ts';
import {tally} from '../claude/failures/tally.ts';
import type {Context, Invocation, Run} from './command.ts';
import {explainAllJson, explainAllText} from './explain-all.ts';
import {explainJson} from './explain-json.ts';
import {explainText} from './explain-text.ts';
import {pageFor} from './page.ts';

/** A pasted screen is never longer than this; a log goes through `--all`, which does not hold it. */
const longest = 1_000_000;

/** `wizard explain`: an error text, or with `--all` a whole log, to causes and repairs. Nothing of the text leaves, nothing is changed. */
export const explain: Run = async (invocation, context) => {
	const {options} = invocation;
	const {out, fail, terminal} = context;
	const status = options.status === undefined ? undefined : Number(options.status);
	if (status !== undefined && !(Number.isInteger(status) && status >= 100 && status <= 599))
		return fail(2, '--status is a number of three digits, as in 401.');
	const given: Known = {
		...(status === undefined ? {} : {status}),
		...(options['base-url'] === undefined ? {} : {baseUrl: options['base-url']}),
		...(options.credential === undefined ? {} : {credential: options.credential}),
	};
	// Looking at the whole machine is loaded only where it is asked for.
	const known = options.here ? {...(await (await import('./explain-here.ts')).explainHere(context.machine)), ...given} : given;

	if (invocation.operands.length === 0 && terminal.stdinIsTTY)
		return fail(2, 'There is no text to explain.', 'wizard explain "API Error: …", or pipe it: claude -p hi 2>&1 | wizard explain');
	if (options.all) {
		const kinds = await tally(source(invocation, context), known);
		out(options.json ? JSON.stringify(explainAllJson(kinds), null, 2) : explainAllText(kinds, pageFor(terminal)));
		return kinds.length === 0 ? 1 : 0;
	}
	const text = await gather(source(invocation, context));
	if (text === null) return fail(2, 'The text is too long to be one failure.', 'A log is read with: wizard explain --all');
	if (text.trim() === '') return fail(2, 'The text is empty.');
	const explanation = explainOrGuess(text, known);
	out(options.json ? JSON.stringify(explainJson(explanation, text), null, 2) : explainText(explanation, text, pageFor(terminal)));
	return explanation.state === 'unknown' ? 1 : 0;
};

/** The words after the command, or else what is piped in. */
async function* source({operands}: Invocation, {pieces}: Context): AsyncGenerator<string> {
	if (operands.length > 0) yield operands.join(' ');
	else yield* pieces();
}

async function gather(pieces: AsyncIterable<string>): Promise<string | null> {
	let text = '';
	for await (const piece of pieces) {
		text += piece;
		if (text.length > longest) return null;
	}
	return text;
}
