import {Secret} from '../credentials/secret.ts';
import type {Machine, Outcome} from '../machine/machine.ts';
import type {HelperOutput, HelperOutputFact, SettingFact} from '../places/fact.ts';
import {showWhole} from '../places/show.ts';
import {textOf} from '../problems/credential-source.ts';
import type {Resolution} from '../request/request.ts';
import {tilde} from './tilde.ts';

export type Consent = {
	/** With `--yes`. Never enough for a helper that came with a project: anyone can put one into a repository. */
	readonly given: boolean;
	readonly ask: (question: string) => Promise<boolean>;
	readonly say: (text: string) => void;
};

/** Helpers take as long as a vault and a person with a fingerprint need. */
const patience = 60_000;
/** What Claude Code accepts (2.1.227 and later). */
const longest = 16_384;

/** Runs the helpers in force, each after its whole command was shown and agreed to, and tells what they printed as facts. */
export async function runKeyHelpers(
	machine: Machine,
	resolutions: readonly Resolution[],
	consent: Consent,
): Promise<readonly HelperOutputFact[]> {
	const inForce = new Set<SettingFact>();
	for (const {judged} of resolutions)
		for (const {fact, wins} of judged)
			if (wins && fact.kind === 'setting' && fact.variable === 'apiKeyHelper' && fact.value !== null) inForce.add(fact);
	const outputs: HelperOutputFact[] = [];
	for (const fact of inForce)
		if (await agreed(fact, consent, machine.environment.home)) outputs.push(await run(machine, fact, resolutions));
	return outputs;
}

async function agreed(fact: SettingFact, consent: Consent, home: string): Promise<boolean> {
	const ofProject = fact.in === 'project-settings' || fact.in === 'local-settings';
	const file = fact.file === null ? fact.in : tilde(fact.file, home);
	consent.say(`apiKeyHelper in ${file}${fact.line === null ? '' : `:${fact.line}`}:\n    ${showWhole(textOf(fact) ?? '')}`);
	if (consent.given && !ofProject) return true;
	if (consent.given) {
		consent.say('It belongs to a project, so --yes does not run it.');
		return false;
	}
	return consent.ask('Run this command now?');
}

/** With the environment claude gives it: the shell's, and over it what settings files put there. */
async function run(machine: Machine, fact: SettingFact, resolutions: readonly Resolution[]): Promise<HelperOutputFact> {
	const command = textOf(fact) ?? '';
	const env: Record<string, string> = {...machine.environment.variables};
	for (const {fact: applied, wins} of resolutions[0]?.judged ?? [])
		if (wins && applied.kind === 'variable' && applied.origin.from === 'settings') env[applied.variable] = textOf(applied) ?? '';
	// The command may hold a secret itself, and what stands in an argument list can be read by every user of the computer.
	env[handed] = command;
	const [shell, args] =
		machine.environment.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', `%${handed}%`]] : ['/bin/sh', ['-c', `eval "$${handed}"`]];
	const output = judge(await machine.programs.run(shell, args, {env, cwd: machine.environment.cwd, timeout: patience}));
	const shown = output.state === 'value' ? String(output.value) : '';
	return {
		...fact,
		kind: 'helper-output',
		place: 'helper',
		command,
		output,
		shown,
		state: 'text',
		value: output.state === 'value' ? output.value : null,
		why: null,
	};
}

const handed = 'WIZARD_HELPER_COMMAND';

function judge(outcome: Outcome): HelperOutput {
	switch (outcome.state) {
		case 'timeout':
			return {state: 'failed', why: 'timeout'};
		case 'missing':
		case 'not-runnable':
		case 'killed':
			return {state: 'failed', why: 'exit'};
		case 'ended':
			return outcome.code === 0 ? judgeText(outcome.stdout.trim()) : {state: 'failed', why: 'exit'};
	}
}

function judgeText(text: string): HelperOutput {
	if (text === '') return {state: 'failed', why: 'empty'};
	if (/[\r\n]/.test(text)) return {state: 'failed', why: 'several-lines'};
	if (text.length > longest || /[^\x21-\x7E]/.test(text)) return {state: 'failed', why: 'not-a-header-value'};
	return {state: 'value', value: new Secret(text)};
}
