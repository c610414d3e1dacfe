import {printable} from '../places/show.ts';
import {tilde} from './tilde.ts';

/** A command as it may be shown and pasted: without control characters, and with the home folder as `~`, which no shell knows inside quotes. */
export function shownCommand(command: string, home: string): string {
	const folder = home.replace(/[/\\]+$/, '');
	const open = folder === '' ? command : command.replaceAll(`'${folder}/`, "~/'");
	return printable(tilde(open, home));
}
