import {find} from '../claude/find.ts';
import type {Copy, Installed} from '../claude/installed.ts';
import {Secret} from '../credentials/secret.ts';
import type {Machine} from '../machine/machine.ts';
import {findRoots, pathOf} from '../places/roots.ts';
import type {Situation} from '../problems/problem.ts';
import {examine, situate} from './examine.ts';

/** A throw-away home with a setup that is broken in the way most setups are. */
export type DemoHouse = {
	readonly machine: Machine;
	/** Null: the plain request alone proves it, for this reason. */
	readonly claude: Copy | null;
	readonly whyNot: string | null;
	readonly look: () => Promise<Situation>;
};

/** Made up, and of the shape of a real one, so that the wizard treats it as one. */
const text = `sk-or-v1-${'5eedf00d'.repeat(8)}`;
export const demoKey = new Secret(text);

/** The files of that home. Whoever writes them sees to it that they are removed again. */
export function demoFiles(base: string): Readonly<Record<string, string>> {
	return {
		'.bashrc': `alias ll='ls -l'\nexport ANTHROPIC_API_KEY="${text}"  # from the router's welcome mail\n`,
		'.claude/settings.json': `${JSON.stringify({env: {ANTHROPIC_BASE_URL: base}}, null, 2)}\n`,
	};
}

/** An environment built from nothing but what finds and starts programs, and the stale key that a terminal opened before still has. */
export async function demoHouse(user: Machine, home: string): Promise<DemoHouse> {
	const {join} = pathOf(user.environment);
	const machine = user.at(home, {
		...startsPrograms(user),
		HOME: home,
		USERPROFILE: home,
		TMPDIR: home,
		CLAUDE_CONFIG_DIR: join(home, '.claude'),
		SHELL: '/bin/bash',
		ANTHROPIC_API_KEY: text,
	});
	const {claude, whyNot} = await chooseClaude({...user, memory: machine.memory});
	const installed: Installed = {chosen: claude, others: []};
	return {
		machine,
		claude,
		whyNot,
		async look() {
			const {facts} = await examine(machine);
			// Accounts' own files in /etc are the user's computer and no part of the play.
			return situate(
				machine,
				facts.filter(({file}) => file === null || file.startsWith(join(home, ''))),
				installed,
			);
		},
	};
}

/** What the installed claude may be used for: only a program that does what it is told in another home. */
async function chooseClaude(user: Machine): Promise<Pick<DemoHouse, 'claude' | 'whyNot'>> {
	if (hasManagedPolicy(user)) return {claude: null, whyNot: 'settings of an administrator outrank everything here'};
	const {chosen} = await find(user);
	if (chosen === null || chosen.condition.state !== 'runs') return {claude: null, whyNot: 'no claude that runs was found'};
	const odd = chosen.oddities.find(({kind}) => kind === 'script' || kind === 'shim' || kind === 'windows-copy');
	if (odd !== undefined)
		return {
			claude: null,
			whyNot: `the claude here is started by ${odd.kind === 'script' ? 'a script' : 'another program'} that belongs to your own home`,
		};
	return {claude: chosen, whyNot: null};
}

/** Files only: what a Mac's profiles and the registry hold is not looked at, and shows in the end when the gateway saw something else. */
function hasManagedPolicy(user: Machine): boolean {
	const {managed} = findRoots(user);
	const {join} = pathOf(user.environment);
	const dropIns = user.files.list(join(managed, 'managed-settings.d')) ?? [];
	return dropIns.some(name => name.endsWith('.json')) || user.files.stat(join(managed, 'managed-settings.json')) !== null;
}

const needed = ['PATH', 'LANG', 'LC_ALL', 'TERM', 'PATHEXT', 'SYSTEMROOT', 'SYSTEMDRIVE', 'COMSPEC'];

function startsPrograms({environment: {variables, platform}}: Machine): Readonly<Record<string, string>> {
	const names = new Set(needed);
	return Object.fromEntries(Object.entries(variables).filter(([name]) => names.has(platform === 'win32' ? name.toUpperCase() : name)));
}
