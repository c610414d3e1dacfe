import {Box, Text} from 'ink';
import {Footer, Heading, Lines, ways} from './page.tsx';
import type {SecretState} from './secret-state.ts';
import {useSurroundings} from './surroundings.ts';

/** Of what was entered only this is drawn: that there is something. The mask has one length, whatever stands behind it. */
export function SecretField({state: {question, text, remark}}: {readonly state: SecretState}) {
	const {symbols} = useSurroundings();
	const filled = text !== '';
	return (
		<Box flexDirection="column">
			<Heading question={question} />
			<Box aria-role="textbox" aria-label={filled ? 'hidden, filled' : 'hidden, empty'}>
				<Text>{`${symbols.pointer} `}</Text>
				{filled ? (
					<Text>{symbols.mask}</Text>
				) : (
					<Text dimColor>{question.kept === null ? 'nothing is shown here' : 'kept: Enter uses it again'}</Text>
				)}
			</Box>
			{remark === null ? null : <Lines lines={[{tone: remark.tone, text: remark.text, label: null}]} />}
			<Footer keys={[['paste', 'or type'], ['Enter', 'go on'], filled ? ['Ctrl-U', 'clear'] : null, ...ways(question)]} />
		</Box>
	);
}
