import type {Directory} from '../providers/directory.ts';
import type {Provider} from '../providers/provider.ts';
import {addressTraps} from '../providers/traps.ts';
import type {Context, Run} from './command.ts';
import {type KnownProviders, knownProviders} from './known-providers.ts';
import {nearest} from './nearest.ts';
import {pageFor} from './page.ts';
import {providerListText} from './provider-list-text.ts';
import {providerText} from './provider-text.ts';
import {providerItem} from './providers-json.ts';

/** `wizard providers [NAME]`: what is known of the endpoints that people point claude at. NAME is an id, an address or a word. */
export const providersCommand: Run = async ({operands: [name], options}, context) => {
	const {machine, err} = context;
	const known = knownProviders(machine);
	for (const mistake of known.mistakes) err(`wizard: ${mistake}`);
	if (name === undefined) return sayMany(known.directory.all, known, options.json === true, context);
	return isAddress(name) ? sayAddress(name, known, options.json === true, context) : sayNamed(name, known, options.json === true, context);
};

function isAddress(text: string): boolean {
	return /^[a-z]+:\/\//i.test(text) || /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/|$)/i.test(text);
}

function sayNamed(name: string, known: KnownProviders, json: boolean, context: Context): number {
	const {directory} = known;
	const exact = directory.named(name.toLowerCase());
	const found = exact === null ? matching(name, directory) : [exact];
	const [first] = found;
	if (first === undefined) {
		const near = nearest(name, [...directory.all.map(({id}) => id)]);
		return context.fail(
			2,
			'No endpoint of that name is known.',
			near === null ? 'All of them: wizard providers' : `Did you mean: wizard providers ${near}`,
		);
	}
	return found.length === 1 ? sayOne(first, [], known, json, context) : sayMany(found, known, json, context);
}

/** Every word stands somewhere in what people call it. */
function matching(name: string, {all}: Directory): readonly Provider[] {
	const words = name.toLowerCase().split(/\s+/).filter(Boolean);
	return all.filter(({id, label, maker}) => words.every(word => `${id} ${label} ${maker}`.toLowerCase().includes(word)));
}

function sayAddress(address: string, known: KnownProviders, json: boolean, context: Context): number {
	const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
	const {directory} = known;
	const near = directory.near(url);
	const [first] = near;
	const traps = addressTraps(url, directory);
	if (first === undefined) {
		const [said] = traps;
		return context.fail(2, said?.says ?? 'No endpoint is known at that address.', 'All of them: wizard providers');
	}
	const there = [...new Set(near.map(({provider}) => provider))];
	// At one port of this computer several programs may listen.
	if (directory.at(url) === null) return sayMany(there, known, json, context);
	return sayOne(first.provider, traps, known, json, context);
}

function sayOne(
	provider: Provider,
	traps: ReturnType<typeof addressTraps>,
	{directory}: KnownProviders,
	json: boolean,
	{out, terminal}: Context,
): number {
	out(
		json
			? JSON.stringify({schema: 1, items: [providerItem(provider)], traps}, null, 2)
			: providerText(provider, traps, directory, pageFor(terminal)),
	);
	return 0;
}

function sayMany(providers: readonly Provider[], {file}: KnownProviders, json: boolean, {out, terminal}: Context): number {
	out(
		json ? JSON.stringify({schema: 1, items: providers.map(providerItem)}, null, 2) : providerListText(providers, file, pageFor(terminal)),
	);
	return 0;
}
