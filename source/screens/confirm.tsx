import {Box, Text, useIsScreenReaderEnabled} from 'ink';
import type {ConfirmState} from './confirm-state.ts';
import {Footer, Heading, Toned, ways} from './page.tsx';
import {useSurroundings} from './surroundings.ts';

/** Yes or no, each with what it means. */
export function Confirm({state: {question, yes}}: {readonly state: ConfirmState}) {
	return (
		<Box flexDirection="column">
			<Heading question={question} />
			<Box flexDirection="column" aria-role="radiogroup">
				<Option label={question.yes} selected={yes} />
				<Option label={question.no} selected={!yes} />
			</Box>
			<Footer keys={[['y', 'yes'], ['n', 'no'], ['Enter', 'choose'], ...ways(question)]} />
		</Box>
	);
}

function Option({label, selected}: {readonly label: string; readonly selected: boolean}) {
	const {symbols} = useSurroundings();
	const spoken = useIsScreenReaderEnabled();
	return (
		<Box aria-role="radio" aria-state={{checked: selected}}>
			{spoken ? null : <Text>{selected ? `${symbols.pointer} ` : '  '}</Text>}
			<Toned tone={selected ? 'strong' : 'plain'} text={label} />
		</Box>
	);
}
