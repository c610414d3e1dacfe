import {basisFor} from '../request/versions.ts';
import {inForce, valueInForce} from './in-force.ts';
import type {Problem} from './problem.ts';
import {unset} from './unset.ts';

/** Certificates are not checked at all, in claude and in every program that it starts. Often set once to get past a company proxy. */
export const tlsUnchecked: Problem = {
	id: 'tls-unchecked',
	diagnose({headless, claude}) {
		const fact = inForce(headless, 'NODE_TLS_REJECT_UNAUTHORIZED');
		// "0" and nothing else counts, but for 2.1.197, which took "false" for it too.
		const off = basisFor(claude.chosen?.version ?? null).rulesOf === '2.1.197' ? /^(?:0|false)$/ : /^0$/;
		if (fact === null || !off.test(valueInForce(headless, fact.variable))) return [];
		return [
			{
				id: 'tls-unchecked',
				severity: 'warning',
				title: 'Nobody checks whom the credential is sent to',
				why: 'NODE_TLS_REJECT_UNAUTHORIZED=0 makes claude take every certificate, so whoever stands between can read the key and the prompts.',
				evidence: [fact],
				fix: {
					// Taken out unasked it may cut off the only way there is.
					summary: 'Remove it. Where a company re-signs connections, name its certificate in NODE_EXTRA_CA_CERTS instead.',
					edits: [],
					command: unset(fact),
				},
			},
		];
	},
};
