import type {Machine} from '../machine/machine.ts';
import type {VariableFact} from './fact.ts';
import type {Place} from './place.ts';
import {held, printable} from './show.ts';
import {isKnownVariable} from './variables.ts';

/**
 * Variables of the processes above this one, nearest first: the one farthest up that has a value is where a stale value comes from
 * that no file explains. Linux tells them for processes of the same user; elsewhere there is no way without asking each program.
 */
export const parentProcess: Place = {
	id: 'parent-process',
	look: machine => (machine.environment.platform === 'linux' ? ancestorsOf(machine).flatMap(pid => variablesOf(machine, pid)) : []),
};

/** A chain of processes is finite, but what a container shows of it need not be. */
const mostAncestors = 64;
const largest = 4 * 1024 * 1024;

function ancestorsOf(machine: Machine): readonly number[] {
	const pids: number[] = [];
	let pid = parentOf(machine, machine.environment.pid);
	while (pid !== null && pid > 0 && pids.length < mostAncestors && !pids.includes(pid)) {
		pids.push(pid);
		pid = parentOf(machine, pid);
	}
	return pids;
}

function parentOf(machine: Machine, pid: number): number | null {
	const line = /^PPid:\s*(\d+)$/m.exec(readProc(machine, `/proc/${pid}/status`) ?? '');
	return line === null ? null : Number(line[1]);
}

function variablesOf(machine: Machine, pid: number): readonly VariableFact[] {
	let named: string | null = null;
	const program = () => (named ??= printable((readProc(machine, `/proc/${pid}/comm`) ?? '').trim()).slice(0, 40));
	return (readProc(machine, `/proc/${pid}/environ`) ?? '').split('\0').flatMap((entry): VariableFact[] => {
		const equals = entry.indexOf('=');
		const variable = entry.slice(0, equals);
		if (equals < 1 || !isKnownVariable(variable)) return [];
		const text = entry.slice(equals + 1);
		const spot = {place: 'parent-process', file: null, line: null, column: null} as const;
		const state = text === '' ? 'empty' : 'text';
		return [
			{
				kind: 'variable',
				...spot,
				variable,
				state,
				...held(variable, text),
				why: null,
				origin: {from: 'parent-process', pid, program: program()},
			},
		];
	});
}

/** Null for a process of another user, or one that has ended meanwhile. */
function readProc({files}: Machine, path: string): string | null {
	const reading = files.read(path, largest);
	return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : null;
}
