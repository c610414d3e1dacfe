import type {Fact, SettingFact, VariableFact} from '../places/fact.ts';
import {isBelow} from '../places/is-below.ts';
import {handedByFlag, isCuttable, nameAlone} from '../places/startup-fact.ts';
import type {Edit, Tell} from '../plan/edit.ts';
import {hostSwitch} from '../request/effective.ts';
import {shellNamed} from '../shells/index.ts';
import type {ShellName} from '../shells/shell.ts';

/** What must be gone for a setup to be the only one in force, and how far its store reaches. */
export type Clearing = {
	/** Variables the setup sets: a value of them anywhere else is a rival too. */
	readonly sets: readonly string[];
	/** Variables that must not be set at all. */
	readonly clears: readonly string[];
	/** The setup uses apiKeyHelper itself. */
	readonly usesHelper: boolean;
	/** The file that holds masks: user settings, or local settings for a project; null where the store lives in the shell. */
	readonly masksIn: string | null;
	/** Files the setup writes: their own entries are replaced, not removed. */
	readonly writes: readonly string[];
	readonly home: string;
	/** Local settings of the folder: where a value of project settings is masked. */
	readonly localSettings: string;
	/** Keep startup files as they are and only mask: other programs may read the variable. */
	readonly maskOnly: boolean;
	/** Variables of which this version of claude takes an empty entry for a value, so that no mask cancels them. */
	readonly uncancelled: readonly string[];
};

/**
 * The edits that leave no competing value: removed where the user owns the entry, masked with "" where not, told where neither can
 * be done. OPENAI_API_KEY and cloud credentials are nobody's rivals here and stay.
 */
export function clearCompeting(facts: readonly Fact[], clearing: Clearing): readonly Edit[] {
	return facts.flatMap(fact => clearFact(fact, clearing));
}

function clearFact(fact: Fact, clearing: Clearing): readonly Edit[] {
	switch (fact.kind) {
		case 'variable':
			return clearVariable(fact, clearing);
		case 'setting':
			return clearSetting(fact, clearing);
		case 'file':
		case 'login':
		case 'approval':
		case 'state':
		case 'helper-output':
			return [];
	}
}

function clearVariable(fact: VariableFact, clearing: Clearing): readonly Edit[] {
	const {variable, file} = fact;
	const set = clearing.sets.includes(variable);
	if (!set && !clearing.clears.includes(variable)) return [];
	if (unsets(fact)) return set && clearing.masksIn === null && fact.state !== 'ignored' ? clearUnset(fact, clearing) : [];
	if (fact.origin.from === 'startup-file' && fact.origin.form === nameAlone) return maskForOpenTerminals(fact, clearing);
	if (fact.state === 'absent' || fact.state === 'ignored' || fact.state === 'unreadable') return [];
	const about = {summary: `Remove ${variable}`, answers: {to: 'fact', fact}} as const;
	switch (fact.place) {
		case 'user-settings':
		case 'local-settings':
			if (file === null || (set && clearing.writes.includes(file))) return [];
			// A mask that is there already: some terminal needed it, and this one need not show which.
			if (fact.state === 'empty' && clearing.masksIn !== null && !set && !clearing.uncancelled.includes(variable)) return [];
			return [{kind: 'remove-setting', file, path: ['env', variable], ...about}];
		case 'project-settings':
			if (set) return [];
			return clearing.uncancelled.includes(variable)
				? [
						told(
							fact,
							'claude update',
							`${variable} of this folder's project settings counts here: only a newer claude lets it be cancelled`,
						),
					]
				: [maskIn(clearing.localSettings, fact)];
		case 'global-config':
			return file === null ? [] : [{kind: 'remove-global-env', file, variable, ...about}];
		case 'startup-file':
			return clearStartup(fact, clearing, about);
		case 'fish-universal':
			if (file === null || clearing.maskOnly) return cannotEdit(fact, clearing, null);
			return [{kind: 'erase-fish-universal', file, variable, ...about}, ...maskForOpenTerminals(fact, clearing)];
		case 'env-file':
			return file === null || fact.line === null || clearing.maskOnly
				? []
				: [{kind: 'remove-env-line', file, variable, line: fact.line, ...about}];
		case 'shell':
			return cannotEdit(fact, clearing, `unset ${variable}`);
		case 'system-environment':
			return cannotEdit(fact, clearing, null);
		case 'managed-settings':
		case 'managed-drop-in':
			return [told(fact, null, `${variable} is set by your administrator and outranks everything of yours`)];
		case 'editor-settings':
			return [told(fact, null, `Remove ${variable} in the editor's settings: it counts in the sessions that start there`)];
		case 'login':
		case 'helper':
		case 'secret-store':
		case 'desktop-settings':
		case 'parent-process':
		case 'profile':
			return [];
	}
}

