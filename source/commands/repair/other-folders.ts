import type {Machine} from '../../machine/machine.ts';
import type {Fact} from '../../places/fact.ts';
import {look} from '../../places/look.ts';
import {findRoots, pathOf} from '../../places/roots.ts';
import type {Edit} from '../../plan/edit.ts';
import type {Situation} from '../../problems/problem.ts';
import {settingsInvalid} from '../../problems/settings-invalid.ts';
import type {Answers} from '../onboard/answers.ts';
import {setupErrand} from '../onboard/setup-errand.ts';
import type {GivenOptions} from '../options.ts';
import {tilde} from '../tilde.ts';

const mover = 'CLAUDE_CONFIG_DIR';

/**
 * CLAUDE_CONFIG_DIR of this terminal and of those that are opened now may name two folders, and claude reads its settings in one alone
 * (measured on 2.1.329: "Not logged in" in the other). The same is then done in the folder that this terminal does not see.
 */
export async function inOtherFolders(
	answers: Answers,
	situation: Situation,
	machine: Machine,
	options: GivenOptions,
): Promise<readonly Edit[]> {
	const edits: Edit[] = [];
	for (const folder of foldersOfNewTerminals(situation.facts)) {
		const {[mover]: here, ...others} = machine.environment.variables;
		if (folder === (here ?? null)) continue;
		const variables = folder === null ? others : {...others, [mover]: folder};
		const there: Machine = {...machine, environment: {...machine.environment, variables}};
		const {config, globalConfig} = findRoots(there);
		if (config === findRoots(machine).config) continue;
		const facts = await look(there);
		const errand = await setupErrand(answers, facts, there, options, situation.claude.chosen?.version ?? null);
		if (errand.state === 'refused') continue;
		const files = [pathOf(machine.environment).join(config, 'settings.json'), globalConfig];
		const where = tilde(config, machine.environment.home);
		// A file that claude cannot read there would take nothing of it.
		const mends = settingsInvalid.diagnose({...situation, facts}).flatMap(({fix}) => fix.edits);
		for (const edit of [...mends, ...errand.edits])
			if ('file' in edit && files.includes(edit.file))
				edits.push({...edit, summary: `${edit.summary}, for new terminals: claude's folder is ${where} there`});
	}
	return edits;
}

/** As the startup files say; null is claude's usual one, where they say nothing. */
function foldersOfNewTerminals(facts: readonly Fact[]): readonly (string | null)[] {
	const said = facts.filter(({kind, place, variable, state}) => {
		return kind === 'variable' && place === 'startup-file' && variable === mover && state === 'text';
	});
	if (said.length === 0) return [null];
	return [...new Set(said.flatMap(({value}) => value?.reveal() ?? []))];
}
