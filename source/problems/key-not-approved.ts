import type {Fact} from '../places/fact.ts';
import {keyAnswer} from '../request/approval.ts';
import {approveKey} from './approve-key.ts';
import {credentialSource, textOf} from './credential-source.ts';
import type {Problem, Situation} from './problem.ts';

/**
 * An interactive session uses ANTHROPIC_API_KEY only after a question that has No as its default; a key refused once is never asked
 * about again. Where another credential goes out instead, the answer was probably meant.
 */
export const keyNotApproved: Problem = {
	id: 'key-not-approved',
	symptomOf: ['wrong-product-key', 'wrong-header', 'wrong-plan-or-region', 'placeholder-key', 'malformed-key', 'login-env-conflict'],
	diagnose(situation) {
		const {request} = situation.interactive;
		if (request.sends) return [];
		const answers = situation.facts.filter(fact => fact.kind === 'approval' && fact.answer === 'rejected' && matches(fact, situation));
		const declined = request.because === 'key-declined' || (request.because === 'first-run' && isLostAfterScreens(situation));
		if (!declined && request.because !== 'key-not-answered') return [];
		const [key] = keys(situation);
		const text = key === undefined ? null : textOf(key);
		return [
			{
				id: 'key-not-approved',
				severity: declined ? 'error' : 'warning',
				title: declined ? 'ANTHROPIC_API_KEY was declined for interactive sessions' : 'ANTHROPIC_API_KEY is not approved yet',
				why: declined
					? 'The question "Do you want to use this API key?" was answered No, which is its default. Since then an interactive session says "Not logged in", while claude -p works.'
					: 'The next interactive session asks "Do you want to use this API key?", and Enter means No. After that the key is ignored without another question.',
				evidence: [...keys(situation), ...answers],
				fix: {
					summary: declined ? 'Record the approval in .claude.json.' : 'Record the approval, or answer Yes when asked.',
					edits: text === null ? [] : approveKey('key-not-approved', text, situation),
					command: 'wizard --repair',
				},
			},
		];
	},
};

/** The first-run screens come before anything is sent, and a key that was declined is not asked about behind them either. */
function isLostAfterScreens(situation: Situation): boolean {
	const {facts, headless} = situation;
	const [key] = keys(situation);
	const text = key === undefined ? null : textOf(key);
	const goesAlone = headless.request.sends && headless.request.authorization === null;
	const login = facts.some(fact => fact.kind === 'login' && fact.state === 'text');
	return text !== null && goesAlone && !login && keyAnswer(text, facts) === 'declined';
}

function keys({headless}: Situation): readonly Fact[] {
	return headless.judged.filter(({fact, wins}) => wins && credentialSource(fact) === 'key').map(({fact}) => fact);
}

/** .claude.json keeps the last 20 characters of each key. */
function matches(answer: Fact, situation: Situation): boolean {
	const fragment = textOf(answer);
	return fragment !== null && keys(situation).some(key => textOf(key)?.trim().slice(-20) === fragment);
}