type AboutFact = {readonly summary: string; readonly answers: {readonly to: 'fact'; readonly fact: Fact}};

function unsets({origin}: VariableFact): boolean {
	return origin.from === 'startup-file' && origin.does === 'unset';
}

/** What lives in the shell is lost where a later line of it clears the variable. */
function clearUnset(fact: VariableFact, clearing: Clearing): readonly Edit[] {
	const edits = clearStartup(fact, clearing, {summary: `Let ${fact.variable} stay set`, answers: {to: 'fact', fact}});
	return edits.filter(({kind}) => kind === 'remove-line');
}

function clearStartup(fact: VariableFact, clearing: Clearing, about: AboutFact): readonly Edit[] {
	if (fact.file === null || fact.line === null || fact.origin.from !== 'startup-file') return [];
	if (clearing.writes.includes(fact.file)) return [];
	if (fact.origin.form === handedByFlag)
		return [told(fact, null, `Take ${fact.variable} out of ${fact.file}:${fact.line}: what --settings hands over outranks every file`)];
	if (isBelow(fact.file, clearing.home) && !clearing.maskOnly && isCuttable(fact.origin.form)) {
		const shell: ShellName = shellNamed(fact.origin.shell)?.name ?? 'sh';
		const {variable, line, column} = fact;
		return [
			{kind: 'remove-line', file: fact.file, shell, variable, line, column: column ?? 1, ...about},
			...maskForOpenTerminals(fact, clearing),
		];
	}
	return cannotEdit(fact, clearing, null);
}

/** Terminals that are open have it from when they started, the one that asks or another: what is taken out of a file stays there. */
function maskForOpenTerminals(fact: VariableFact, clearing: Clearing): readonly Edit[] {
	const {masksIn, sets} = clearing;
	const needless = masksIn === null || sets.includes(fact.variable) || fact.state === 'empty' || !isMaskable(fact, clearing);
	return needless ? [] : [maskIn(masksIn, fact)];
}

/** A mask cancels what cannot be edited. Where the setup sets the variable itself in settings, its own value outranks the rival. */
function cannotEdit(fact: VariableFact, clearing: Clearing, command: string | null): readonly Edit[] {
	if (clearing.masksIn === null)
		return fact.state === 'empty' ? [] : [told(fact, command, `${fact.variable} is still set in terminals that are open`)];
	if (clearing.sets.includes(fact.variable) || fact.state === 'empty') return [];
	if (!isMaskable(fact, clearing)) return [told(fact, command, `${fact.variable} is still set in terminals that are open`)];
	return [maskIn(clearing.masksIn, fact)];
}

/**
 * Measured on 2.1.329: an empty CLAUDE_CODE_OAUTH_TOKEN cancels the shell's in the user's settings, not in those of a folder; the switch
 * of a host program makes settings files count for nothing, an empty one of its own included.
 */
function isMaskable({variable}: VariableFact, {masksIn, localSettings, uncancelled}: Clearing): boolean {
	return (
		variable !== hostSwitch && !uncancelled.includes(variable) && (variable !== 'CLAUDE_CODE_OAUTH_TOKEN' || masksIn !== localSettings)
	);
}

function maskIn(file: string, fact: VariableFact): Edit {
	return {
		kind: 'mask-setting',
		file,
		path: ['env', fact.variable],
		masks: fact,
		summary: `Mask ${fact.variable}`,
		answers: {to: 'fact', fact},
	};
}

function clearSetting(fact: SettingFact, clearing: Clearing): readonly Edit[] {
	if (fact.state !== 'text' || fact.file === null) return [];
	const about = {summary: `Remove ${fact.variable}`, answers: {to: 'fact', fact}} as const;
	switch (fact.variable) {
		case 'primaryApiKey':
			return [{kind: 'remove-primary-key', file: fact.file, ...about, summary: 'Remove the key that /login saved'}];
		case 'apiKeyHelper':
			return clearHelper(fact, fact.file, clearing, about);
		default:
			return [];
	}
}

function clearHelper(fact: SettingFact, file: string, clearing: Clearing, about: AboutFact): readonly Edit[] {
	switch (fact.in) {
		case 'user-settings':
		case 'local-settings':
			return clearing.usesHelper && clearing.writes.includes(file)
				? []
				: [{kind: 'remove-setting', file, path: ['apiKeyHelper'], ...about}];
		case 'project-settings':
			return [
				{
					kind: 'set-setting',
					file: clearing.localSettings,
					path: ['apiKeyHelper'],
					value: '',
					summary: "Mask the project's apiKeyHelper",
					answers: about.answers,
				},
			];
		default:
			return [told(fact, null, 'The apiKeyHelper is set by your administrator')];
	}
}

function told(fact: Fact, command: string | null, summary: string): Tell {
	return {kind: 'tell', what: fact, command, summary, answers: {to: 'fact', fact}};
}
