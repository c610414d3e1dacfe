import {mask} from '../../credentials/secret.ts';

/** The beginnings of keys and tokens; what follows one of them is a secret, however short. */
const keyed =
	/(?<![A-Za-z0-9])(?:sk-|sk_|pk-|cr_|vck_|fw_|gsk_|xai-|hf_|nvapi-|AIza|ya29\.|pplx-|tgp_|csk-|r8_|gh[a-z]_|github_pat_|glpat-|AKIA|ASIA|ABSK|bedrock-api-key-|dapi|eyJ|tp-|rqsty-|bce-v3\/|la_sk_|cfat_|cfut_)[A-Za-z0-9_\-+./=]{6,}/g;

/** What stands after the name of a credential header, a scheme or a variable, whatever it looks like. */
const named =
	/((?:bearer|basic)\s+|(?:x-(?:litellm-)?api-key|authorization|api[-_ ]?key|auth[-_ ]?token|token|password|secret)["'` ]*[:=]\s*["'`]?(?:bearer\s+)?)([^\s"'`,;)}\]]{8,})/gi;

/** Long words of letters and digits, as keys without a known beginning are. Names of models have hyphens and stay readable. */
const random = /(?<![A-Za-z0-9-])(?=[A-Za-z0-9_+/=]*\d)(?=[A-Za-z0-9_+/=]*[A-Za-z])[A-Za-z0-9_+/=]{20,}(?![A-Za-z0-9-])/g;

/** A line of somebody's log as it may be shown in public: secrets masked, control characters gone, cut to a readable length. */
export function quote(line: string, longest = 200): string {
	const plain = line
		.replace(/\u001B(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?)/g, '')
		.replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g, ' ')
		.trim();
	const safe = plain
		.replace(/(\/\/)[^/@\s]*@/g, '$1••••@')
		.replace(keyed, word => mask(word))
		.replace(named, (_, before: string, value: string) => before + (value.includes('…') || value.includes('•') ? value : mask(value)))
		.replace(random, word => mask(word));
	return safe.length > longest ? `${safe.slice(0, longest - 1)}…` : safe;
}
