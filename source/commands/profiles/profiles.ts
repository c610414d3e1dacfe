import {describe, isProfileName, type Profile} from '../../setups/profile.ts';
import type {Context, Invocation, Run} from '../command.ts';
import {examine} from '../examine.ts';
import {nearest} from '../nearest.ts';
import type {GivenOptions} from '../options.ts';
import {wayToTalk} from '../way-to-talk.ts';
import {describeGiven} from './describe-given.ts';
import {importProfiles} from './import-profiles.ts';
import type {GivenSetup} from './keep-answers.ts';
import {liveProfile} from './live-profile.ts';
import {forgetProfileSecrets} from './profile-secrets.ts';
import {profileItem, profilesText, profileText} from './profiles-text.ts';
import {storedProfiles, storeProfiles} from './stored-profiles.ts';

/** `wizard profiles`: several setups under names. Nothing of claude's changes here; `wizard use` and `wizard run` do that. */
export const profiles: Run = async (invocation, context) => {
	const [verb = 'list', ...names] = invocation.operands;
	const verbs: Readonly<Record<string, Verb>> = {
		list: {names: 0, run: list},
		add: {names: 1, run: add},
		import: {names: 0, run: importProfiles},
		show: {names: 1, run: show},
		rename: {names: 2, run: rename},
		remove: {names: 1, run: remove},
	};
	const found = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
	if (found === undefined) {
		const near = nearest(verb, Object.keys(verbs));
		return context.fail(
			2,
			'wizard profiles does not know that word.',
			near === null ? `It knows ${Object.keys(verbs).join(', ')}` : `Did you mean: wizard profiles ${near}`,
		);
	}
	if (names.length !== found.names) return context.fail(2, usage[found.names] ?? '', 'wizard profiles --help');
	const bad = names.find(name => name.length > 40 || !isProfileName(name));
	if (bad !== undefined) return context.fail(2, 'That is no name for a profile.', 'Letters, digits, dot, dash and underline; at most 40.');
	return found.run(names, invocation, context);
};

type Verb = {readonly names: number; readonly run: (names: readonly string[], invocation: Invocation, context: Context) => Promise<number>};

const usage = ['It takes no name.', 'It takes the name of one profile.', 'It takes two names: the old and the new one.'];

async function list(_: readonly string[], {options}: Invocation, {machine, out, err, terminal}: Context): Promise<number> {
	const {profiles: all, broken} = await storedProfiles(machine);
	const live = all.length === 0 ? null : await liveProfile(all, (await examine(machine)).headless, machine);
	// For a shell's prompt: the name alone, or nothing.
	if (options.live && !options.json && live !== null) out(live.name);
	const listed = options.live ? all.filter(profile => profile === live) : all;
	if (options.json) out(JSON.stringify({schema: 1, items: listed.map(profile => profileItem(profile, profile === live))}, null, 2));
	if (options.live) return live === null ? 1 : 0;
	if (!options.json) for (const line of profilesText(all, live, terminal)) out(line);
	if (broken.length > 0)
		err(`wizard: ${broken.length === 1 ? 'one profile' : `${broken.length} profiles`} cannot be read and are left out.`);
	return 0;
}

async function add([name = '']: readonly string[], {options}: Invocation, context: Context): Promise<number> {
	const {machine, out, fail} = context;
	const {profiles: all} = await storedProfiles(machine);
	const before = all.find(profile => profile.name === name);
	if (before !== undefined && !options.yes)
		return fail(3, `There is a profile of that name already: ${name}.`, 'Another name, or --yes to replace it.');
	const added = machine.clock.now();
	const account = `${name}-${added.toString(36)}`;
	const given = await (isAsked(options, context.terminal) ? ask(account, options, context) : describeGiven(account, options, context));
	if (given.state === 'wrong') return fail(given.code, given.message, given.hint ?? undefined);
	const profile: Profile = {name, setup: describe(given.described), described: given.described, added, account};
	await storeProfiles([...all.filter(one => one !== before), profile], machine);
	if (before !== undefined) await forgetSecrets(before, context);
	if (options.json) out(JSON.stringify({schema: 1, items: [profileItem(profile, false)]}, null, 2));
	else out(`Kept: ${name}\nTo switch to it: wizard use ${name}\nFor one command: wizard run ${name} -- claude`);
	return 0;
}

