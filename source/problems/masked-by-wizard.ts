import type {Fact} from '../places/fact.ts';
import {showDay} from '../places/show-day.ts';
import type {Edit} from '../plan/edit.ts';
import type {Mask} from '../plan/masks.ts';
import {credentialSource} from './credential-source.ts';
import type {Problem, Situation} from './problem.ts';

/**
 * An empty entry that the wizard wrote cancels a value. It was written because the value came from where no edit reaches; one that
 * stands in a startup file now was put there later, and silently does nothing. What a shell merely still has is as it should be.
 */
export const maskedByWizard: Problem = {
	id: 'masked-by-wizard',
	diagnose(situation) {
		const met = situation.masks
			.map(mask => ({mask, values: valuesOf(mask.fact.variable, situation)}))
			.filter(({mask, values}) => values.some(fact => isLater(fact, mask, situation)));
		const [first] = met;
		if (first === undefined) return [];
		const {variable, file} = first.mask.fact;
		const alone = !situation.headless.request.sends && situation.headless.request.because === 'no-credential';
		const restores = alone && met.some(({mask}) => credentialSource(mask.fact) !== 'other');
		return [
			{
				id: 'masked-by-wizard',
				severity: restores ? 'error' : 'warning',
				title: `${variable} was masked by the wizard on ${showDay(first.mask.at)}`,
				why: 'An empty entry in settings cancels the value wherever it is exported, as was asked for then. A startup file sets it again, and that does nothing.',
				evidence: met.flatMap(({mask, values}) => [mask.fact, ...values]),
				fix: {
					summary: restores
						? 'Take the empty entry out: nothing else is left to send.'
						: 'Leave it so, or take back what was done then, if the export is meant.',
					edits: restores ? met.map(({mask}) => removal(mask.fact)).filter(edit => edit !== null) : [],
					command: restores ? 'wizard --repair' : file === null ? null : `wizard undo ${first.mask.id}`,
				},
			},
		];
	},
};

function removal({file, variable}: Fact): Edit | null {
	const answers = {to: 'finding', id: 'masked-by-wizard'} as const;
	return file === null ? null : {kind: 'remove-setting', file, path: ['env', variable], summary: `Remove the empty ${variable}`, answers};
}

/** The file was written to after the mask was: by somebody else, since one apply takes seconds. What an administrator exports was there before. */
function isLater({file}: Fact, mask: Mask, {keyFiles}: Situation): boolean {
	const changedAt = keyFiles.find(known => known.file === file)?.changedAt ?? 0;
	return file !== null && !file.startsWith('/etc/') && changedAt > mask.at + minute;
}

const minute = 60_000;

/** Where the value stands that is cancelled: this shell, and files that a shell reads. */
function valuesOf(variable: string, {facts}: Situation): readonly Fact[] {
	return facts.filter(
		fact =>
			fact.kind === 'variable' &&
			fact.variable === variable &&
			fact.state === 'text' &&
			(fact.place === 'shell' || fact.place === 'startup-file' || fact.place === 'fish-universal'),
	);
}
