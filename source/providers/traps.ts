import type {Recognised} from '../credentials/shapes.ts';
import {isTemplate} from './address-match.ts';
import type {Directory, Near} from './directory.ts';
import {keyTraps} from './key-traps.ts';
import {otherOpenaiHost} from './other-openai-hosts.ts';
import type {Provider} from './provider.ts';
import {siblingsOf} from './siblings.ts';
import type {Trap, TrapKind} from './trap.ts';

/** All that is known against an address, and against a key at it; what matters most comes first. Pure, and silent where nothing is known. */
export function traps(address: string, key: Recognised | null, directory: Directory): readonly Trap[] {
	const found = [...addressTraps(address, directory), ...keyTraps(address, key, directory)];
	const rank = {wrong: 0, doubt: 1, note: 2} as const;
	return found.toSorted((one, other) => rank[one.weight] - rank[other.weight]);
}

export function addressTraps(address: string, directory: Directory): readonly Trap[] {
	const text = address.trim();
	if (/\{[^}]*\}/.test(text)) return [trap('not-filled-in', 'wrong', `${/\{[^}]*\}/.exec(text)?.[0]} stands for something of yours.`)];
	if (!URL.canParse(text)) return [];
	const elsewhere = otherOpenaiHost(text);
	if (elsewhere !== null) return [trap('openai-only', 'doubt', elsewhere)];
	const near = directory.near(text);
	const [first] = near;
	if (first === undefined) return [];
	const {provider} = first;
	switch (provider.kind) {
		case 'openai-only':
			return [trap('openai-only', 'doubt', `${provider.label} speaks OpenAI's protocol alone: a proxy has to translate.`)];
		case 'cloud':
			return [trap('cloud', 'doubt', `${provider.label} takes no base URL: it has switches of its own. ${provider.docs ?? ''}`.trim())];
		case 'first-party':
		case 'gateway':
		case 'local':
		case 'translator':
			return first.match.kind === 'same' ? notes(first, directory) : wrongPath(text, near);
	}
}

/** The right address: what lies beside it and is easily taken for it. */
function notes({provider, base}: Near, directory: Directory): readonly Trap[] {
	const siblings = siblingsOf(provider, base, directory);
	return [
		...(base.note === null || provider.choice === 'first'
			? []
			: [trap('which-of-several', 'note', `${base.which ?? base.url}: ${base.note}.`)]),
		...(siblings.length === 0 ? [] : [trap('siblings', 'note', `This is for ${named(provider, base.which)}. ${besides(siblings)}`)]),
	];
}

function besides(siblings: readonly {readonly host: string; readonly what: string}[]): string {
	return `Keys of ${siblings.map(({host, what}) => `${host} (${what})`).join(', ')} are others.`;
}

function named({label}: Provider, which: string | null): string {
	return which === null || label.includes(which) ? label : `${label}, ${which}`;
}

/** A server that is known, and a path that is not its own: nothing is cut blindly, the documented address is proposed. */
function wrongPath(address: string, near: readonly Near[]): readonly Trap[] {
	const [first] = near;
	if (first === undefined) return [];
	const {provider} = first;
	const there = near.filter(({provider: other}) => other.id === provider.id).map(({base}) => base);
	const path = new URL(address).pathname.replace(/\/+$/, '');
	const own = new URL(first.base.url.replace(/[{}]/g, '')).pathname.replace(/\/+$/, '');
	const local = new URL(first.base.url.replace(/[{}]/g, '')).protocol === 'http:';
	// What runs on this computer may have been given any path.
	if (local && !/\/v1(?:\/|$)/.test(path)) return [];
	const better = there.length === 1 && !isTemplate(first.base) ? moved(first.base.url, address, local) : null;
	const at = there.map(({url, which}) => (which === null || there.length === 1 ? url : `${url} (${which})`)).join(', ');
	if (path === `${own}/v1`)
		return [trap('v1-goes', 'doubt', `At ${provider.label} the address ends before /v1, which claude adds itself.`, better)];
	if (`${path}/v1` === own) return [trap('v1-stays', 'doubt', `At ${provider.label} /v1 belongs to the address: ${at}`, better)];
	if (/\/messages$/.test(path))
		return [trap('messages-path', 'wrong', 'claude adds /v1/messages itself, so that would go out twice.', better)];
	if (openaiPath.test(path))
		return [trap('openai-path', 'doubt', `There ${provider.label} answers programs that speak to OpenAI. claude needs ${at}`, better)];
	return [trap('other-path', 'doubt', `${provider.label} answers claude at ${at}`, better)];
}

const openaiPath = /\/(?:v\d+(?:beta)?|chat\/completions|completions|responses|models|openai|compatible-mode|paas)(?:\/|$)/;

/** On this computer the user's own spelling of the host stays. */
function moved(documented: string, address: string, local: boolean): string {
	const {pathname} = new URL(documented);
	return local ? `${new URL(address).origin}${pathname}`.replace(/\/+$/, '') : documented;
}

function trap(kind: TrapKind, weight: Trap['weight'], says: string, better: string | null = null): Trap {
	return {kind, weight, says, better};
}
