import type {Machine} from '../machine/machine.ts';
import type {Fact, LoginFact, Trouble} from './fact.ts';
import {exposure, readText} from './file-fact.ts';
import {type JsonNode, scanJson} from './json-scan.ts';
import {lineIndex, type Position} from './line-index.ts';
import type {Place} from './place.ts';
import {pathOf, type Roots} from './roots.ts';
import {secureStorage} from './secure-storage.ts';
import {printable} from './show.ts';

/**
 * The claude.ai login that `/login` stored: in the Keychain on macOS, and there and elsewhere in `.credentials.json`. That it is
 * there, until when and for what is all that is read; the tokens never become part of a fact.
 */
export const login: Place = {
	id: 'login',
	look: async (machine, roots) => {
		const kept = machine.environment.platform === 'darwin' ? await inKeychain(machine, roots) : [];
		const outranks = kept.some(({kind, state}) => kind === 'login' && state === 'text');
		const stored = inFile(machine, pathOf(machine.environment).join(secureStorage(machine.environment, roots).folder, '.credentials.json'));
		return [
			...kept,
			...stored.map(fact => (outranks && fact.kind === 'login' ? {...fact, state: 'ignored' as const, why: outranked} : fact)),
		];
	},
};

const outranked = 'the login in the Keychain is used';

/** Loaded only here: no other system has a Keychain, and hashing its names costs a start a few milliseconds. */
async function inKeychain(machine: Machine, roots: Roots): Promise<readonly Fact[]> {
	const {lookInKeychain} = await import('./keychain.ts');
	return lookInKeychain(machine, roots);
}

function inFile(machine: Machine, file: string): readonly Fact[] {
	const found = readText(machine, 'login', file);
	if (found.state === 'absent') return [];
	if (found.state !== 'text') return [found.fact];
	const at = lineIndex(found.text);
	const scan = scanJson(found.text);
	// Unlike a settings file, this one is not read when it begins with a byte order mark (measured on 2.1.100 to 2.1.329).
	const marked = found.fact.troubles.some(({kind}) => kind === 'byte-order-mark');
	if (scan.state === 'invalid' || marked) {
		const flaw: Trouble[] = scan.state === 'invalid' ? [{kind: 'syntax', message: scan.message, ...at(scan.offset)}] : [];
		const why = scan.state === 'invalid' ? 'it is not valid JSON' : 'it begins with a byte order mark';
		return [{...found.fact, state: 'ignored', why, troubles: [...flaw, ...found.fact.troubles]}];
	}
	const troubles = [...found.fact.troubles, ...exposure(machine, file)];
	const stored = scan.root.members.filter(({key}) => key === 'claudeAiOauth').at(-1)?.node;
	return [{...found.fact, top: scan.root.json, troubles}, ...(stored === undefined ? [] : [loginFact(stored, file, at)])];
}

function loginFact(node: JsonNode, file: string, at: (offset: number) => Position): LoginFact {
	const read = (name: string) =>
		node.members
			.filter(({key}) => key === name)
			.at(-1)
			?.node.value();
	const expiresAt = read('expiresAt');
	const renewableUntil = read('refreshTokenExpiresAt');
	const subscription = read('subscriptionType');
	return {
		kind: 'login',
		place: 'login',
		file,
		...at(node.start),
		variable: 'claudeAiOauth',
		state: isText(read('accessToken')) ? 'text' : 'empty',
		value: null,
		shown: 'claude.ai login',
		why: null,
		expiresAt: typeof expiresAt === 'number' ? expiresAt : null,
		scopes: scopesOf(read('scopes')),
		subscription: isText(subscription) ? printable(subscription).slice(0, 40) : null,
		refreshable: isText(read('refreshToken')),
		renewableUntil: typeof renewableUntil === 'number' ? renewableUntil : null,
	};
}

/** A list, or one text with blanks between: claude takes both (measured on 2.1.100 to 2.1.329). */
function scopesOf(value: unknown): readonly string[] {
	const scopes = typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : [];
	return scopes.filter(isText).map(scope => printable(scope).slice(0, 80));
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}
