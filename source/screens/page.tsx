import {Box, Text, Transform} from 'ink';
import type {Line, Question, Tone} from '../commands/conversation.ts';
import {useSurroundings} from './surroundings.ts';
import {clip, clipStart} from './symbols.ts';

const looks: Readonly<Record<Tone, {readonly color?: string; readonly bold?: boolean; readonly dimColor?: boolean}>> = {
	plain: {},
	strong: {bold: true},
	quiet: {dimColor: true},
	good: {color: 'green'},
	bad: {color: 'red'},
	warn: {color: 'yellow'},
	come: {color: 'green'},
	gone: {color: 'red'},
};

/** Text in its tone, on one line of that width where one is given. The tone only repeats what marks and words say. */
export function Toned({tone, text, width = null}: {readonly tone: Tone; readonly text: string; readonly width?: number | null}) {
	const {symbols} = useSurroundings();
	const shown = symbols.show(text);
	return width === null ? (
		<Transform transform={withoutLead}>
			<Text {...looks[tone]}>{shown}</Text>
		</Transform>
	) : (
		<Text {...looks[tone]} wrap="truncate-end">
			{clip(shown, width, symbols)}
		</Text>
	);
}

/** Where a word fills its line, Ink's wrapping leaves the blank behind it at the head of the next. */
function withoutLead(line: string, index: number): string {
	return index === 0 ? line : line.replace(/^((?:\u001B\[[\d;]*m)*) /, '$1');
}

/** Lines of a page; labels stand in a column of their own where there is room for one. */
export function Lines({lines}: {readonly lines: readonly Line[]}) {
	const {symbols, size} = useSurroundings();
	return (
		<Box flexDirection="column">
			{lines.map(({tone, text, label}, index) => {
				const mark = marks(tone, symbols);
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered
					<Box key={index} minHeight={1}>
						{label === null || size.columns < 30 ? null : (
							<Box width={10} flexShrink={0}>
								<Text dimColor>{symbols.show(label)}</Text>
							</Box>
						)}
						{mark === null || label !== null ? null : (
							<Box width={2} flexShrink={0}>
								<Toned tone={tone} text={mark} />
							</Box>
						)}
						<Box flexShrink={1}>
							<Toned tone={tone} text={text} />
						</Box>
					</Box>
				);
			})}
		</Box>
	);
}

function marks(tone: Tone, symbols: {readonly good: string; readonly bad: string; readonly warn: string}): string | null {
	switch (tone) {
		case 'good':
			return symbols.good;
		case 'bad':
			return symbols.bad;
		case 'warn':
			return symbols.warn;
		case 'plain':
		case 'strong':
		case 'quiet':
		case 'come':
		case 'gone':
			return null;
	}
}

/** What stands over every question: the answers so far, the question, and what one needs to know for it. */
export function Heading({question}: {readonly question: Question}) {
	const {symbols, size} = useSurroundings();
	return (
		<Box flexDirection="column" marginBottom={1}>
			{question.trail.length === 0 ? null : (
				<Text dimColor>{clipStart(symbols.show(question.trail.join(` ${symbols.trail} `)), size.columns, symbols)}</Text>
			)}
			<Toned tone="strong" text={question.title} />
			<Lines lines={question.about} />
		</Box>
	);
}

/** The keys that work now, and nothing else. */
export function Footer({keys}: {readonly keys: readonly (readonly [key: string, does: string] | null)[]}) {
	const {symbols} = useSurroundings();
	const shown = keys.filter(entry => entry !== null).map(([key, does]) => `${key} ${does}`);
	return (
		<Box marginTop={1} flexWrap="wrap" columnGap={1}>
			{shown.map((text, index) => (
				<Box key={text} flexShrink={0}>
					<Text dimColor>{index === shown.length - 1 ? text : `${text} ${symbols.dot}`}</Text>
				</Box>
			))}
		</Box>
	);
}

/** The keys that work on every screen. */
export function ways({canGoBack}: Question): readonly (readonly [string, string] | null)[] {
	return [canGoBack ? ['Esc', 'back'] : null, ['Ctrl-C', 'leave']];
}
