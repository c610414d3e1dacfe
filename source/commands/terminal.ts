import type {Platform} from '../machine/machine.ts';
import type {Terminal} from './command.ts';

export type Streams = {
	readonly stdinIsTTY: () => boolean;
	readonly stdoutIsTTY: () => boolean;
	readonly stderrIsTTY: () => boolean;
	readonly columns: () => number | null;
};

/** What the terminal can show, from what the streams say of themselves and the variables by which users say what they want. */
export function describeTerminal(streams: Streams, variables: Readonly<Record<string, string>>, platform: Platform): Terminal {
	return {
		get stdinIsTTY() {
			return streams.stdinIsTTY();
		},
		get stdoutIsTTY() {
			return streams.stdoutIsTTY();
		},
		get stderrIsTTY() {
			return streams.stderrIsTTY();
		},
		get columns() {
			const columns = streams.columns() ?? Number.parseInt(variables['COLUMNS'] ?? '', 10);
			return columns > 0 ? columns : 80;
		},
		get colour() {
			return wantsColour(streams, variables);
		},
		unicode: showsUnicode(variables, platform),
	};
}

/** NO_COLOR is a wish of the person, FORCE_COLOR often one of a tool: the first outranks the second (no-color.org). */
function wantsColour(streams: Streams, variables: Readonly<Record<string, string>>): boolean {
	if (variables['NO_COLOR']) return false;
	const forced = variables['FORCE_COLOR'];
	if (forced !== undefined) return forced !== '0' && forced !== 'false';
	return variables['TERM'] !== 'dumb' && streams.stdoutIsTTY();
}

/** By the locale, in the order of POSIX. The Linux console has no glyphs for our marks; old Windows consoles name no terminal. */
function showsUnicode(variables: Readonly<Record<string, string>>, platform: Platform): boolean {
	if (platform === 'win32') return Boolean(variables['WT_SESSION'] || variables['TERM_PROGRAM'] || variables['TERM']);
	if (variables['TERM'] === 'linux' || variables['TERM'] === 'dumb') return false;
	const locale = variables['LC_ALL'] || variables['LC_CTYPE'] || variables['LANG'];
	// macOS leaves the locale unset outside Terminal.app, and shows UTF-8 all the same.
	return locale ? /utf-?8/i.test(locale) : platform === 'darwin';
}
