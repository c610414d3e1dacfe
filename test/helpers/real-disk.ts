import type {Machine} from '../../source/machine/machine.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {realClock} from '../../source/machine/real-clock.ts';
import {realFiles} from '../../source/machine/real-files.ts';
import {realWriting} from '../../source/machine/real-writing.ts';

/** A machine with the real disk and clock and nothing else of this computer: its home and our state folder are in `home`. */
export function realDisk(home: string): Machine {
	const nothing = pretend({home});
	return {...nothing, clock: realClock, files: realFiles, writing: realWriting(nothing.environment)};
}
