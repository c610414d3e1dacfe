import type {Machine} from '../machine/machine.ts';
import type {Ancestor} from './detect.ts';

/** A login terminal is rarely more than a handful of processes away. */
const most = 12;

/** The processes above ours, nearest first; none where the system does not tell. */
export async function ancestors(machine: Machine): Promise<readonly Ancestor[]> {
	switch (machine.environment.platform) {
		case 'linux':
			return fromProc(machine);
		case 'darwin':
			return fromPs(machine);
		case 'win32':
			return [];
	}
}

function fromProc({files, environment}: Machine): readonly Ancestor[] {
	const text = (path: string): string => {
		const reading = files.read(path);
		return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : '';
	};
	const found: Ancestor[] = [];
	// The name stands in parentheses and may hold some itself; the parent is the second word after the last of them.
	const parentOf = (pid: number) => Number(/.*\) \S (\d+)/s.exec(text(`/proc/${pid}/stat`))?.[1] ?? 0);
	for (let pid = parentOf(environment.pid); pid > 0 && found.length < most; pid = parentOf(pid)) {
		const args = text(`/proc/${pid}/cmdline`).split('\0').slice(0, -1);
		found.push({program: text(`/proc/${pid}/comm`).trimEnd(), args});
	}
	return found;
}

async function fromPs({programs, environment}: Machine): Promise<readonly Ancestor[]> {
	const outcome = await programs.run('/bin/ps', ['-A', '-o', 'pid=,ppid=,args='], {env: {LC_ALL: 'C'}, timeout: 3000});
	if (outcome.state !== 'ended') return [];
	const rows = new Map(
		outcome.stdout.split('\n').flatMap(line => {
			const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
			return pid === undefined || parent === undefined || args === undefined
				? []
				: [[Number(pid), {parent: Number(parent), args: args.split(' ')}]];
		}),
	);
	const found: Ancestor[] = [];
	for (let row = rows.get(rows.get(environment.pid)?.parent ?? 0); row !== undefined && found.length < most; row = rows.get(row.parent))
		found.push({program: row.args[0] ?? '', args: row.args});
	return found;
}
