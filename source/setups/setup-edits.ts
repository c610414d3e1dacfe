import {modelLabels, modelNames} from '../credentials/competing.ts';
import {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import type {Roots} from '../places/roots.ts';
import type {Edit} from '../plan/edit.ts';
import {hostSwitch} from '../request/effective.ts';
import {notCancelled} from '../request/not-cancelled.ts';
import type {Wish} from '../shells/wish.ts';
import type {Kept, Store, StoreRoots} from '../stores/store.ts';
import {clearCompeting} from './clear-competing.ts';
import {clearModel} from './clear-model.ts';
import {pastTheProxy} from './past-the-proxy.ts';
import {type Setup, wishOf} from './setup.ts';

export type SetupEdits =
	| {
			readonly state: 'made';
			readonly edits: readonly Edit[];
			readonly wish: Wish;
			readonly openTerminals: Extract<Kept, {state: 'kept'}>['openTerminals'];
	  }
	| Extract<Kept, {state: 'refused'}>;

export type SetupRoom = {
	readonly facts: readonly Fact[];
	readonly roots: Roots;
	readonly stores: StoreRoots;
	/** Other programs may read the variables of the startup files: mask them instead of removing them. */
	readonly maskOnly: boolean;
	/** Only the credential changes: the models that are named on this machine stay. */
	readonly keepModels?: boolean;
	/** Of the claude in use; null for the newest. */
	readonly version?: string | null;
};

/** Everything a setup needs to be the only one in force: what is kept, what is cleared, and no trap at the first start. */
export function setupEdits(
	setup: Setup,
	store: Store,
	{facts, roots, stores, maskOnly, keepModels = false, version = null}: SetupRoom,
): SetupEdits {
	const wish = keepModels ? withoutModels(wishOf(setup)) : wishOf(setup);
	const kept = store.keep(wish, stores);
	if (kept.state === 'refused') return kept;
	const masksIn = store.reaches === 'every-terminal' ? fileOf(store, stores) : null;
	const cleared = clearCompeting(masksIn === null ? facts.filter(fact => !isInThisShell(fact, wish)) : facts, {
		sets: wish.set.filter(({value}) => !(store.name === 'helper' && value.kind === 'secret')).map(({name}) => name),
		clears: [
			...wish.unset.flat(),
			...(keepModels ? [] : modelLabels),
			...(store.name === 'helper' ? ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'] : []),
			...modesAgainst(setup, store),
		],
		usesHelper: store.name === 'helper',
		masksIn,
		writes: masksIn === null ? kept.edits.flatMap(edit => (edit.kind === 'write-own-file' ? [edit.file] : [])) : [masksIn],
		home: roots.home,
		localSettings: stores.localSettings,
		maskOnly,
		uncancelled: notCancelled(version),
	});
	const first = store.name === 'none' ? [] : firstStart(setup, wish, facts, roots);
	const again = store.name === 'project' ? [] : overProject(wish, facts, store, stores.localSettings);
	const helper = store.name === 'helper' ? helperOverProject(facts, stores) : [];
	const past = store.name === 'none' ? [] : pastTheProxy(setup.baseUrl, facts, stores.userSettings);
	const models = keepModels || wish.set.some(({name}) => name === 'ANTHROPIC_MODEL') ? [] : clearModel(facts);
	return {
		state: 'made',
		edits: [...kept.edits, ...past, ...withoutDoubles([...helper, ...cleared, ...again]), ...models, ...first],
		wish,
		openTerminals: kept.openTerminals,
	};
}

/** Switches under which Claude Code leaves out a login or a helper, or what settings files say of the endpoint. */
function modesAgainst({credential}: Setup, {name, reaches}: Store): readonly string[] {
	const leftOut = credential === 'subscription' || name === 'helper' ? ['CLAUDE_CODE_SIMPLE'] : [];
	return reaches === 'every-terminal' ? [...leftOut, hostSwitch] : leftOut;
}

/** The very value, exported here already: a store that lives in the shell has nothing to end. */
function isInThisShell(fact: Fact, {set}: Wish): boolean {
	if (fact.kind !== 'variable' || fact.place !== 'shell') return false;
	const wished = set.find(({name}) => name === fact.variable)?.value;
	const text = wished?.kind === 'plain' ? wished.text : wished?.secret?.reveal();
	return text !== undefined && fact.value?.reveal() === text;
}

function withoutModels(wish: Wish): Wish {
	const unset = wish.unset.map(names => names.filter(name => !modelNames.includes(name))).filter(names => names.length > 0);
	return {...wish, unset};
}

function fileOf(store: Store, {userSettings, localSettings}: StoreRoots): string {
	return store.name === 'project' ? localSettings : userSettings;
}

/**
 * A project's value of the very variable outranks the user's, and a mask in the local settings would cancel both: there the setup's own
 * value stands once more. The project's file is not ours. A secret that was to live elsewhere than in settings is not copied.
 */
function overProject(wish: Wish, facts: readonly Fact[], {name: store}: Store, localSettings: string): readonly Edit[] {
	return wish.set.flatMap(({name, value}): readonly Edit[] => {
		const fact = facts.find(one => one.kind === 'variable' && one.place === 'project-settings' && one.variable === name);
		if (fact === undefined || fact.state === 'ignored' || (store === 'helper' && value.kind === 'secret')) return [];
		const answers = {to: 'fact', fact} as const;
		const content = value.kind === 'plain' ? value.text : value.secret;
		if (content === null || (store !== 'settings' && value.kind === 'secret'))
			return [
				{
					kind: 'tell',
					what: fact,
					command: null,
					summary: `This folder's project settings hold another value, and it counts here`,
					answers,
				},
			];
		return [
			{kind: 'set-setting', file: localSettings, path: ['env', name], value: content, summary: `Set ${name} in this folder too`, answers},
		];
	});
}

/** A mask of the project's helper in the local settings would cancel the user's own as well. */
function helperOverProject(facts: readonly Fact[], {localSettings: file, program}: StoreRoots): readonly Edit[] {
	const fact = facts.find(one => one.kind === 'setting' && one.in === 'project-settings' && one.variable === 'apiKeyHelper');
	if (fact?.state !== 'text' || program === null) return [];
	const summary = 'Let claude ask the same in this folder, where the project has an apiKeyHelper of its own';
	return [{kind: 'set-setting', file, path: ['apiKeyHelper'], value: program.helper, summary, answers: {to: 'fact', fact}}];
}

/**
 * The same variable may stand in the shell, in a parent and in a file: one mask is enough, and where something is written into a file
 * the entry there is replaced by it.
 */
function withoutDoubles(edits: readonly Edit[]): readonly Edit[] {
	const written = edits.filter(edit => edit.kind === 'mask-setting' || edit.kind === 'set-setting');
	const first = ({file, path}: {readonly file: string; readonly path: readonly string[]}) =>
		written.find(one => one.file === file && one.path.join('\n') === path.join('\n'));
	return edits.filter(edit => {
		if (edit.kind === 'set-setting' && edit.value === '') return first(edit) === edit;
		if (edit.kind === 'remove-setting') return first(edit) === undefined;
		if (edit.kind === 'mask-setting') return first(edit) === edit;
		return true;
	});
}

/** `claude` asks whether to use a key, with No as the default, and greets a new user with screens that want to reach Anthropic. */
function firstStart(setup: Setup, wish: Wish, facts: readonly Fact[], roots: Roots): readonly Edit[] {
	const file = roots.globalConfig;
	const answers = {to: 'wish'} as const;
	const edits: Edit[] = [];
	const key = wish.set.find(({name, value}) => name === 'ANTHROPIC_API_KEY' && value.kind === 'secret');
	if (key?.value.kind === 'secret' && key.value.secret !== null) {
		const fragment = new Secret(key.value.secret.reveal().trim().slice(-20));
		edits.push({kind: 'unreject-key', file, fragment, summary: 'Take back the No given to this key', answers});
		edits.push({kind: 'approve-key', file, fragment, summary: 'Record that this key may be used', answers});
	}
	const onboarded = facts.some(fact => fact.kind === 'state' && fact.variable === 'hasCompletedOnboarding' && fact.is);
	if (setup.credential !== 'subscription' && !onboarded)
		edits.push({kind: 'set-onboarding', file, completed: true, summary: 'Skip the first-run screens', answers});
	return edits;
}
