import {recognise} from '../credentials/shapes.ts';
import {type Credential, readCredential} from './credential.ts';

/** A header that carries a credential, under whatever name: the two of Claude Code, and those that gateways have of their own. */
export type CredentialHeader = Credential & {
	/** In lower case. */
	readonly name: string;
	/** How often the request has it; the first counts. */
	readonly times: number;
};

/** Every header that carries a credential, by its name or by the shape of its value, the two that everybody reads first. */
export function credentialHeaders(headers: NodeJS.Dict<string[]>): readonly CredentialHeader[] {
	return Object.entries(headers)
		.flatMap(([name, values = []]) => {
			const [text = ''] = values;
			return isCredential(name, text) ? [{name, times: values.length, ...readCredential(text)}] : [];
		})
		.sort((one, other) => rank(one.name) - rank(other.name) || (one.name < other.name ? -1 : 1));
}

/** x-litellm-api-key, api-key (Azure), x-goog-api-key, cf-aig-authorization, Helicone-Auth, openai-api-key, Ocp-Apim-Subscription-Key … */
const named = /(?:^|-)(?:api-?key|authorization|auth|token|secret|subscription-key|cookie)$/;

function isCredential(name: string, text: string): boolean {
	return named.test(name) || (recognise(text.replace(/^\S+\s+/, ''))?.shape.certain ?? false);
}

function rank(name: string): number {
	const at = ['authorization', 'x-api-key'].indexOf(name);
	return at === -1 ? 2 : at;
}
