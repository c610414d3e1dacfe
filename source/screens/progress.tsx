import {Box, Text, useAnimation, useIsScreenReaderEnabled} from 'ink';
import {Footer, Toned} from './page.tsx';
import type {ProgressState} from './stage.ts';
import {useSurroundings} from './surroundings.ts';

/** What goes on, with what is done already below it. */
export function Progress({state: {title, said, stopping, interrupt}}: {readonly state: ProgressState}) {
	const {symbols} = useSurroundings();
	const spoken = useIsScreenReaderEnabled();
	const {frame} = useAnimation({interval: 120, isActive: !spoken});
	const turn = symbols.spinner[frame % symbols.spinner.length] ?? '';
	return (
		<Box flexDirection="column" aria-role="progressbar" aria-label={title} aria-state={{busy: true}}>
			<Text>
				{spoken ? '' : `${turn} `}
				{symbols.show(stopping ? `${title} — stopping` : title)}
			</Text>
			{said.map((text, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered
				<Toned key={index} tone="quiet" text={`  ${text}`} />
			))}
			<Footer keys={[['Ctrl-C', stopping ? 'leave at once' : interrupt]]} />
		</Box>
	);
}
