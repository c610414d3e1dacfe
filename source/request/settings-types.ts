import type {FileFact, FileKey, JsonType, KeySpot} from '../places/fact.ts';
import {compareVersions, type ObservedVersion} from './versions.ts';

/**
 * The types that Claude Code accepts for each settings key. One wrong type makes it skip the whole file, silently under `-p`.
 * Every row was measured: six types for each key, on each recorded version. A key that is not here may hold anything.
 */
type Row = {
	/** s string, n number, b boolean, a array, o object, z null. */
	readonly accepts: string;
	/** First and last recorded version that minds the type. */
	readonly since?: ObservedVersion;
	readonly until?: ObservedVersion;
	/** Types accepted as well, from a version on. */
	readonly also?: readonly [types: string, since: ObservedVersion];
	/** The only texts it may hold. */
	readonly choices?: readonly string[];
	/** From which version on it minds the choice, where that is not from the first on. */
	readonly choosySince?: ObservedVersion;
	/** An array whose items must be strings. */
	readonly strings?: true;
	/** A whole number, not below zero, and from a version on not zero either. */
	readonly noZeroSince?: ObservedVersion;
	/** An object that must have these keys. */
	readonly needs?: readonly string[];
};

const rows: ReadonlyMap<string, Row> = new Map<string, Row>([
	...keys('apiKeyHelper awsCredentialExport awsAuthRefresh otelHeadersHelper model outputStyle language agent minimumVersion', {
		accepts: 's',
	}),
	...keys('autoUpdatesChannel', {accepts: 's', choices: ['latest', 'stable', 'rc'], choosySince: '2.1.329'}),
	...keys('$schema', {accepts: 's'}),
	...keys('gcpAuthRefresh plansDirectory autoMemoryDirectory pluginTrustMessage advisorModel', {
		accepts: 's',
		since: '2.1.100',
	}),
	...keys('defaultShell', {accepts: 's', since: '2.1.100', choices: ['bash', 'powershell'], choosySince: '2.1.329'}),
	...keys('proxyAuthHelper tui parentSettingsBehavior', {accepts: 's', since: '2.1.197'}),
	...keys('disableAutoMode disableDeepLinkRegistration', {accepts: 's', since: '2.1.100', also: ['z', '2.1.329']}),
	...keys('forceLoginMethod', {accepts: 's', until: '2.1.100', choices: ['claudeai', 'console']}),
	...keys('forceLoginOrgUUID', {accepts: 's', also: ['a', '2.1.100']}),

	...keys(
		'includeCoAuthoredBy disableAllHooks spinnerTipsEnabled syntaxHighlightingDisabled alwaysThinkingEnabled promptSuggestionEnabled',
		{
			accepts: 'b',
		},
	),
	...keys('enableAllProjectMcpServers allowManagedHooksOnly skipWebFetchPreflight', {accepts: 'b', also: ['z', '2.1.329']}),
	...keys(
		'respectGitignore includeGitInstructions terminalTitleFromRename fastMode showClearContextOnPlanAccept prefersReducedMotion autoMemoryEnabled voiceEnabled showThinkingSummaries',
		{accepts: 'b', since: '2.1.100'},
	),
	...keys(
		'allowManagedPermissionRulesOnly allowManagedMcpServersOnly fastModePerSessionOptIn skipDangerousModePermissionPrompt skipAutoPermissionPrompt channelsEnabled disableSkillShellExecution',
		{accepts: 'b', since: '2.1.100', also: ['z', '2.1.329']},
	),
	...keys('verbose wslInheritsWindowsSettings autoScrollEnabled autoCompactEnabled fileCheckpointingEnabled', {
		accepts: 'b',
		since: '2.1.197',
	}),

	...keys('cleanupPeriodDays', {accepts: 'n', noZeroSince: '2.1.329'}),
	...keys('feedbackSurveyRate', {accepts: 'n', since: '2.1.100'}),
	...keys('skillListingBudgetFraction', {accepts: 'n', since: '2.1.197'}),

	...keys('env permissions sandbox remote fileSuggestion enabledPlugins pluginConfigs', {accepts: 'o'}),
	...keys('statusLine', {accepts: 'o', needs: ['type', 'command']}),
	...keys('attribution', {accepts: 'o', also: ['b', '2.1.329']}),
	...keys('hooks', {accepts: 'o', until: '2.1.100'}),
	...keys('extraKnownMarketplaces', {accepts: 'o', until: '2.1.197'}),
	...keys('modelOverrides spinnerVerbs worktree autoMode voice', {accepts: 'o', since: '2.1.100'}),
	...keys('spinnerTipsOverride', {accepts: 'o', since: '2.1.100', until: '2.1.197'}),
	...keys('policyHelper', {accepts: 'o', since: '2.1.197', until: '2.1.197'}),
	...keys('skillOverrides', {accepts: 'o', since: '2.1.197'}),

	...keys('companyAnnouncements', {accepts: 'a', strings: true}),
	...keys('enabledMcpjsonServers disabledMcpjsonServers', {accepts: 'a', also: ['s', '2.1.197'], strings: true}),
	...keys('availableModels allowedHttpHookUrls httpHookAllowedEnvVars claudeMdExcludes', {accepts: 'a', since: '2.1.100', strings: true}),
	...keys('fallbackModel', {accepts: 'a', since: '2.1.197', strings: true}),
	...keys('allowedMcpServers deniedMcpServers', {accepts: 'a', until: '2.1.100'}),
	...keys('strictKnownMarketplaces blockedMarketplaces', {accepts: 'a', also: ['z', '2.1.329']}),
	...keys('sshConfigs allowedChannelPlugins', {accepts: 'a', since: '2.1.100'}),
]);

