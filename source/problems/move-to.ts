import {Secret} from '../credentials/secret.ts';
import type {Fact, PlaceId} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {rulesFor} from '../request/rules.ts';
import {basisFor} from '../request/versions.ts';
import {approveKey} from './approve-key.ts';
import type {ProblemId} from './finding.ts';
import type {Situation} from './problem.ts';
import {settingsPath} from './settings-paths.ts';
import {takeOut} from './take-out.ts';

export type Carrier = 'ANTHROPIC_API_KEY' | 'ANTHROPIC_AUTH_TOKEN' | 'CLAUDE_CODE_OAUTH_TOKEN';

/**
 * The edits that carry a credential over into the variable it belongs in: into the same settings file, or, from a place no edit can
 * reach for all sessions, into the user's settings, which outrank it. No edits where that would touch a file of a project's or of an
 * administrator's, or where the other variable holds something of its own.
 */
export function moveTo(id: ProblemId, fact: Fact, to: Carrier, text: string, situation: Situation): readonly Edit[] {
	const file = homeOf(fact, to, situation);
	if (file === null) return [];
	if (fact.variable !== to && isTaken(to, situation)) return [];
	const out = takeOut(id, fact.variable, situation);
	if (out.length === 0) return [];
	const here = (edit: Edit) => 'path' in edit && 'file' in edit && edit.file === file && edit.path.join('.') === `env.${to}`;
	return [
		...out.filter(edit => !here(edit)),
		...(to === 'ANTHROPIC_API_KEY' ? approveKey(id, text, situation) : []),
		{
			kind: 'set-setting',
			file,
			path: ['env', to],
			value: new Secret(text),
			summary: fact.variable === to ? `Mend ${to}` : `Keep it as ${to}`,
			answers: {to: 'finding', id},
		},
	];
}

function homeOf({place, file}: Fact, to: Carrier, situation: Situation): string | null {
	const user = settingsPath(situation.facts, 'user-settings');
	// 2.0.77 takes it from the shell alone, and newer ones from no file of a project.
	if (to === 'CLAUDE_CODE_OAUTH_TOKEN')
		return place !== 'local-settings' && rulesFor(basisFor(situation.claude.chosen?.version ?? null)).loginDecidedBySettings ? user : null;
	return place === 'local-settings' ? file : place === 'project-settings' ? null : user;
}

/** What claude does not read, or what this process has anyway. */
const elsewhere: readonly PlaceId[] = ['env-file', 'parent-process', 'editor-settings'];

function isTaken(variable: Carrier, {facts}: Situation): boolean {
	return facts.some(
		fact => fact.kind === 'variable' && fact.variable === variable && fact.state === 'text' && !elsewhere.includes(fact.place),
	);
}
