import type {Command} from '../command.ts';
import {type Option, type OptionName, options} from '../options.ts';

/** What may stand at a place: words that are known now, or names that only the moment of the question knows. */
export type Offer =
	| {readonly kind: 'words'; readonly words: readonly Word[]}
	| {readonly kind: 'profiles'}
	| {readonly kind: 'files'}
	| {readonly kind: 'folders'}
	| {readonly kind: 'nothing'};

export type Word = {readonly word: string; readonly says: string};

/** Everything a shell needs to know, as three lists: it looks up what was typed, and starts nothing but for the names of profiles. */
export type Table = {
	/** By the words typed so far that are no options, joined by a space; '' is right after `wizard`. */
	readonly after: readonly (readonly [said: string, offer: Offer])[];
	/** By an option that takes a value. */
	readonly values: readonly (readonly [option: string, offer: Offer])[];
	/** By command; '' where none was typed yet. */
	readonly options: readonly (readonly [command: string, words: readonly Word[]])[];
};

export type Known = {
	readonly shells: readonly string[];
	readonly engines: readonly string[];
	readonly completed: readonly string[];
	readonly providers: readonly string[];
	readonly translators: readonly string[];
	readonly problems: readonly string[];
};

export function tableOf(commands: readonly Command[], known: Known): Table {
	const list = commands.map(({name, summary}) => ({word: name, says: summary}));
	const translator = verbsOf('translator', commands);
	const onboard = commands.find(({name}) => name === 'onboard')?.options ?? [];
	return {
		after: [
			['', {kind: 'words', words: list}],
			...['use', 'run', 'profiles show', 'profiles rename', 'profiles remove'].map(said => [said, {kind: 'profiles'}] as const),
			['profiles', plain(verbsOf('profiles', commands))],
			['translator', plain(translator)],
			...translator.map(verb => [`translator ${verb}`, plain(verb === 'list' ? [] : known.translators)] as const),
			['providers', plain(known.providers)],
			['help', {kind: 'words', words: [...list, ...plain(['problems', ...known.problems]).words]}],
			['completions', plain(known.completed)],
			['apply', {kind: 'files'}],
			['scan', {kind: 'folders'}],
		],
		values: (Object.keys(options) as OptionName[]).flatMap(name => {
			const option: Option = options[name];
			return option.kind === 'flag' ? [] : [[`--${name}`, valuesOf(name, option, known)] as const];
		}),
		options: [
			['', [...described(['repair', ...onboard]), {word: '--help', says: 'show this'}, {word: '--version', says: 'its version'}]],
			...commands.map(({name, options: own}) => [name, [...described(own), {word: '--help', says: 'show its page'}]] as const),
		],
	};
}

/** `[list | add NAME | …]`: the first word of each, as the usage has them. */
function verbsOf(name: string, commands: readonly Command[]): readonly string[] {
	const listed = /\[([^\]]*\|[^\]]*)\]/.exec(commands.find(command => command.name === name)?.usage ?? '')?.[1] ?? '';
	return listed.split('|').flatMap(part => part.trim().match(/^[a-z-]+/) ?? []);
}

function valuesOf(name: OptionName, option: Exclude<Option, {kind: 'flag'}>, known: Known): Offer {
	if (option.kind === 'choice') return plain(option.values);
	const offers: Partial<Record<OptionName, Offer>> = {
		provider: plain(known.providers),
		profile: {kind: 'profiles'},
		shell: plain(known.shells),
		for: plain(known.engines),
		cwd: {kind: 'folders'},
	};
	return offers[name] ?? {kind: 'nothing'};
}

function plain(words: readonly string[]): Extract<Offer, {kind: 'words'}> {
	return {kind: 'words', words: words.map(word => ({word, says: ''}))};
}

function described(names: readonly OptionName[]): readonly Word[] {
	return names.map(name => ({word: `--${name}`, says: options[name].summary}));
}
