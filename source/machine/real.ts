import type {Environment, Machine} from './machine.ts';
import {realClock} from './real-clock.ts';
import {realEnvironment} from './real-environment.ts';
import {realFiles} from './real-files.ts';
import {realFolders} from './real-folders.ts';
import {realMemory} from './real-memory.ts';
import {realNetwork} from './real-network.ts';
import {realNotes} from './real-notes.ts';
import {realPrograms} from './real-programs.ts';
import {realScratch} from './real-scratch.ts';
import {realWriting} from './real-writing.ts';
import {stateFolder} from './state-folder.ts';

/** The computer this runs on. `version` is ours: requests carry it, so that a server's log says who called. */
export function realMachine(version: string): Machine {
	return machineIn(realEnvironment(), version);
}

function machineIn(environment: Environment, version: string): Machine {
	const {platform} = environment;
	return {
		environment,
		files: realFiles,
		folders: realFolders,
		writing: realWriting(environment),
		programs: realPrograms,
		network: realNetwork(version),
		clock: realClock,
		memory: realMemory(environment),
		notes: realNotes(environment),
		scratch: realScratch(environment),
		at: (home, variables) =>
			machineIn({...environment, home, variables, cwd: home, state: stateFolder(platform, home, variables), pid: 0}, version),
	};
}
