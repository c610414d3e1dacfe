import type {Fact, PlaceId, SettingFact, VariableFact} from '../places/fact.ts';
import {variableGroup} from '../places/variables.ts';
import {fileKey, type IgnoredFiles} from './ignored-files.ts';
import type {Rules} from './rules.ts';
import type {Verdicts} from './verdicts.ts';

/** A value as the process of `claude` has it after all files were laid over the shell. */
export type Applied = {readonly fact: VariableFact; readonly text: string};

export type Effective = {
	readonly variables: ReadonlyMap<string, Applied>;
	/** Only what the shell gave: 2.0.77 decides about a login before it reads any settings. */
	readonly shell: ReadonlyMap<string, Applied>;
	/** Settings keys that are no variables (apiKeyHelper, model …), the highest level that has them. */
	readonly settings: ReadonlyMap<string, SettingFact>;
};

/** Later wins. Measured on all four recorded versions: every file outranks the shell, and .claude.json is the weakest of them. */
export const layers: readonly PlaceId[] = [
	'shell',
	'global-config',
	'user-settings',
	'project-settings',
	'local-settings',
	'managed-settings',
	'managed-drop-in',
];

export function layOver(facts: readonly Fact[], ignored: IgnoredFiles, rules: Rules, verdicts: Verdicts): Effective {
	const variables = new Map<string, Applied>();
	const shell = new Map<string, Applied>();
	const settings = new Map<string, SettingFact>();
	const hostDecides =
		rules.hostDecides &&
		facts.some(fact => fact.kind === 'variable' && fact.place === 'shell' && fact.variable === hostSwitch && isOn(textOf(fact)));
	for (const place of layers) {
		for (const fact of facts) {
			if (fact.kind === 'variable' && fact.place === place) {
				if (!counts(fact, ignored, verdicts)) continue;
				if (hostDecides && place !== 'shell' && decidedByHost(fact.variable)) {
					verdicts.lost(fact, `the program that started claude decides (${hostSwitch})`);
					continue;
				}
				if (leftToTheUser(fact, rules)) {
					verdicts.ignored(fact, 'this version takes CLAUDE_CODE_OAUTH_TOKEN from no file of a project');
					continue;
				}
				const before = variables.get(fact.variable);
				if (before !== undefined) verdicts.lost(before.fact, outranked(before.fact, fact));
				const applied = {fact, text: textOf(fact)};
				variables.set(fact.variable, applied);
				if (place === 'shell') shell.set(fact.variable, applied);
			} else if (fact.kind === 'setting' && fact.in === place && place !== 'global-config') {
				if (!counts(fact, ignored, verdicts)) continue;
				const before = settings.get(fact.variable);
				if (before !== undefined) verdicts.lost(before, `${placeName(fact.in)} outrank ${placeName(before.in)}`);
				settings.set(fact.variable, fact);
			}
		}
	}
	return {variables, shell, settings};
}

/** The switch by which a host program keeps settings files from changing where its requests go. */
export const hostSwitch = 'CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST';

/** Newer versions let no project say which subscription token is used. */
function leftToTheUser({place, variable}: VariableFact, rules: Rules): boolean {
	return (
		variable === 'CLAUDE_CODE_OAUTH_TOKEN' &&
		rules.oauthTokenOfProject === 'ignored' &&
		(place === 'project-settings' || place === 'local-settings')
	);
}

function decidedByHost(variable: string): boolean {
	const group = variableGroup(variable);
	return group === 'auth' || group === 'endpoint' || group === 'provider';
}

/** `1`, `true`, `yes` and `on` switch a provider on; anything else, `2` included, does not. */
export function isOn(text: string | undefined): boolean {
	return text !== undefined && /^(?:1|true|yes|on)$/i.test(text.trim());
}

export function textOf(fact: VariableFact | SettingFact): string {
	return fact.value?.reveal() ?? '';
}

function counts(fact: VariableFact | SettingFact, ignored: IgnoredFiles, verdicts: Verdicts): boolean {
	if (fact.state === 'ignored' || fact.state === 'unreadable') {
		verdicts.ignored(fact, fact.why ?? 'claude does not read it');
		return false;
	}
	if (fact.state === 'absent') return false;
	const why = ignored.get(fileKey({place: fact.kind === 'setting' ? fact.in : fact.place, file: fact.file}));
	if (why === undefined) return true;
	verdicts.ignored(fact, why);
	return false;
}

function outranked(loser: VariableFact, winner: VariableFact): string {
	if (loser.place === winner.place) return loser.file === winner.file ? 'a later entry of the same file counts' : 'a later file counts';
	if (winner.place === 'global-config') return 'the env block of .claude.json outranks the shell';
	if (loser.place === 'shell') return `${placeName(winner.place)} env outranks the shell`;
	return `${placeName(winner.place)} outrank ${placeName(loser.place)}`;
}

/** As the subject of a sentence. */
export function placeName(place: PlaceId): string {
	switch (place) {
		case 'shell':
			return 'the shell';
		case 'global-config':
			return '.claude.json';
		case 'user-settings':
			return 'user settings';
		case 'project-settings':
			return 'project settings';
		case 'local-settings':
			return 'local settings';
		case 'managed-settings':
			return 'managed settings';
		case 'managed-drop-in':
			return 'managed drop-ins';
		case 'startup-file':
			return 'a startup file';
		case 'login':
			return 'the saved login';
		case 'helper':
			return 'the apiKeyHelper';
		case 'secret-store':
			return 'the secret store';
		case 'env-file':
			return 'an env file';
		case 'fish-universal':
			return 'a fish universal variable';
		case 'system-environment':
			return 'the system environment';
		case 'editor-settings':
			return 'editor settings';
		case 'desktop-settings':
			return 'Claude Desktop settings';
		case 'parent-process':
			return 'a parent process';
		case 'profile':
			return 'an Anthropic profile';
	}
}
