import {EventEmitter} from 'node:events';
import {render} from 'ink';
import {App} from '../../source/screens/app.tsx';
import {Stage} from '../../source/screens/stage.ts';
import {asciiSymbols, unicodeSymbols} from '../../source/screens/symbols.ts';
import {eventually} from '../helpers/eventually.ts';

type Options = {readonly columns?: number; readonly rows?: number; readonly unicode?: boolean; readonly spoken?: boolean};

/** The screens on a terminal of any size, drawn by Ink itself, without a terminal. */
export class Drawn {
	readonly stage: Stage;
	readonly stdin = Object.assign(new EventEmitter(), {
		isTTY: true,
		setEncoding() {},
		setRawMode() {},
		resume() {},
		pause() {},
		ref() {},
		unref() {},
		read: () => this.#pressed.shift() ?? null,
	});
	readonly frames: string[] = [];
	stops = 0;
	readonly #pressed: string[] = [];
	readonly #app;

	constructor({columns = 80, rows = 24, unicode = true, spoken = false}: Options = {}) {
		const frames = this.frames;
		const stdout = Object.assign(new EventEmitter(), {
			columns,
			rows,
			write(frame: string) {
				frames.push(frame);
				return true;
			},
		});
		this.stage = new Stage(() => ({columns, rows}));
		this.#app = render(
			<App stage={this.stage} symbols={unicode ? unicodeSymbols : asciiSymbols} onSuspender={() => {}} onStop={() => void this.stops++} />,
			{
				stdin: this.stdin as never,
				stdout: stdout as never,
				debug: true,
				exitOnCtrlC: false,
				patchConsole: false,
				isScreenReaderEnabled: spoken,
			},
		);
	}

	get frame(): string {
		return (this.frames.at(-1) ?? '')
			.split('\n')
			.map(line => line.trimEnd())
			.join('\n')
			.trim();
	}

	async shows(pattern: RegExp): Promise<string> {
		const frame = await eventually(
			() => this.frame,
			text => pattern.test(text),
		);
		if (!pattern.test(frame)) throw new Error(`${pattern} is not in:\n${frame}`);
		return frame;
	}

	press(keys: string): void {
		this.#pressed.push(keys);
		this.stdin.emit('readable');
	}

	end(): void {
		this.#app.unmount();
	}
}

export const up = '\x1b[A';
export const down = '\x1b[B';
export const enter = '\r';
export const esc = '\x1b';
export const interrupt = '\x03';
export const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~`;
