import {execFile} from 'node:child_process';
import type {Gateway} from '../../../source/gateway/gateway.ts';
import type {Ended} from '../stories/own-network.ts';

/** Where the programs of a home run: in a network of its own, or in this one where the machine allows no other. */
export type Ground = {
	readonly variables: Readonly<Record<string, string>>;
	readonly run: (
		cwd: string,
		env: Readonly<Record<string, string>>,
		program: string,
		args: readonly string[],
		stdin?: string,
	) => Promise<Ended>;
	readonly reach: (gateway: Gateway) => Promise<void>;
};

export const thisNetwork: Ground = {
	variables: {},
	reach: async () => {},
	run: (cwd, env, program, args, stdin = '') =>
		new Promise((resolve, reject) => {
			const options = {cwd, env: {...env}, timeout: 120_000, encoding: 'utf8', maxBuffer: 1 << 26} as const;
			const child = execFile(program, [...args], options, (error, stdout, stderr) => {
				if (error !== null && typeof error.code !== 'number') reject(new Error(`${program} was ended by ${error.signal ?? error.code}`));
				else resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr});
			});
			child.stdin?.on('error', () => {}).end(stdin);
		}),
};
