import {Secret} from '../../source/credentials/secret.ts';
import {type Pretend, type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import type {Setup} from '../../source/setups/setup.ts';
import type {StoreName} from '../../source/stores/store.ts';
import {carryOut, routerSetup} from '../setups/carry-out.ts';

export const sentinel = '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';
export const setup: Setup = {...routerSetup, secret: new Secret(sentinel)};
export const state = '/home/ada/.local/state/claude-auth-wizard';

export const machineWith = (files: PretendOptions['files'] = {}, more: PretendOptions = {}): Pretend =>
	pretend({...more, files: {'/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/bash\n', ...files}});

/** A machine on which the wizard has set up a router key. */
export async function changedMachine(store: StoreName, files: PretendOptions['files'] = {}, more: PretendOptions = {}): Promise<Pretend> {
	const machine = machineWith(files, more);
	const {applied} = await carryOut(machine, setup, store);
	if (applied.state !== 'applied') throw new Error(JSON.stringify(applied));
	return machine;
}

/** Every file but ours, with bytes, mode and link target, so that two equal disks are equal here. */
export function users(machine: Pretend): Readonly<Record<string, object>> {
	const nodes = Object.entries(machine.tree.snapshot()).filter(([path]) => !path.startsWith(state));
	return Object.fromEntries(
		nodes.map(([path, node]) => [path, {...node, mtime: 0, ...(node.kind === 'file' ? {bytes: machine.tree.text(path)} : {})}]),
	);
}