/** Whoever says nothing of the setup, at a terminal, means to be asked. */
function isAsked(options: GivenOptions, {stdinIsTTY, stdoutIsTTY}: Context['terminal']): boolean {
	const words = Object.keys(options).filter(name => name !== 'plain' && name !== 'yes');
	return words.length === 0 && stdinIsTTY && stdoutIsTTY;
}

async function ask(account: string, options: GivenOptions, context: Context): Promise<GivenSetup> {
	const conversation = await context.converse(wayToTalk(options, context.machine.environment.variables));
	try {
		const {describeAsked} = await import('./describe-asked.ts');
		return await describeAsked(account, conversation, context);
	} finally {
		await conversation.close();
	}
}

async function show([name = '']: readonly string[], {options}: Invocation, {machine, out, fail}: Context): Promise<number> {
	const {profiles: all} = await storedProfiles(machine);
	const profile = all.find(one => one.name === name);
	if (profile === undefined) return fail(2, `There is no profile ${name}.`, 'wizard profiles lists them.');
	if (options.json) out(JSON.stringify({schema: 1, items: [profileItem(profile, await isLive(profile, all, machine))]}, null, 2));
	else for (const line of profileText(profile, machine.environment.home)) out(line);
	return 0;
}

async function rename([from = '', to = '']: readonly string[], {options}: Invocation, {machine, out, fail}: Context): Promise<number> {
	const {profiles: all} = await storedProfiles(machine);
	const profile = all.find(({name}) => name === from);
	if (profile === undefined) return fail(2, `There is no profile ${from}.`, 'wizard profiles lists them.');
	if (all.some(({name}) => name === to))
		return fail(3, `There is a profile ${to} already.`, `Remove it first: wizard profiles remove ${to}`);
	const renamed = {...profile, name: to};
	const now = all.map(one => (one === profile ? renamed : one));
	await storeProfiles(now, machine);
	if (options.json)
		out(JSON.stringify({schema: 1, changed: true, items: [profileItem(renamed, await isLive(renamed, now, machine))]}, null, 2));
	else out(`${from} is now ${to}.`);
	return 0;
}

async function isLive(profile: Profile, all: readonly Profile[], machine: Context['machine']): Promise<boolean> {
	return (await liveProfile(all, (await examine(machine)).headless, machine)) === profile;
}

async function remove([name = '']: readonly string[], {options}: Invocation, context: Context): Promise<number> {
	const {machine, out, fail, confirm, terminal} = context;
	const {profiles: all} = await storedProfiles(machine);
	const profile = all.find(one => one.name === name);
	if (profile === undefined) return fail(2, `There is no profile ${name}.`, 'wizard profiles lists them.');
	if (!options.yes) {
		if (!terminal.stdinIsTTY) return fail(2, 'There is no terminal to ask on.', 'Add --yes to remove it.');
		if (!(await confirm(`Remove the profile ${name}, and the secret that is kept for it?`)))
			return fail(130, 'Cancelled; nothing was removed.');
	}
	await forgetSecrets(profile, context);
	await storeProfiles(
		all.filter(one => one !== profile),
		machine,
	);
	if (options.json) out(JSON.stringify({schema: 1, changed: true, items: [profileItem(profile, false)]}, null, 2));
	else out(`Removed: ${name}`);
	return 0;
}

async function forgetSecrets(profile: Profile, {machine, err}: Context): Promise<void> {
	for (const left of await forgetProfileSecrets(profile, machine)) err(`wizard: its secret could not be taken out: ${left}.`);
}
