import {recognise} from '../credentials/shapes.ts';
import type {Fact} from '../places/fact.ts';
import {textOf} from './credential-source.ts';
import type {Problem} from './problem.ts';

/** A subscription's token stands where another program takes its key from. It is for Claude Code alone, and elsewhere it is refused. */
export const oauthThirdParty: Problem = {
	id: 'oauth-third-party',
	diagnose(situation) {
		const strays = situation.facts.filter(fact => isOthers(fact) && recognise(textOf(fact)?.trim() ?? '')?.shape.id === 'anthropic-oat');
		if (strays.length === 0) return [];
		return [
			{
				id: 'oauth-third-party',
				severity: 'warning',
				title: `Another program is given the token of a subscription, in ${strays[0]?.variable}`,
				why: 'Anthropic takes such a token from Claude Code only, and answers others "restricted to Claude Code" or speaks of low credit. Whoever runs that program can use the subscription meanwhile.',
				evidence: strays,
				fix: {
					summary: 'Give the other program a Console key, and make a new token: this one has been around.',
					edits: [],
					command: 'claude setup-token',
				},
			},
		];
	},
};

/** Variables of other programs, files that only they read, and Claude Desktop's own keys. */
function isOthers({variable, place, state}: Fact): boolean {
	if (state !== 'text') return false;
	if (/^(?:OPENAI|OPENROUTER|LITELLM)_/.test(variable)) return true;
	if (place === 'desktop-settings') return /ApiKey$/.test(variable);
	return place === 'env-file' && (variable === 'ANTHROPIC_API_KEY' || variable === 'ANTHROPIC_AUTH_TOKEN');
}
