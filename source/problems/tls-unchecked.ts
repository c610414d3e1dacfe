import {inForce, valueInForce} from './in-force.ts';
import type {Problem} from './problem.ts';

/** Certificates are not checked at all, in claude and in every program that it starts. Often set once to get past a company proxy. */
export const tlsUnchecked: Problem = {
	id: 'tls-unchecked',
	diagnose({headless}) {
		const fact = inForce(headless, 'NODE_TLS_REJECT_UNAUTHORIZED');
		// Node looks for "0" and nothing else; 2.1.197 takes "false" for it too.
		if (fact === null || !/^(?:0|false)$/.test(valueInForce(headless, fact.variable))) return [];
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
					command: 'unset NODE_TLS_REJECT_UNAUTHORIZED',
				},
			},
		];
	},
};