/** One level down. */
const below: ReadonlyMap<string, Row> = new Map<string, Row>([
	...keys('permissions.allow permissions.deny permissions.ask', {accepts: 'a'}),
	...keys('permissions.additionalDirectories', {accepts: 'a', strings: true}),
	...keys('permissions.defaultMode', {accepts: 's', choices: ['acceptEdits', 'auto', 'bypassPermissions', 'default', 'dontAsk', 'plan']}),
	...keys('permissions.disableBypassPermissionsMode', {accepts: 's', choices: ['disable']}),
	...keys('statusLine.type', {accepts: 's', choices: ['command']}),
	...keys('statusLine.command', {accepts: 's'}),
	// Of these two claude skips the whole file, since they may guard the permissions beside them; of other events the one entry.
	...keys('hooks.PreToolUse hooks.PermissionRequest', {accepts: 'a'}),
	...keys('attribution.commit attribution.pr', {accepts: 's', since: '2.1.329'}),
	...keys('sandbox.enabled voice.enabled', {accepts: 'b', since: '2.1.329'}),
]);

export type RefusedKey = {
	readonly key: string;
	readonly found: JsonType;
	readonly accepts: readonly JsonType[];
	readonly line: number;
	readonly column: number;
};

/** Every entry of the file that this version refuses, in the order of the file. */
export function refusedKeys(file: FileFact, version: ObservedVersion): readonly RefusedKey[] {
	return file.keys.flatMap(key => {
		const whole = refusedBy(rows.get(key.key), key.key, key, version);
		if (whole !== null) return [whole];
		return key.children.flatMap(child => refusedBy(below.get(`${key.key}.${child.key}`), `${key.key}.${child.key}`, child, version) ?? []);
	});
}

type Key = FileKey['children'][number] & {readonly children?: FileKey['children']};

function refusedBy(row: Row | undefined, name: string, key: Key, version: ObservedVersion): RefusedKey | null {
	if (row === undefined || !minds(row, version)) return null;
	const accepts = acceptedLetters(row, version);
	return accepts.includes(letter(key.json)) && holds(row, key, version) ? null : refused(name, key, accepts);
}

/** Of the right type: does it hold what it may hold? */
function holds({choices, choosySince, strings, noZeroSince, needs = []}: Row, key: Key, version: ObservedVersion): boolean {
	const from = (since: ObservedVersion) => compareVersions(version, since) >= 0;
	if (choices && key.text !== null && !choices.includes(key.text) && (choosySince === undefined || from(choosySince))) return false;
	if (strings && key.json === 'array' && key.items.some(item => item !== 'string')) return false;
	if (noZeroSince && key.text !== null && !(from(noZeroSince) ? /^[1-9]\d*$/ : /^\d+$/).test(key.text)) return false;
	return needs.every(name => key.children?.some(child => child.key === name));
}

function refused(name: string, spot: KeySpot, accepts: string): RefusedKey {
	return {key: name, found: spot.json, accepts: [...accepts].map(typeOf), line: spot.line, column: spot.column};
}

function minds(row: Row, version: ObservedVersion): boolean {
	return (
		(row.since === undefined || compareVersions(version, row.since) >= 0) &&
		(row.until === undefined || compareVersions(version, row.until) <= 0)
	);
}

function acceptedLetters(row: Row, version: ObservedVersion): string {
	return row.also !== undefined && compareVersions(version, row.also[1]) >= 0 ? row.accepts + row.also[0] : row.accepts;
}

const letters: readonly (readonly [string, JsonType])[] = [
	['s', 'string'],
	['n', 'number'],
	['b', 'boolean'],
	['a', 'array'],
	['o', 'object'],
	['z', 'null'],
];

function letter(type: JsonType): string {
	return letters.find(([, name]) => name === type)?.[0] ?? '';
}

function typeOf(character: string): JsonType {
	return letters.find(([name]) => name === character)?.[1] ?? 'string';
}

function keys(names: string, row: Row): readonly (readonly [string, Row])[] {
	return names.split(' ').map(name => [name, row]);
}
