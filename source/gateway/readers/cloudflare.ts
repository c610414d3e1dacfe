import {bearer, header, type Reader} from './reader.ts';

/** Its own token travels in a third header beside the key for the model behind it, or as Bearer where the model's key is stored there. */
export const cloudflare: Reader = {
	id: 'cloudflare-ai-gateway',
	label: 'Cloudflare',
	order: [header('cf-aig-authorization'), bearer],
	among: 'any',
	guard: 'if-set',
	keys: {kind: 'own', owner: 'Cloudflare'},
	refusal: {missing: '401 code 10000, Authentication error', unknown: '401 code 10000, Authentication error'},
	evidence:
		'developers.cloudflare.com/ai-gateway/integrations/coding-agents/claude-code; anomalyco/opencode#32051, cloudflare/cloudflare-docs#31839',
};
