import type {Fact} from '../places/fact.ts';
import {showDay} from '../places/show-day.ts';
import type {Edit} from '../plan/edit.ts';
import {credentialSource} from './credential-source.ts';
import type {Problem, Situation} from './problem.ts';

/**
 * An empty entry that the wizard wrote cancels a value. It was written because the value came from where no edit reaches; one that
 * stands in a startup file now was put there later, and silently does nothing. What a shell merely still has is as it should be, unless
 * nothing else is left to send.
 */
export const maskedByWizard: Problem = {
	id: 'masked-by-wizard',
	diagnose(situation) {
		const met = situation.masks
			.map(mask => ({mask, values: valuesOf(mask.fact.variable, situation)}))
			.filter(({values}) => values.length > 0);
		const [first] = met;
		if (first === undefined) return [];
		const {variable, file} = first.mask.fact;
		const alone = !situation.headless.request.sends && situation.headless.request.because === 'no-credential';
		const later = met.some(({values}) => values.some(isLater));
		const restores = alone && met.some(({mask}) => credentialSource(mask.fact) !== 'other');
		if (!later && !restores) return [];
		return [
			{
				id: 'masked-by-wizard',
				severity: restores ? 'error' : 'warning',
				title: `${variable} was masked by the wizard on ${showDay(first.mask.at)}`,
				why: `An empty entry in settings cancels the value wherever it is exported, as was asked for then.${later ? ' A startup file sets it again, and that does nothing.' : ' This shell still has it from its start, or from elsewhere.'}`,
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

/** What an administrator exports for all was there before, and is why there is a mask. */
function isLater({place, file}: Fact): boolean {
	return place !== 'shell' && file !== null && !file.startsWith('/etc/');
}

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
