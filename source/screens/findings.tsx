import {Box, Text, useIsScreenReaderEnabled} from 'ink';
import type {PickItem} from '../commands/conversation.ts';
import {type FindingsState, roomOf, standing} from './findings-state.ts';
import {fitted} from './fitted.ts';
import {Footer, Heading, Lines, Toned} from './page.tsx';
import {useSurroundings} from './surroundings.ts';

/** What can be mended, as a list to walk through; what the chosen one changes, or why, stands below it. */
export function Findings({state}: {readonly state: FindingsState}) {
	const {symbols, size} = useSurroundings();
	const {question, at, notice} = state;
	const {items} = question;
	const room = roomOf(state, size);
	const first = Math.max(0, Math.min(at - Math.floor(room.list / 2), items.length - room.list));
	const chosen = items[at];
	return (
		<Box flexDirection="column">
			<Heading question={question} />
			<Box flexDirection="column" aria-role="listbox">
				{items.slice(first, first + room.list).map((item, index) => (
					<Row key={item.key} item={item} number={first + index + 1} selected={first + index === at} standing={standing(item, state)} />
				))}
			</Box>
			{items.length > room.list ? <Text dimColor>{`${at + 1} of ${items.length}`}</Text> : null}
			{chosen === undefined ? null : <Below item={chosen} state={state} rows={room.below} />}
			{notice === null ? null : <Toned tone="warn" text={notice} />}
			<Footer
				keys={[
					[symbols.arrows, 'move'],
					['space', 'off or on'],
					['?', state.below === 'diff' ? 'why' : 'what changes'],
					['Enter', 'mend'],
					['Esc', 'leave'],
				]}
			/>
		</Box>
	);
}

type Standing = ReturnType<typeof standing>;

const boxes: Readonly<Record<Standing, string>> = {on: '[x]', off: '[ ]', yours: ' - '};
const spokenAs: Readonly<Record<Standing, string>> = {on: 'on', off: 'off', yours: 'yours to do'};

type RowProps = {readonly item: PickItem; readonly number: number; readonly selected: boolean; readonly standing: Standing};

function Row({item: {label, tone, follows}, number, selected, standing: stands}: RowProps) {
	const {symbols, size} = useSurroundings();
	const spoken = useIsScreenReaderEnabled();
	if (spoken)
		return (
			<Box aria-role="option" aria-state={{selected, checked: stands === 'on'}}>
				<Text>{[number, label, spokenAs[stands]].join(', ')}</Text>
			</Box>
		);
	const head = `${selected ? symbols.pointer : ' '} ${number} ${follows ? '  ' : ''}${boxes[stands]} `;
	return <Toned tone={selected ? 'strong' : stands === 'off' ? 'quiet' : tone} text={`${head}${label}`} width={size.columns} />;
}

/** A window of the lines, moved by the page keys. */
function Below({item, state: {below, top}, rows}: {readonly item: PickItem; readonly state: FindingsState; readonly rows: number}) {
	const {symbols, size} = useSurroundings();
	if (below === 'why' || item.diff.length === 0)
		return (
			<Box marginTop={1} flexDirection="column">
				<Lines lines={item.why} />
			</Box>
		);
	const diff = fitted(item.diff, size.columns);
	const from = Math.max(0, Math.min(top, diff.length - rows));
	const more = diff.length - from - rows;
	return (
		<Box marginTop={1} flexDirection="column" aria-role="list">
			{diff.slice(from, from + rows).map(({tone, text}, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered
				<Toned key={from + index} tone={tone} text={text === '' ? ' ' : text} width={size.columns} />
			))}
			{more > 0 ? <Text dimColor>{`${symbols.more} ${more} more ${more === 1 ? 'line' : 'lines'}: PgDn`}</Text> : null}
		</Box>
	);
}
