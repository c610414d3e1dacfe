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
	/** An array whose items must be strings. */
	readonly strings?: true;
};

const rows: ReadonlyMap<string, Row> = new Map<string, Row>([
	...keys(
		'apiKeyHelper awsCredentialExport awsAuthRefresh otelHeadersHelper model outputStyle language agent minimumVersion autoUpdatesChannel',
		{
			accepts: 's',
		},
	),
	...keys('$schema', {accepts: 's'}),
	...keys('gcpAuthRefresh plansDirectory autoMemoryDirectory pluginTrustMessage advisorModel defaultShell', {
		accepts: 's',
		since: '2.1.100',
	}),
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

	...keys('cleanupPeriodDays', {accepts: 'n'}),
	...keys('feedbackSurveyRate', {accepts: 'n', since: '2.1.100'}),
	...keys('skillListingBudgetFraction', {accepts: 'n', since: '2.1.197'}),

	...keys('env permissions sandbox remote fileSuggestion statusLine enabledPlugins pluginConfigs', {accepts: 'o'}),
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

/** One level down; the same on all recorded versions. */
const below: ReadonlyMap<string, string> = new Map([
	['permissions.allow', 'a'],
	['permissions.deny', 'a'],
	['permissions.ask', 'a'],
	['permissions.additionalDirectories', 'a'],
	['permissions.defaultMode', 's'],
	['permissions.disableBypassPermissionsMode', 's'],
]);

export type RefusedKey = {
	readonly key: string;
	readonly found: JsonType;
	readonly accepts: readonly JsonType[];
	readonly line: number;
	readonly column: number;
};

/** Every entry of the file whose type this version refuses, in the order of the file. */
export function refusedKeys(file: FileFact, version: ObservedVersion): readonly RefusedKey[] {
	return file.keys.flatMap(key => {
		const row = rows.get(key.key);
		if (row === undefined || !minds(row, version)) return [];
		const accepts = acceptedLetters(row, version);
		if (!accepts.includes(letter(key.json))) return [refused(key.key, key, accepts)];
		if (row.choices !== undefined && key.text !== null && !row.choices.includes(key.text)) return [refused(key.key, key, accepts)];
		if (row.strings && key.json === 'array' && key.items.some(item => item !== 'string')) return [refused(key.key, key, accepts)];
		return refusedBelow(key);
	});
}

function refusedBelow(key: FileKey): readonly RefusedKey[] {
	return key.children.flatMap(child => {
		const accepts = below.get(`${key.key}.${child.key}`);
		return accepts === undefined || accepts.includes(letter(child.json)) ? [] : [refused(`${key.key}.${child.key}`, child, accepts)];
	});
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
