import {betterAddresses, knownHost} from '../providers/known-hosts.ts';
import {addressInForce, doubledPart} from './base-address.ts';
import {isOpenaiPath} from './openai-host.ts';
import type {Problem} from './problem.ts';
import {setVariable} from './set-variable.ts';

/** The host is one we know, and its Messages endpoint is below another path than the one that is set. */
export const baseUrlPath: Problem = {
	id: 'base-url-path',
	diagnose({facts, headless, interactive}) {
		const base = addressInForce(headless, interactive);
		if (base === null || isOpenaiPath(base.address)) return [];
		const better = betterAddresses(base.address);
		const shorter = doubledPart(base.address)?.shorter ?? null;
		// Without its /v1 it is right: base-url-dup-v1 says so.
		if (shorter !== null && betterAddresses(shorter) === null) return [];
		const [first] = better ?? [];
		if (better === null || first === undefined) return [];
		const {maker = '', paths = []} = knownHost(base.address) ?? {};
		return [
			{
				id: 'base-url-path',
				severity: 'error',
				title: `${new URL(base.address).hostname} answers Claude Code below another path`,
				why: `${maker} documents ${paths[0] === '' ? 'its root' : paths.join(' or ')} as the address for Anthropic clients. Elsewhere it answers 404, which claude shows as a problem with the model.`,
				evidence: [base.fact],
				fix: {
					summary: `Set ${base.fact.variable} to ${better.join(' or ')}.`,
					// One documented path is the answer; of several each is another plan with another bill.
					edits: better.length === 1 || maker === 'Alibaba' ? setVariable('base-url-path', base.fact, first, facts) : [],
					command: 'wizard --repair',
				},
			},
		];
	},
};
