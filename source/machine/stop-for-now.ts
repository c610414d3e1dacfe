/** Longer than the signal takes to arrive. */
const arrival = 50;

/**
 * What Ctrl-Z does where the terminal is not raw: the whole job stops (also npm, where that started it) until the shell takes it up again.
 * A timer tells that, since nothing runs meanwhile; where no shell is there to do so, the signal is dropped and all goes on at once.
 */
export async function stopForNow(): Promise<void> {
	if (process.platform === 'win32') return;
	process.kill(0, 'SIGTSTP');
	await new Promise(resolve => setTimeout(resolve, arrival));
}
