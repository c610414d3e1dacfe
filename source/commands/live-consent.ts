import {pathOf} from '../places/roots.ts';
import {showValue} from '../places/show.ts';
import {gitState} from '../plan/git-safety.ts';
import type {Context} from './command.ts';
import type {LiveTarget} from './live-target.ts';
import {tilde} from './tilde.ts';
import {where} from './where.ts';

export type Consent =
	| {readonly state: 'given'}
	| {readonly state: 'declined'}
	| {readonly state: 'refused'; readonly why: string; readonly hint: string};

/**
 * Shows on stderr where the live prompt goes, and asks where that is not the user's own doing. Without a terminal a host counts that
 * the user has configured or named on the command line, never one that a project brings along (contract.md, promise 6).
 */
export async function liveConsent(
	target: LiveTarget,
	{machine, err, confirm, terminal}: Pick<Context, 'machine' | 'err' | 'confirm' | 'terminal'>,
	{named, bytes}: {readonly named: string | null; readonly bytes: number | null},
): Promise<Consent> {
	const {home} = machine.environment;
	err(`Asking ${showValue('ANTHROPIC_BASE_URL', target.request.url)}`);
	err(
		`  model ${target.request.model === null ? "claude's default" : showValue('ANTHROPIC_MODEL', target.request.model)}, one prompt of ${bytes === null ? 'about 2 000' : bytes} bytes, ${target.cost}`,
	);
	if (target.decidedBy === 'user') return {state: 'given'};

	err('  Settings of this folder take part:');
	for (const fact of target.fromProject) err(`    ${fact.variable}  ${fact.shown}  ${where(fact, home)}`);
	if (terminal.stdinIsTTY) return (await confirm(`Send it to ${target.host}?`)) ? {state: 'given'} : {state: 'declined'};
	const hint = 'Run it in a terminal, or from another folder.';
	if (target.projectHelper)
		return {state: 'refused', why: "The project's apiKeyHelper would be run, and there is no terminal to ask on.", hint};
	if (named !== null && URL.canParse(named) && new URL(named).host === target.host) return {state: 'given'};
	if (await isOwn(target, machine)) return {state: 'given'};
	return {
		state: 'refused',
		why: `Settings of the project in ${tilde(machine.environment.cwd, home)} decide that it goes to ${target.host}, and there is no terminal to ask on.`,
		hint: `Name the host to agree to it: wizard check --base-url ${new URL(target.request.url).origin}`,
	};
}

/** `settings.local.json` is the user's own where git is asked and does not bring it along; outside a repository anyone may have put it there. */
async function isOwn({fromProject}: LiveTarget, machine: Context['machine']): Promise<boolean> {
	if (fromProject.some(fact => (fact.kind === 'setting' ? fact.in : fact.place) !== 'local-settings')) return false;
	const file = pathOf(machine.environment).join(machine.environment.cwd, '.claude', 'settings.local.json');
	const state = await gitState(machine.files.real(file) ?? file, machine);
	return state === 'ignored' || state === 'not-ignored';
}
