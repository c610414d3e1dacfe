/**
 * Makes Node stop reading a terminal that another program is to have, and gives the way to take it up again. Removing listeners is not
 * enough: the read that is under way would take that program's keys, and block in the middle of its line. A stream that was listened to
 * by `readable` counts as paused, so once its listeners are gone it has to flow before it can be paused.
 */
export async function letGo(terminal: NodeJS.ReadStream): Promise<() => void> {
	await turn();
	terminal.resume();
	terminal.pause();
	await turn();
	// Nothing is pushed, but with it the read that was broken off counts as over, and the next listener starts another.
	return () => {
		terminal.push('');
	};
}

function turn(): Promise<void> {
	return new Promise(resolve => setImmediate(resolve));
}
