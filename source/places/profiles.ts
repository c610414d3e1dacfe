import {Secret} from '../credentials/secret.ts';
import type {Machine} from '../machine/machine.ts';
import type {Fact, SettingFact, Trouble} from './fact.ts';
import {readText} from './file-fact.ts';
import {type JsonNode, scanJson} from './json-scan.ts';
import {lineIndex} from './line-index.ts';
import type {Place} from './place.ts';
import {pathOf, type Roots} from './roots.ts';
import {printable, showValue} from './show.ts';

/**
 * Anthropic profiles, which a Console login makes since 2.1.3xx. Read in the text of 2.1.329: `active_config` holds the name (without it
 * "default"), `configs/NAME.json` has base_url, organization_id and authentication {type, credentials_path, …}, and a user_oauth
 * profile counts only where its credentials file is there and not empty. ANTHROPIC_PROFILE outranks a federation by
 * ANTHROPIC_FEDERATION_RULE_ID and ANTHROPIC_ORGANIZATION_ID, and that outranks the active profile.
 */
export const profiles: Place = {
	id: 'profile',
	look: (machine, roots) => {
		const {join} = pathOf(machine.environment);
		const names = (machine.files.list(join(roots.profiles, 'configs')) ?? []).filter(name => name.endsWith('.json'));
		if (names.length === 0) return [];
		const chosen = chosenProfile(machine, roots);
		return names.flatMap(name => profileFacts(machine, roots, name.slice(0, -'.json'.length), chosen));
	},
};

type Chosen = {readonly name: string; readonly federated: boolean};

function chosenProfile({environment, files}: Machine, roots: Roots): Chosen {
	const named = (name: string) => environment.variables[name]?.trim() ?? '';
	const explicit = named('ANTHROPIC_PROFILE');
	if (explicit !== '') return {name: explicit, federated: false};
	const reading = files.read(pathOf(environment).join(roots.profiles, 'active_config'), 64 * 1024);
	const active = reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes).trim() : '';
	const federated = named('ANTHROPIC_FEDERATION_RULE_ID') !== '' && named('ANTHROPIC_ORGANIZATION_ID') !== '';
	return {name: active || 'default', federated};
}

function profileFacts(machine: Machine, roots: Roots, name: string, chosen: Chosen): readonly Fact[] {
	const file = pathOf(machine.environment).join(roots.profiles, 'configs', `${name}.json`);
	const found = readText(machine, 'profile', file);
	if (found.state !== 'text') return found.state === 'absent' ? [] : [found.fact];
	const at = lineIndex(found.text);
	const scan = scanJson(found.text);
	if (scan.state === 'invalid') {
		const flaw: Trouble = {kind: 'syntax', message: scan.message, ...at(scan.offset)};
		return [{...found.fact, state: 'ignored', why: 'it is not valid JSON', troubles: [flaw, ...found.fact.troubles]}];
	}
	const why = whyUnused(machine, roots, name, scan.root, chosen);
	const spotted = [member(scan.root, 'authentication', 'type'), member(scan.root, 'base_url'), member(scan.root, 'organization_id')];
	return spotted.flatMap((spot): SettingFact[] => {
		const text = spot?.node.value();
		if (spot === undefined || typeof text !== 'string') return [];
		const shown = spot.path === 'authentication.type' ? printable(`${text} (profile ${name})`) : showValue(spot.path, text);
		const state = why === null ? 'text' : 'ignored';
		const where = {place: 'profile', in: 'profile', file, ...at(spot.node.start)} as const;
		return [{kind: 'setting', ...where, variable: spot.path, state, value: new Secret(text), shown, why, json: 'string'}];
	});
}

function whyUnused(machine: Machine, roots: Roots, name: string, root: JsonNode, chosen: Chosen): string | null {
	const type = member(root, 'authentication', 'type')?.node.value();
	if (type !== 'user_oauth' && type !== 'oidc_federation') return 'its authentication.type is not one that claude knows';
	if (name !== chosen.name) return `the profile in use is ${printable(chosen.name)}`;
	if (chosen.federated) return 'the federation in the environment outranks the active profile';
	if (type === 'oidc_federation') return null;
	const {join, resolve} = pathOf(machine.environment);
	const own = member(root, 'authentication', 'credentials_path')?.node.value();
	const file = typeof own === 'string' ? resolve(machine.environment.cwd, own) : join(roots.profiles, 'credentials', `${name}.json`);
	const stat = machine.files.stat(file, 'follow');
	return stat?.kind === 'file' && stat.size > 0 ? null : 'it has no stored sign-in';
}

function member(root: JsonNode, ...path: readonly string[]): {readonly path: string; readonly node: JsonNode} | undefined {
	const node = path.reduce<JsonNode | undefined>((within, name) => within?.members.filter(({key}) => key === name).at(-1)?.node, root);
	return node === undefined ? undefined : {path: path.join('.'), node};
}
