import {endpointOf} from './endpoint.ts';
import type {Problem} from './problem.ts';

/**
 * With a gateway set up, the first-run screens may still ask api.anthropic.com whether it can be reached, and stop where it cannot.
 * `claude -p` has no such screens.
 */
export const onboardingCheck: Problem = {
	id: 'onboarding-check',
	diagnose({facts, headless, interactive}) {
		const endpoint = endpointOf(headless.request);
		if (endpoint === null || endpoint.kind === 'anthropic') return [];
		if (interactive.request.sends || interactive.request.because !== 'first-run') return [];
		const whole = facts.find(fact => fact.kind === 'file' && fact.place === 'global-config');
		const answer = facts.find(fact => fact.kind === 'state' && fact.variable === 'hasCompletedOnboarding');
		const base = headless.judged.filter(({fact, wins}) => wins && fact.variable === 'ANTHROPIC_BASE_URL').map(({fact}) => fact);
		const file = whole?.state === 'text' || whole?.state === 'absent' ? whole.file : null;
		return [
			{
				id: 'onboarding-check',
				severity: 'warning',
				title: 'The first interactive start stops at welcome screens',
				why: `They come before any gateway is used and may want to reach api.anthropic.com. Where that is blocked, claude says "Unable to connect to Anthropic services", although ${endpoint.host} is fine.`,
				evidence: [...base, ...(answer === undefined ? [] : [answer])],
				fix: {
					summary: 'Record in .claude.json that the first-run screens were seen.',
					edits:
						file === null
							? []
							: [
									{
										kind: 'set-onboarding',
										file,
										completed: true,
										summary: 'Skip the first-run screens',
										answers: {to: 'finding', id: 'onboarding-check'},
									},
								],
					command: 'wizard --repair',
				},
			},
		];
	},
};
