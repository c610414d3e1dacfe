import {competingWith, credentialVariables} from '../../credentials/competing.ts';
import type {Machine} from '../../machine/machine.ts';
import {findRoots} from '../../places/roots.ts';
import type {Edit} from '../../plan/edit.ts';
import type {Situation} from '../../problems/problem.ts';
import {notCancelled} from '../../request/not-cancelled.ts';
import {clearCompeting} from '../../setups/clear-competing.ts';
import type {Wish} from '../../shells/wish.ts';
import {type Answers, hostOf} from '../onboard/answers.ts';
import {setupErrand} from '../onboard/setup-errand.ts';
import type {GivenOptions} from '../options.ts';
import {storeRoots} from '../store-roots.ts';
import {addressesOf} from './addresses.ts';
import {answersOf, type Candidate} from './candidate.ts';
import {heldNow} from './held.ts';
import {inOtherFolders} from './other-folders.ts';
import {isSettled, rivalsOnly} from './settled.ts';

/** The machine is brought to one credential: what is written, what goes away for it, and what that mends. */
export type Move = {
	readonly title: string;
	readonly why: string;
	readonly edits: readonly Edit[];
	/** Null where nothing is set up, as where a helper stays. */
	readonly wish: Wish | null;
	readonly store: Answers['store'];
	/** It works once claude has signed in. */
	readonly signsIn: boolean;
	readonly openTerminals: readonly {readonly shell: string; readonly text: string}[];
	/** Keys of the findings that are gone afterwards. */
	readonly mends: ReadonlySet<string>;
};

export type Moved =
	| {readonly state: 'made'; readonly move: Move}
	| {readonly state: 'refused'; readonly message: string; readonly hint: string | null};

const nothing: ReadonlySet<string> = new Set();

/** To a credential that was given: nothing else stays. */
export async function moveTo(answers: Answers, situation: Situation, machine: Machine, options: GivenOptions): Promise<Moved> {
	const errand = await setupErrand(answers, situation.facts, machine, options, situation.claude.chosen?.version ?? null);
	if (errand.state === 'refused') return errand;
	const {wish, openTerminals} = errand;
	// Another folder may be another account's: it is left alone where nobody has said which credential is wanted.
	const elsewhere = options.credential === undefined ? [] : await inOtherFolders(answers, situation, machine, options);
	const edits = [...errand.edits, ...elsewhere];
	const signsIn = answers.credential === 'subscription' && answers.token === 'login';
	const title = `Use the ${wish.title}`;
	const why = 'It was asked for. What would compete with it goes away.';
	return {state: 'made', move: {title, why, edits, wish, store: answers.store, signsIn, openTerminals, mends: nothing}};
}

/** To one that is here already. What does not carry a credential stays, as long as the address does. */
export async function moveToFound(
	asked: Candidate,
	because: string,
	situation: Situation,
	machine: Machine,
	options: GivenOptions,
): Promise<Moved> {
	const chosen = {...asked, held: heldNow(asked.held, situation.facts)};
	if (chosen.held.what === 'helper') return {state: 'made', move: await keepHelper(chosen, because, situation, machine)};
	const made = await moveTo({...answersOf(chosen), store: options.store ?? 'settings'}, situation, machine, options);
	if (made.state === 'refused') return made;
	const about = sameAddress(chosen, situation) ? made.move.edits.filter(isAboutCredential) : made.move.edits;
	const edits = isSettled(chosen, situation) ? rivalsOnly(about, chosen) : about;
	const place = chosen.baseUrl === null ? '' : ` for ${hostOf(chosen.baseUrl)}`;
	const what = chosen.held.what === 'login' ? 'saved login' : `key${place}`;
	return {state: 'made', move: {...made.move, edits, title: `Keep the ${what}`, why: `It is kept because ${because}.`}};
}

async function keepHelper({baseUrl}: Candidate, because: string, situation: Situation, machine: Machine): Promise<Move> {
	const {facts} = situation;
	const stores = await storeRoots(machine, {shell: null, command: null, account: 'helper'});
	const sets = baseUrl === null ? [] : ['ANTHROPIC_BASE_URL'];
	const edits = clearCompeting(facts, {
		sets: [],
		clears: competingWith(sets)
			.flat()
			.filter(name => credentialVariables.includes(name)),
		usesHelper: true,
		masksIn: stores.userSettings,
		writes: [stores.userSettings, stores.localSettings],
		home: findRoots(machine).home,
		localSettings: stores.localSettings,
		maskOnly: false,
		uncancelled: notCancelled(situation.claude.chosen?.version ?? null),
	});
	return {
		title: 'Keep the apiKeyHelper',
		why: `It is kept because ${because}.`,
		edits,
		wish: null,
		store: 'settings',
		signsIn: false,
		openTerminals: [],
		mends: nothing,
	};
}

function sameAddress({baseUrl, addressBy}: Candidate, situation: Situation): boolean {
	const {state} = addressesOf(situation);
	return addressBy === 'user' && (baseUrl === null ? state === 'none' : state === 'own');
}

/** Models, headers and switches of the same endpoint are the user's; the first-run screens too. */
function isAboutCredential({answers}: Edit): boolean {
	if (answers.to !== 'fact') return true;
	const {fact} = answers;
	return fact.kind === 'setting' || fact.variable === 'ANTHROPIC_BASE_URL' || credentialVariables.includes(fact.variable);
}
