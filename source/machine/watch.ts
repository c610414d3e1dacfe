import type {ChildProcess} from 'node:child_process';
import process from 'node:process';

type Child = Pick<ChildProcess, 'pid' | 'kill' | 'once' | 'stdout' | 'stderr'>;
type Limits = {readonly timeout: number; readonly signal?: AbortSignal};

/** What a program may still take to end by itself, and what pipes held open by its leftovers get after it ended. */
const grace = 500;

/**
 * Ends a child with its whole group when its time is over, when it is no longer wanted, and when we end ourselves.
 * Call `over` when it has ended, for what made it end: null where it did so by itself.
 */
export function watch(child: Child, {timeout, signal}: Limits): {readonly over: () => 'timeout' | 'unwanted' | null} {
	let ended: 'timeout' | 'unwanted' | null = null;
	const timers: NodeJS.Timeout[] = [];
	const end = (why: 'timeout' | 'unwanted') => {
		ended ??= why;
		endGroup(child, 'SIGTERM');
		timers.push(setTimeout(endGroup, grace, child, 'SIGKILL'), setTimeout(letGo, 2 * grace, child));
	};
	const unwanted = () => end('unwanted');
	const leaving = () => endGroup(child, 'SIGKILL');
	timers.push(setTimeout(end, timeout, 'timeout'));
	// A helper that leaves a daemon behind would hold our pipes open for as long as the daemon lives.
	child.once('exit', () => timers.push(setTimeout(letGo, grace, child)));
	if (signal?.aborted) unwanted();
	signal?.addEventListener('abort', unwanted, {once: true});
	// First of all: what it is working in may be removed at the same moment.
	process.prependOnceListener('exit', leaving);
	return {
		over() {
			for (const timer of timers) clearTimeout(timer);
			signal?.removeEventListener('abort', unwanted);
			process.off('exit', leaving);
			return ended;
		},
	};
}

/** The child leads a group of its own (Windows has none). */
function endGroup(child: Child, signal: 'SIGTERM' | 'SIGKILL'): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// The group is gone already.
	}
}

function letGo(child: Child): void {
	child.stdout?.destroy();
	child.stderr?.destroy();
}
