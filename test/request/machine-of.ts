import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Secret} from '../../source/credentials/secret.ts';
import {type Pretend, type PretendFile, pretend} from '../../source/machine/pretend.ts';
import type {Fact, HelperOutput, SettingFact} from '../../source/places/fact.ts';

/** One recorded machine: shell variables, files, stored login. The keys are those of the recorder (scripts/record). */
export type Scenario = {
	readonly name: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly user?: unknown;
	readonly project?: unknown;
	readonly local?: unknown;
	readonly managed?: unknown;
	readonly managedDropIns?: Readonly<Record<string, unknown>>;
	readonly credentials?: unknown;
	readonly globalConfig?: unknown;
	readonly helper?: string;
	readonly approve?: 'yes' | 'no';
	/** Interactive machines only: no first-run state. */
	readonly fresh?: boolean;
};

export const port = '4711';
const home = '/home/ada';
const work = `${home}/work`;

/** The machine in memory, laid out as the recorder lays it out on disk. */
export function machineOf(raw: Scenario, interactive = false): Pretend {
	const scenario = filled(raw);
	const files: Record<string, PretendFile> = {[`${work}/.claude`]: {folder: true}};
	const put = (file: string, value: unknown) => {
		if (value !== undefined) files[file] = {text: typeof value === 'string' ? value : JSON.stringify(value, null, 2), mode: 0o600};
	};
	put(`${home}/.claude/settings.json`, scenario.user);
	put(`${home}/.claude/.credentials.json`, scenario.credentials);
	put(`${home}/.claude.json`, stateOf(scenario, interactive));
	put(`${work}/.claude/settings.json`, scenario.project);
	put(`${work}/.claude/settings.local.json`, scenario.local);
	put('/etc/claude-code/managed-settings.json', scenario.managed);
	for (const [file, value] of Object.entries(scenario.managedDropIns ?? {})) put(`/etc/claude-code/managed-settings.d/${file}`, value);
	if (scenario.helper !== undefined) files[`${home}/helper.sh`] = {text: scenario.helper, mode: 0o755};
	return pretend({
		files,
		home,
		cwd: work,
		variables: {HOME: home, PATH: '/usr/bin:/bin', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...scenario.env},
	});
}

function stateOf(scenario: Scenario, interactive: boolean): unknown {
	if (!interactive || typeof scenario.globalConfig === 'string') return scenario.globalConfig;
	if (scenario.fresh) return scenario.globalConfig;
	const trusted = {[work]: {hasTrustDialogAccepted: true, hasCompletedProjectOnboarding: true}};
	return {
		hasCompletedOnboarding: true,
		lastOnboardingVersion: '99.0.0',
		projects: trusted,
		...(scenario.globalConfig as object | undefined),
	};
}

/** What each helper on the machine prints, asked of a real `sh`: the doctor knows it only after `--run-helpers`. */
export function helperOutputs(facts: readonly Fact[], raw: Scenario): readonly Fact[] {
	return facts
		.filter((fact): fact is SettingFact => fact.kind === 'setting' && fact.variable === 'apiKeyHelper' && fact.value !== null)
		.map(fact => {
			const command = fact.value?.reveal() ?? '';
			return {...fact, kind: 'helper-output', command, output: outputOf(command, raw.helper ?? '')};
		});
}

const asked = new Map<string, HelperOutput>();

function outputOf(command: string, helper: string): HelperOutput {
	const key = `${command}\n${helper}`;
	const known = asked.get(key) ?? runHelper(command, helper);
	asked.set(key, known);
	return known;
}

function runHelper(command: string, helper: string): HelperOutput {
	const folder = mkdtempSync(path.join(tmpdir(), 'helper-'));
	try {
		writeFileSync(path.join(folder, 'helper.sh'), helper, {mode: 0o755});
		const text = execFileSync('/bin/sh', ['-c', command.replaceAll(home, folder)], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
			timeout: 10_000,
		}).trim();
		if (text === '') return {state: 'failed', why: 'empty'};
		if (/[\r\n]/.test(text)) return {state: 'failed', why: 'several-lines'};
		return {state: 'value', value: new Secret(text)};
	} catch {
		return {state: 'failed', why: 'exit'};
	} finally {
		rmSync(folder, {recursive: true});
	}
}

function filled(raw: Scenario): Scenario {
	return JSON.parse(JSON.stringify(raw).replaceAll('{PORT}', port).replaceAll('{HOME}', home)) as Scenario;
}
