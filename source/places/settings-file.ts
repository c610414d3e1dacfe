import type {Machine} from '../machine/machine.ts';
import type {Fact, FileFact, PlaceId, Trouble} from './fact.ts';
import {exposure, readText} from './file-fact.ts';
import {doubledKeys, outline} from './json-outline.ts';
import {type JsonNode, scanJson} from './json-scan.ts';
import {lineIndex} from './line-index.ts';
import {readLeniently} from './read-leniently.ts';
import {environmentEntries, type JsonFile, settingEntries} from './settings-entries.ts';
import {holdsSecret} from './show.ts';

/** Settings besides `env` that decide about a request or about who may log in. */
const settings = new Set([
	'apiKeyHelper',
	'proxyAuthHelper',
	'otelHeadersHelper',
	'awsAuthRefresh',
	'awsCredentialExport',
	'gcpAuthRefresh',
	'model',
	'forceLoginMethod',
	'forceLoginOrgUUID',
]);

/**
 * One settings file as facts: first the file itself, then its entries. Claude Code takes strict JSON only and skips a broken file
 * whole, under `-p` without a word; what such a file would say is shown as ignored. Which types of values make a version skip a
 * file is for request/ to judge, from the outline.
 */
export async function lookAtSettings(machine: Machine, place: PlaceId, file: string): Promise<readonly Fact[]> {
	const found = readText(machine, place, file);
	if (found.state !== 'text') return [found.fact];
	const {text, fact} = found;
	const at = lineIndex(text);
	const scan = scanJson(text);
	if (scan.state === 'invalid') {
		const flaw: Trouble = {kind: 'syntax', message: scan.message, ...at(scan.offset)};
		const why = `it is not valid JSON (line ${flaw.line}, column ${flaw.column}: ${scan.message})`;
		const root = await readLeniently(text);
		const entries = root === null ? [] : entriesOf(root, {place, file, at, skipped: `the file is skipped: ${why}`});
		return [whole(machine, {...fact, state: 'ignored', why, troubles: [flaw, ...fact.troubles]}, entries), ...entries];
	}
	const {root} = scan;
	const entries = entriesOf(root, {place, file, at, skipped: null});
	const troubles = [...fact.troubles, ...doubledKeys(root, at)];
	return [whole(machine, {...fact, top: root.json, keys: outline(root, at), troubles}, entries), ...entries];
}

function entriesOf(root: JsonNode, where: JsonFile): readonly Fact[] {
	return [...environmentEntries(root, where), ...settingEntries(root, settings, where)];
}

/** Everyone reads what an administrator sets for everyone: there an open mode is no trouble. */
function whole(machine: Machine, fact: FileFact, entries: readonly Fact[]): FileFact {
	const managed = fact.place === 'managed-settings' || fact.place === 'managed-drop-in';
	const secret = entries.some(holdsSecret);
	return managed || !secret || fact.file === null ? fact : {...fact, troubles: [...fact.troubles, ...exposure(machine, fact.file)]};
}
