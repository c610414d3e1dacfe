import {Box, Static, useApp, useInput, usePaste, useWindowSize} from 'ink';
import {useEffect, useSyncExternalStore} from 'react';
import type {Line} from '../commands/conversation.ts';
import {Confirm} from './confirm.tsx';
import {Findings} from './findings.tsx';
import {keysOf} from './key.ts';
import {Lines} from './page.tsx';
import {Progress} from './progress.tsx';
import {Review} from './review.tsx';
import {SecretField} from './secret-field.tsx';
import {Select} from './select.tsx';
import type {Stage, View} from './stage.ts';
import {SurroundingsContext} from './surroundings.ts';
import type {Symbols} from './symbols.ts';
import {TextField} from './text-field.tsx';

export type Suspend = (work: () => Promise<void>) => Promise<void>;

type AppProps = {
	readonly stage: Stage;
	readonly symbols: Symbols;
	readonly onSuspender: (suspend: Suspend) => void;
	/** Ctrl-Z: in raw mode the terminal leaves it to the program. */
	readonly onStop: () => void;
};

/**
 * One program on the screen from the first question to the last: the terminal stays raw and marks pastes all the time, so nothing
 * that is typed between two questions is echoed.
 */
export function App({stage, symbols, onSuspender, onStop}: AppProps) {
	const scene = useSyncExternalStore(stage.subscribe, () => stage.scene);
	const {suspendTerminal} = useApp();
	const size = useWindowSize();
	useEffect(() => onSuspender(work => suspendTerminal(work)), [onSuspender, suspendTerminal]);
	useInput((input, key) => {
		if (key.ctrl && input === 'z') onStop();
		for (const pressed of keysOf(input, key)) stage.press(pressed);
	});
	usePaste(text => stage.press({kind: 'pasted', text}));
	return (
		<SurroundingsContext value={{symbols, size}}>
			<Static items={scene.told as (readonly Line[])[]}>
				{(lines, index) => (
					<Box key={index} width={size.columns} marginBottom={1} flexDirection="column">
						<Lines lines={lines} />
					</Box>
				)}
			</Static>
			<Shown view={scene.view} />
		</SurroundingsContext>
	);
}

function Shown({view}: {readonly view: View}) {
	switch (view.kind) {
		case 'nothing':
			return null;
		case 'select':
			return <Select state={view.state} />;
		case 'secret':
			return <SecretField state={view.state} />;
		case 'text':
			return <TextField state={view.state} />;
		case 'confirm':
			return <Confirm state={view.state} />;
		case 'review':
			return <Review state={view.state} />;
		case 'findings':
			return <Findings state={view.state} />;
		case 'progress':
			return <Progress state={view.state} />;
	}
}
