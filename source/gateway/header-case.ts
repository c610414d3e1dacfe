import type {Known} from './readers/read-by.ts';

/**
 * What stands in the two credential headers that everybody reads. `both-login` is what Claude Desktop's third-party tab sends, and
 * what makes a good gateway key fail at LiteLLM (BerriAI/litellm#29190).
 */
export type HeaderCase =
	| 'none'
	| 'bearer-only'
	| 'x-api-key-only'
	/** A login's token as Bearer, another credential as x-api-key. */
	| 'both-login'
	/** Two different keys. */
	| 'both-keys'
	/** One value in both, as an apiKeyHelper of Claude Code fills them. */
	| 'both-same'
	/** Neither of the two, but a header of some gateway's own. */
	| 'other-header';

export function headerCase(sent: readonly Known[]): HeaderCase {
	const filled = sent.filter(({header}) => header.value.length > 0);
	const authorization = filled.find(({header}) => header.name === 'authorization');
	const key = filled.find(({header}) => header.name === 'x-api-key');
	if (authorization === undefined) return key === undefined ? (filled.length === 0 ? 'none' : 'other-header') : 'x-api-key-only';
	if (key === undefined) return 'bearer-only';
	if (authorization.header.value.equals(key.header.value)) return 'both-same';
	return authorization.nature.login ? 'both-login' : 'both-keys';
}
