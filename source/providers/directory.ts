import {isLocal} from '../credentials/address.ts';
import {type Match, matchAddress} from './address-match.ts';
import type {BaseUrl, Provider} from './provider.ts';

/** All endpoints that are known here: those of the catalogue, and what the user added. */
export type Directory = {
	/** What most people have comes first. */
	readonly all: readonly Provider[];
	readonly named: (id: string) => Provider | null;
	/** Whose address it is; of several on one host the one with the longest path in common. */
	readonly at: (address: string) => Provider | null;
	/** Everything that may answer there, the nearest first. */
	readonly near: (address: string) => readonly Near[];
};

export type Near = {readonly provider: Provider; readonly base: BaseUrl; readonly match: Match};

/** An entry of the user's own takes the place of one with its id, and stands first. */
export function directoryOf(catalogue: readonly Provider[], own: readonly Provider[] = []): Directory {
	const all = [...own, ...inOrder(catalogue).filter(({id}) => !own.some(mine => mine.id === id))];
	const near = (address: string) => nearest(address, all);
	return {
		all,
		near,
		named: id => all.find(provider => provider.id === id) ?? null,
		at(address) {
			const [first, ...others] = near(address);
			if (first === undefined) return null;
			// Several programs listen at the same port by default: which of them it is, the port does not tell.
			const ambiguous =
				URL.canParse(address) &&
				isLocal(new URL(address).hostname) &&
				first.provider.confidence !== 'own' &&
				others.some(({provider}) => provider.maker !== first.provider.maker);
			return ambiguous ? null : first.provider;
		},
	};
}

function nearest(address: string, all: readonly Provider[]): readonly Near[] {
	const found = all.flatMap(provider =>
		provider.baseUrls.flatMap((base): Near[] => {
			const match = matchAddress(address, base);
			return match === null ? [] : [{provider, base, match}];
		}),
	);
	const rank = ({match}: Near) => (match.kind === 'same' ? Number.POSITIVE_INFINITY : match.common);
	return found.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(other) - rank(one)));
}

const common = [
	'openrouter',
	'litellm',
	'vercel-ai-gateway',
	'zai',
	'deepseek',
	'moonshot-intl',
	'kimi-code',
	'minimax-intl',
	'dashscope-coding-plan',
	'ollama',
	'lmstudio',
	'vllm',
	'claude-code-router',
];

function inOrder(catalogue: readonly Provider[]): readonly Provider[] {
	const rank = ({id}: Provider) => (common.includes(id) ? common.indexOf(id) : common.length);
	return catalogue.toSorted((one, other) => rank(one) - rank(other));
}
