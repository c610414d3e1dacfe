import {Box, Text} from 'ink';
import {fitted} from './fitted.ts';
import {Footer, Heading, Toned, ways} from './page.tsx';
import {type ReviewState, textRows, topOf} from './review-state.ts';
import {useSurroundings} from './surroundings.ts';

/** A long text to look at, such as the plan, and what can be done with it at the bottom. */
export function Review({state}: {readonly state: ReviewState}) {
	const {symbols, size} = useSurroundings();
	const {question, at} = state;
	const room = textRows(state, size);
	const top = topOf(state, size);
	const text = fitted(question.text, size.columns);
	const below = text.length - top - room;
	return (
		<Box flexDirection="column">
			<Heading question={question} />
			<Box flexDirection="column" aria-role="list">
				{text.slice(top, top + room).map((line, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered
					<Toned key={top + index} tone={line.tone} text={line.text === '' ? ' ' : line.text} width={size.columns} />
				))}
			</Box>
			{text.length > room ? (
				<Text dimColor>{below > 0 ? `${symbols.more} ${below} more ${below === 1 ? 'line' : 'lines'}` : 'the end'}</Text>
			) : null}
			<Box flexDirection="column" marginTop={1} aria-role="menu">
				{question.choices.map(({key, label}, index) => (
					<Box key={key} aria-role="menuitem" aria-state={{selected: index === at}}>
						<Toned
							tone={index === at ? 'strong' : 'plain'}
							text={`${index === at ? symbols.pointer : ' '} ${key}  ${label}`}
							width={size.columns}
						/>
					</Box>
				))}
			</Box>
			<Footer
				keys={[text.length > room ? [`${symbols.arrows} space`, 'scroll'] : null, ['Tab', 'next'], ['Enter', 'choose'], ...ways(question)]}
			/>
		</Box>
	);
}
