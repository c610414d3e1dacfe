import type {Machine} from '../../machine/machine.ts';
import type {Fact} from '../../places/fact.ts';
import {findRoots} from '../../places/roots.ts';
import {hasItsModels} from '../../setups/has-its-models.ts';
import {setupEdits} from '../../setups/setup-edits.ts';
import {shellNamed} from '../../shells/index.ts';
import type {Wish} from '../../shells/wish.ts';
import {storeNamed} from '../../stores/index.ts';
import type {Errand} from '../errand.ts';
import type {GivenOptions} from '../options.ts';
import {storeRoots} from '../store-roots.ts';
import {putBehind} from '../translator/put-behind.ts';
import {type Answers, setupOf} from './answers.ts';
import {upstreamOf} from './chain/upstream-of.ts';
import {accountOf} from './which-store.ts';

export type SetupErrand =
	| (Errand & {
			readonly state: 'made';
			readonly wish: Wish;
			readonly openTerminals: readonly {readonly shell: string; readonly text: string}[];
	  })
	| {readonly state: 'refused'; readonly message: string; readonly hint: string | null};

/** What has to be done on this machine for these answers to be the only setup in force. */
export async function setupErrand(
	answers: Answers,
	facts: readonly Fact[],
	machine: Machine,
	{shell, 'secret-command': command}: Pick<GivenOptions, 'shell' | 'secret-command'> = {},
	/** Of the claude in use: older ones take an empty entry for a value. */
	version: string | null = null,
): Promise<SetupErrand> {
	const named = shell === undefined ? null : shellNamed(shell);
	if (shell !== undefined && named === null)
		return {state: 'refused', message: 'That shell is not known.', hint: 'wizard export --help lists them'};
	const own = answers.store === 'helper' ? (command ?? null) : null;
	const modelsNamed = answers.model !== null || answers.models.length > 0;
	const keepModels = !modelsNamed && answers.store !== 'shell' && answers.store !== 'none' && hasItsModels(answers, facts);
	const made = setupEdits(setupOf(answers, keepModels ? 'keep-models' : 'name-models'), storeNamed(answers.store), {
		facts,
		roots: findRoots(machine),
		stores: await storeRoots(machine, {shell: named, command: own, account: accountOf(answers)}),
		maskOnly: answers.maskOnly,
		keepModels,
		version,
	});
	if (made.state === 'refused') return {state: 'refused', message: sentence(made.why), hint: made.hint};
	const {translator} = answers;
	const upstream = upstreamOf(answers);
	const behind = translator === null || upstream === null ? null : putBehind(translator.found, upstream);
	if (behind !== null && 'state' in behind) return behind;
	// What stands in the translator's own file is the translator's, and nobody's rival.
	const edits = made.edits.filter(edit => !('file' in edit && edit.file === translator?.found.file));
	return {
		state: 'made',
		edits: behind === null ? edits : [behind, ...edits],
		wish: made.wish,
		unplannable: 'stop',
		openTerminals: made.openTerminals,
	};
}

function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
