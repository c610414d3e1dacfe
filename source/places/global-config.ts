import {Secret} from '../credentials/secret.ts';
import type {Machine} from '../machine/machine.ts';
import type {ApprovalFact, Fact, SettingFact, StateFact, Trouble} from './fact.ts';
import {exposure, readText} from './file-fact.ts';
import {lastOfEach} from './json-outline.ts';
import {type JsonNode, scanJson} from './json-scan.ts';
import {lineIndex, type Position} from './line-index.ts';
import type {Place} from './place.ts';
import type {Roots} from './roots.ts';
import {environmentEntries, type JsonFile, settingEntries} from './settings-entries.ts';
import {holdsSecret, printable} from './show.ts';
import {trustOf} from './trust.ts';

/** Claude Code keeps years of project history in this file, so it may be far over the limit of a settings file. */
const largest = 512 * 1024 * 1024;

/** `.claude.json`, the state claude keeps for itself: an `env` block, the key of a Console login, and what was answered before. */
export const globalConfig: Place = {
	id: 'global-config',
	look: (machine, roots) => {
		const found = readText(machine, 'global-config', roots.globalConfig, largest);
		if (found.state !== 'text') return [found.fact];
		const {text, fact} = found;
		const at = lineIndex(text);
		const scan = scanJson(text);
		if (scan.state === 'invalid') {
			const flaw: Trouble = {kind: 'syntax', message: scan.message, ...at(scan.offset)};
			const why = `it is not valid JSON (line ${flaw.line}, column ${flaw.column}: ${scan.message})`;
			return [{...fact, state: 'ignored', why, troubles: [flaw, ...fact.troubles]}];
		}
		const entries = entriesOf(scan.root, {place: 'global-config', file: roots.globalConfig, at, skipped: null}, machine, roots);
		const secret = entries.some(entry => entry.kind === 'approval' || holdsSecret(entry));
		const troubles = [...fact.troubles, ...(secret ? exposure(machine, roots.globalConfig) : [])];
		return [{...fact, top: scan.root.json, troubles}, ...entries];
	},
};

function entriesOf(root: JsonNode, where: JsonFile, machine: Machine, roots: Roots): readonly Fact[] {
	const members = new Map(lastOfEach(root.members).map(({key, node}) => [key, node]));
	return [
		...environmentEntries(root, where),
		...settingEntries(root, new Set(['primaryApiKey']), where),
		...account(members.get('oauthAccount'), where),
		...approvals(members.get('customApiKeyResponses'), where),
		onboarding(members.get('hasCompletedOnboarding'), where),
		trustOf(members.get('projects'), where, machine, roots),
	];
}

/** Who is logged in, so that two accounts can be told apart; the address is not shown whole. */
function account(node: JsonNode | undefined, {file, at, place}: JsonFile): readonly SettingFact[] {
	if (node === undefined) return [];
	const email = node.members.find(({key}) => key === 'emailAddress')?.node.value();
	const shown = typeof email === 'string' ? email.replace(/^(.)[^@]*(?=@)/u, '$1…') : node.json;
	const spot = {file, ...at(node.start), variable: 'oauthAccount', state: 'text' as const, value: null, shown: printable(shown), why: null};
	return [{kind: 'setting', place, in: place, json: node.json, ...spot}];
}

function approvals(node: JsonNode | undefined, {file, at, place}: JsonFile): readonly ApprovalFact[] {
	return (['approved', 'rejected'] as const).flatMap(answer => {
		const list = node?.members.filter(({key}) => key === answer).at(-1)?.node.items ?? [];
		return list.flatMap((item): ApprovalFact[] => {
			const fragment = item.value();
			if (typeof fragment !== 'string') return [];
			const value = new Secret(fragment);
			const variable = `customApiKeyResponses.${answer}`;
			const state = fragment === '' ? 'empty' : 'text';
			return [{kind: 'approval', answer, place, file, ...at(item.start), variable, state, value, shown: `${value}`, why: null}];
		});
	});
}

function onboarding(node: JsonNode | undefined, {file, at, place}: JsonFile): StateFact {
	const is = node?.value() === true;
	const spot: Position | {line: null; column: null} = node === undefined ? {line: null, column: null} : at(node.start);
	const held = {state: node === undefined ? ('absent' as const) : ('text' as const), value: null, shown: String(is), why: null};
	return {kind: 'state', is, place, file, ...spot, variable: 'hasCompletedOnboarding', ...held};
}
