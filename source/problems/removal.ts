import type {Fact, VariableFact} from '../places/fact.ts';
import {isCuttable} from '../places/startup-fact.ts';
import type {Edit} from '../plan/edit.ts';
import type {ProblemId} from './finding.ts';

/** The edits that take values out of the files they stand in. What no file of the user's holds is left out: repair masks or tells it. */
export function removals(id: ProblemId, facts: readonly Fact[]): readonly Edit[] {
	return facts.map(fact => removal(id, fact)).filter(edit => edit !== null);
}

function removal(id: ProblemId, fact: Fact): Edit | null {
	const {file, variable} = fact;
	// An administrator's file is not the user's to edit.
	if (file === null || fact.place === 'managed-settings' || fact.place === 'managed-drop-in') return null;
	const about = {file, summary: `Remove ${variable}`, answers: {to: 'finding', id}} as const;
	if (fact.kind === 'variable') return variableRemoval(fact, about);
	if (fact.kind !== 'setting' || fact.in === 'managed-settings' || fact.in === 'managed-drop-in') return null;
	return variable === 'primaryApiKey' ? {...about, kind: 'remove-primary-key'} : {...about, kind: 'remove-setting', path: [variable]};
}

type About = {readonly file: string; readonly summary: string; readonly answers: {readonly to: 'finding'; readonly id: string}};

function variableRemoval({variable, place, origin, line, column}: VariableFact, about: About): Edit | null {
	switch (origin.from) {
		case 'settings':
			return place === 'global-config'
				? {...about, kind: 'remove-global-env', variable}
				: {...about, kind: 'remove-setting', path: ['env', variable]};
		case 'startup-file':
			return line === null || !isCuttable(origin.form) || !isShellName(origin.shell)
				? null
				: {...about, kind: 'remove-line', shell: origin.shell, variable, line, column: column ?? 1};
		case 'fish-universal':
			return {...about, kind: 'erase-fish-universal', variable};
		case 'file':
			return place === 'env-file' && line !== null ? {...about, kind: 'remove-env-line', variable, line} : null;
		case 'process':
		case 'parent-process':
			return null;
	}
}

type ShellName = Extract<Edit, {kind: 'remove-line'}>['shell'];

const shellNames: readonly ShellName[] = ['sh', 'bash', 'zsh', 'fish', 'ksh', 'tcsh', 'nushell', 'elvish', 'xonsh', 'powershell', 'cmd'];

function isShellName(name: string): name is ShellName {
	return shellNames.some(known => known === name);
}
