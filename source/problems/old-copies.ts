import type {Fact, PlaceId} from '../places/fact.ts';
import {credentialSource, isActive, textOf} from './credential-source.ts';
import type {Problem, Situation} from './problem.ts';
import {removals} from './removal.ts';

/**
 * One credential variable has several values in places that count for the same user: what is left after a key was changed in one of
 * them. A project's own value and a translator's `.env` are meant to differ; what an open terminal still has goes with it.
 */
export const oldCopies: Problem = {
	id: 'old-copies',
	diagnose(situation) {
		return carriers
			.flatMap(variable => {
				const copies = situation.facts.filter(fact => fact.variable === variable && isCopy(fact));
				const used = copies.find(fact => fact === inForce(variable, situation)) ?? copies[0];
				const differ = copies.filter(fact => used !== undefined && fact.place !== 'shell' && !same(fact, used));
				if (used === undefined || differ.length === 0) return [];
				const proved = situation.live?.trial.ok === true && isSent(used, situation);
				return [{used, differ, proved, variable}];
			})
			.slice(0, 1)
			.map(({used, differ, proved, variable}) => ({
				id: 'old-copies',
				severity: 'warning',
				title: `${variable} has different values in different places`,
				why:
					used.place === 'shell'
						? 'One of them is mostly an older key that was left behind. Which one goes out depends on the terminal and on what started it, so claude works here and not there.'
						: 'One of them is mostly an older key that was left behind. Settings outrank every shell, so a newer key in a startup file does nothing for claude.',
				evidence: [used, ...differ],
				fix: {
					summary: proved
						? 'Remove the others: the live prompt has proved the one that is used.'
						: 'Keep the newest one only. With the key given, repair replaces every copy.',
					edits: proved ? removals('old-copies', differ) : [],
					command: proved ? 'wizard --repair' : 'wizard doctor --live',
				},
			}));
	},
};

const carriers = ['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'];
const places: readonly PlaceId[] = ['shell', 'startup-file', 'fish-universal', 'user-settings', 'global-config', 'system-environment'];

/** A computed value is not known, and an empty one is none. */
function isCopy(fact: Fact): boolean {
	return (
		fact.kind === 'variable' && fact.state === 'text' && fact.value !== null && places.includes(fact.place) && textOf(fact)?.trim() !== ''
	);
}

function inForce(variable: string, {headless, interactive}: Situation): Fact | undefined {
	const winner = (judged: typeof headless.judged) =>
		judged.find(({fact, wins}) => wins && fact.variable === variable && isActive(fact) && credentialSource(fact) !== 'other');
	return (winner(headless.judged) ?? winner(interactive.judged))?.fact;
}

function isSent(fact: Fact, {headless}: Situation): boolean {
	const {authorization, xApiKey} = headless.request;
	return authorization?.fact === fact || xApiKey?.fact === fact;
}

function same(one: Fact, other: Fact): boolean {
	return textOf(one)?.trim() === textOf(other)?.trim();
}
