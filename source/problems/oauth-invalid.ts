import {recognise} from '../credentials/shapes.ts';
import {credentialSource, sentHeaders, textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import {moveTo} from './move-to.ts';
import type {Problem} from './problem.ts';

/**
 * A subscription's token that Anthropic does not take as it is sent. In ANTHROPIC_AUTH_TOKEN it goes out without the oauth beta header
 * (seen on 2.1.329), and the answer is "OAuth authentication is currently not supported".
 */
export const oauthInvalid: Problem = {
	id: 'oauth-invalid',
	symptomOf: ['malformed-key', 'wrong-header', 'oauth-expired', 'oauth-scope', 'env-overrides-login'],
	diagnose(situation) {
		const anthropic = endpointOf(situation.headless.request)?.kind === 'anthropic';
		const fact = sentHeaders(situation.headless).find(
			header =>
				header.scheme === 'Bearer' &&
				credentialSource(header.fact) === 'token' &&
				recognise(textOf(header.fact)?.trim() ?? '')?.shape.id === 'anthropic-oat',
		)?.fact;
		if (!anthropic || fact === undefined) return [];
		return [
			{
				id: 'oauth-invalid',
				severity: 'error',
				title: 'ANTHROPIC_AUTH_TOKEN holds a token of a subscription, which belongs in CLAUDE_CODE_OAUTH_TOKEN',
				why: 'Only there does Claude Code say with the request that it is such a token. Without that, Anthropic answers "OAuth authentication is currently not supported".',
				evidence: [fact],
				fix: {
					summary: 'Move it to CLAUDE_CODE_OAUTH_TOKEN, and unset ANTHROPIC_AUTH_TOKEN.',
					edits: moveTo('oauth-invalid', fact, 'CLAUDE_CODE_OAUTH_TOKEN', textOf(fact)?.trim() ?? '', situation),
					command: 'wizard --repair',
				},
			},
		];
	},
};
