import type {Fact, VariableFact} from '../places/fact.ts';
import {sentFacts} from './credential-source.ts';
import type {Problem, Situation} from './problem.ts';

/**
 * The credential is known to interactive shells only, and an editor is in use: started from a desktop, it gets no such export, and
 * neither do cron and background sessions. Settings would reach all of them.
 */
export const exportNotSeen: Problem = {
	id: 'export-not-seen',
	diagnose(situation) {
		const sent = sentFacts(situation.headless).filter(({place}) => place === 'shell');
		const [first] = sent;
		if (first === undefined || !usesEditor(situation)) return [];
		const written = situation.facts.filter(
			(fact): fact is VariableFact =>
				fact.kind === 'variable' && sent.some(({variable}) => variable === fact.variable) && fact.state === 'text',
		);
		if (written.some(reachesAll) || !written.some(({place}) => place === 'startup-file')) return [];
		const evidence = written.filter(({place}) => place === 'startup-file' || place === 'shell');
		return [
			{
				id: 'export-not-seen',
				severity: 'info',
				title: `Only interactive shells know ${first.variable}`,
				why: `A startup file for them exports it. An editor that was started from the desktop, cron and background sessions never read that file, and then claude is "Not logged in" there.`,
				evidence,
				fix: {summary: 'Keep it in settings, which every session reads.', edits: [], command: 'wizard --store settings'},
			},
		];
	},
};

/** The extension brings a copy of its own; inside the editor's terminal it says its name. */
function usesEditor({claude, facts}: Situation): boolean {
	const copies = claude.chosen === null ? claude.others : [claude.chosen, ...claude.others];
	return copies.some(({reach}) => reach === 'private') || facts.some(isEditors);
}

function isEditors(fact: Fact): boolean {
	return fact.place === 'editor-settings' && fact.kind === 'variable';
}

function reachesAll({place, origin}: VariableFact): boolean {
	if (place === 'shell' || place === 'parent-process' || place === 'env-file') return false;
	return origin.from !== 'startup-file' || origin.when === 'always';
}
