import {rulesFor} from './rules.ts';
import {basisFor} from './versions.ts';

/**
 * Variables that an empty entry of settings does not cancel in this version. An empty token goes out in the place of the other, in
 * terminals too that have none; 2.0.77 takes the shell's CLAUDE_CODE_OAUTH_TOKEN all the same (2.1.100 and later do not).
 */
export function notCancelled(version: string | null): readonly string[] {
	const {basis, emptyToken} = rulesFor(basisFor(version));
	return [
		...(emptyToken === 'goes-out-empty' ? ['ANTHROPIC_AUTH_TOKEN'] : []),
		...(basis.rulesOf === '2.0.77' ? ['CLAUDE_CODE_OAUTH_TOKEN'] : []),
	];
}
