import type {FileKey, KeySpot, Trouble} from './fact.ts';
import type {JsonMember, JsonNode} from './json-scan.ts';
import type {Position} from './line-index.ts';
import {looksSecret, printable} from './show.ts';

/** Keys whose text decides whether a version accepts the file: the choices of its schema, and none that can hold a secret. */
const choices = new Set(
	(
		'forceLoginMethod autoUpdatesChannel outputStyle model advisorModel defaultShell effortLevel theme editorMode teammateMode viewMode tui ' +
		'language minimumVersion parentSettingsBehavior disableAutoMode disableDeepLinkRegistration cleanupPeriodDays ' +
		'permissions.defaultMode permissions.disableBypassPermissionsMode statusLine.type'
	).split(' '),
);

/** Top-level keys with what a schema check needs of them. Of a doubled key the last counts, as in JSON.parse. */
export function outline(root: JsonNode, at: (offset: number) => Position): readonly FileKey[] {
	return lastOfEach(root.members).map(member => ({
		...spot(member, at),
		...seenOf(member.key, member.node),
		children: lastOfEach(member.node.members).map(child => ({...spot(child, at), ...seenOf(`${member.key}.${child.key}`, child.node)})),
	}));
}

/** Doubled keys on the two upper levels: JSON allows them, and the first one silently does not count. */
export function doubledKeys(root: JsonNode, at: (offset: number) => Position): readonly Trouble[] {
	return [...doubled(root.members, '', at), ...root.members.flatMap(member => doubled(member.node.members, `${member.key}.`, at))];
}

export function lastOfEach(members: readonly JsonMember[]): readonly JsonMember[] {
	const last = new Map(members.map(member => [member.key, member]));
	return last.size === members.length ? members : members.filter(member => last.get(member.key) === member);
}

function doubled(members: readonly JsonMember[], prefix: string, at: (offset: number) => Position): readonly Trouble[] {
	const seen = new Set<string>();
	return members.flatMap(({key, keyStart}): Trouble[] => {
		if (!seen.has(key)) {
			seen.add(key);
			return [];
		}
		return [{kind: 'duplicate-key', key: `${prefix}${safeName(key)}`, ...at(keyStart)}];
	});
}

function spot({key, node}: JsonMember, at: (offset: number) => Position): KeySpot {
	return {key: safeName(key), json: node.json, ...at(node.start)};
}

function seenOf(key: string, node: JsonNode): Pick<FileKey, 'text' | 'items'> {
	return {text: choices.has(key) ? shortText(node) : null, items: node.items.map(item => item.json)};
}

function shortText(node: JsonNode): string | null {
	const value = node.json === 'string' || node.json === 'number' ? node.value() : null;
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.length <= 60 && !looksSecret(value.trim()) ? value : null;
}

/** A key pasted where a name belongs must not be shown as a name. */
export function safeName(name: string): string {
	return looksSecret(name.trim()) || name.length > 200 ? '••••' : printable(name);
}
