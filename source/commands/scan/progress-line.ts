import type {Context} from '../command.ts';
import type {Tally} from './tally.ts';

export type ProgressLine = {
	readonly show: (tally: Tally) => void;
	/** Takes the line away before something else is written. */
	readonly clear: () => void;
};

const between = 100;
/** To the line above, and empty it. */
const over = '\u001B[1A\u001B[2K';

/** One line on stderr that is written over again and again; nothing where stderr is no terminal, or one that cannot go back. */
export function progressLine({machine, err, terminal}: Context): ProgressLine {
	if (!terminal.stderrIsTTY || machine.environment.variables['TERM'] === 'dumb') return {show: () => {}, clear: () => {}};
	let standing = false;
	let last = Number.NEGATIVE_INFINITY;
	return {
		show({folders, files}) {
			const now = machine.clock.now();
			if (now - last < between) return;
			last = now;
			const text = `Looked at ${folders} folders, and into ${files} ${files === 1 ? 'file' : 'files'}`;
			err(`${standing ? over : ''}${text.slice(0, Math.max(10, terminal.columns - 1))}`);
			standing = true;
		},
		clear() {
			// Once more upwards, since every line that is written ends with a break.
			if (standing) err(`${over}\u001B[1A`);
			standing = false;
		},
	};
}
