import {Secret} from '../../source/credentials/secret.ts';
import type {Machine} from '../../source/machine/machine.ts';
import type {Pretend} from '../../source/machine/pretend.ts';
import {look} from '../../source/places/look.ts';
import {findRoots} from '../../source/places/roots.ts';
import {apply} from '../../source/plan/apply.ts';
import {makePlan} from '../../source/plan/make-plan.ts';
import type {Request} from '../../source/request/request.ts';
import {resolve} from '../../source/request/resolve.ts';
import type {Setup} from '../../source/setups/setup.ts';
import {setupEdits} from '../../source/setups/setup-edits.ts';
import {shellNamed} from '../../source/shells/index.ts';
import {storeNamed} from '../../source/stores/index.ts';
import type {SecretProgram} from '../../source/stores/secret-programs.ts';
import type {StoreName, StoreRoots} from '../../source/stores/store.ts';

export const routerSetup: Setup = {
	credential: 'router-key',
	provider: null,
	baseUrl: 'https://router.example',
	auth: 'bearer',
	model: null,
	headers: [],
	secretHeaders: [],
	secret: new Secret('sk-good-router-key-0123456789'),
	token: 'login',
	blankApiKey: false,
	variables: [],
};

export function storeRoots(machine: Machine, program: SecretProgram | null = null, shell = 'bash'): StoreRoots {
	const roots = findRoots(machine);
	const {home, platform, variables} = machine.environment;
	const named = shellNamed(shell);
	return {
		userSettings: `${roots.config}/settings.json`,
		localSettings: `${roots.project}/.claude/settings.local.json`,
		shellRoots: {home, xdgConfig: roots.xdgConfig, zdotdir: roots.zdotdir, platform, variables},
		exists: path => machine.files.stat(path, 'follow') !== null,
		shells: named === null ? [] : [named],
		program,
	};
}

/** Looks, plans, applies, looks again: what `claude -p` and `claude` would send then. */
export async function carryOut(
	machine: Pretend,
	setup: Setup,
	store: StoreName,
	program: SecretProgram | null = null,
	version: string | null = null,
) {
	const facts = await look(machine);
	const made = setupEdits(setup, storeNamed(store), {
		facts,
		roots: findRoots(machine),
		stores: storeRoots(machine, program),
		maskOnly: false,
		version,
	});
	if (made.state === 'refused') throw new Error(made.why);
	const planned = makePlan(made.edits, machine);
	if (planned.state === 'refused') throw new Error(JSON.stringify(planned.refusals.map(({why, file, line}) => [why, file, line])));
	const applied = await apply(planned.plan, machine);
	const after = await look(machine);
	const request = (mode: 'headless' | 'interactive'): Request => resolve(after, {version: '2.1.329', mode}).request;
	return {made, plan: planned.plan, applied, after, headless: request('headless'), interactive: request('interactive')};
}
