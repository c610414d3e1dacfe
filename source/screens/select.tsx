import {Box, Text, useIsScreenReaderEnabled} from 'ink';
import type {Choice} from '../commands/conversation.ts';
import {Footer, Heading, Toned, ways} from './page.tsx';
import {type SelectState, shownChoices} from './select-state.ts';
import {useSurroundings} from './surroundings.ts';

/** A list to choose from: a window of it where it is longer than the screen. */
export function Select({state}: {readonly state: SelectState}) {
	const {symbols, size} = useSurroundings();
	const {question, filter, finding, at, notice} = state;
	const shown = shownChoices(state);
	const wide = size.columns >= 64;
	const room = Math.max(3, size.rows - question.about.length - (wide ? 9 : 11));
	const first = Math.max(0, Math.min(at - Math.floor(room / 2), shown.length - room));
	const labels = Math.max(...question.choices.map(({label}) => label.length));
	return (
		<Box flexDirection="column">
			<Heading question={question} />
			{filter === '' && (!finding || question.size === 'many') ? null : <Text>{`Find: ${filter}`}</Text>}
			<Box flexDirection="column" aria-role="listbox">
				{shown.slice(first, first + room).map((choice, index) => (
					<Row
						key={choice.label}
						choice={choice}
						number={finding ? null : first + index + 1}
						selected={first + index === at}
						labels={wide ? labels : null}
					/>
				))}
			</Box>
			{shown.length === 0 ? <Toned tone="quiet" text="Nothing fits. Backspace widens the search." /> : null}
			{shown.length > room ? <Text dimColor>{`${at + 1} of ${shown.length}`}</Text> : null}
			{notice === null ? null : <Toned tone="warn" text={notice} />}
			<Footer
				keys={[
					[symbols.arrows, 'move'],
					!finding ? [`1-${Math.min(9, shown.length)}`, 'pick'] : null,
					finding ? ['type', 'to find'] : ['/', 'find'],
					['Enter', 'choose'],
					...ways(question),
				]}
			/>
		</Box>
	);
}

type RowProps = {
	readonly choice: Choice<unknown>;
	readonly number: number | null;
	readonly selected: boolean;
	/** The width of the labels; null where hints stand below them. */
	readonly labels: number | null;
};

function Row({choice: {label, hint}, number, selected, labels}: RowProps) {
	const {symbols, size} = useSurroundings();
	const spoken = useIsScreenReaderEnabled();
	if (spoken)
		return (
			<Box aria-role="option" aria-state={{selected}}>
				<Text>{[number, label, hint].filter(Boolean).join(', ')}</Text>
			</Box>
		);
	const pointer = selected ? symbols.pointer : ' ';
	const head = `${pointer} ${number === null ? '' : `${number}  `}`;
	const name = (
		<Toned tone={selected ? 'strong' : 'plain'} text={`${head}${labels === null ? label : label.padEnd(labels)}`} width={size.columns} />
	);
	return (
		<Box flexDirection="column" aria-role="option" aria-state={{selected}}>
			<Box>
				<Box flexShrink={0} {...(labels === null ? {flexBasis: '100%'} : {})}>
					{name}
				</Box>
				{labels === null ? null : (
					<Box flexShrink={1} marginLeft={2}>
						<Toned tone="quiet" text={hint} width={selected ? null : size.columns - head.length - labels - 2} />
					</Box>
				)}
			</Box>
			{labels === null && selected && hint !== '' ? (
				<Box marginLeft={head.length}>
					<Toned tone="quiet" text={hint} />
				</Box>
			) : null}
		</Box>
	);
}
