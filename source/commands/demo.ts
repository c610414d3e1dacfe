import {startGateway} from '../gateway/gateway.ts';
import type {Run} from './command.ts';
import {demoFiles, demoHouse, demoKey} from './demo-house.ts';
import {demoRepair} from './demo-repair.ts';

/**
 * `wizard demo`: a repair from the failure to the proof, in a home made for it and against a server of our own. Home and server are
 * gone when it ends, however it ends.
 */
export const demo: Run = async ({options}, context) => {
	const {machine, fail, terminal} = context;
	if (!options.yes && !terminal.stdinIsTTY)
		return fail(2, 'The demo goes step by step, and there is no terminal to go on from.', 'wizard demo --yes plays it through.');
	const gateway = await startGateway({expect: 'bearer', secret: demoKey, second: 'refused', prefix: '/api'});
	const home = machine.scratch.make(demoFiles(gateway.url));
	try {
		const house = await demoHouse(machine, home);
		return await demoRepair(house, gateway, context, options.yes === true);
	} finally {
		machine.scratch.remove(home);
		await gateway.close();
	}
};
