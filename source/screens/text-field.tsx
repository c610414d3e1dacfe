import {Box, Text} from 'ink';
import {Footer, Heading, Lines, Toned, ways} from './page.tsx';
import {useSurroundings} from './surroundings.ts';
import {betterOf, type TextState} from './text-state.ts';

/** A line that is seen and checked while it is typed: a name, a model, an address. */
export function TextField({state: {question, text, cursor, tried, doubted, refused}}: {readonly state: TextState}) {
	const {symbols} = useSurroundings();
	const verdict = question.judge(text);
	const better = betterOf(verdict);
	const remark = text === '' && !tried ? null : verdict.state === 'good' ? verdict.notice : verdict.message;
	const tone = verdict.state === 'good' ? 'quiet' : verdict.state === 'wrong' && tried ? 'bad' : 'warn';
	return (
		<Box flexDirection="column">
			<Heading question={question} />
			<Box aria-role="textbox">
				<Text>{`${symbols.pointer} `}</Text>
				<Text>
					{text.slice(0, cursor)}
					<Text inverse>{text.slice(cursor, cursor + 1) || ' '}</Text>
					{text.slice(cursor + 1)}
				</Text>
				{text === '' ? <Text dimColor>{symbols.show(question.example)}</Text> : null}
			</Box>
			{remark === null ? null : <Lines lines={[{tone, text: remark, label: null}]} />}
			{refused ? (
				<Toned tone="bad" text="That is a secret, and this line is shown: it was not taken. The question for the secret hides it." />
			) : null}
			{better === null ? null : <Toned tone="quiet" text={`Tab takes ${better}`} />}
			{doubted ? <Toned tone="quiet" text="Enter again uses it as it is." /> : null}
			<Footer keys={[better === null ? null : ['Tab', 'take'], ['Enter', 'go on'], ['Ctrl-U', 'clear'], ...ways(question)]} />
		</Box>
	);
}
