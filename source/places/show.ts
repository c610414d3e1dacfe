import {mask, Secret} from '../credentials/secret.ts';
import type {Fact} from './fact.ts';
import {isSecretVariable} from './variables.ts';

/** A value as a fact holds it: the text behind a Secret, and what may be printed of it. */
export function held(variable: string, text: string): {readonly value: Secret; readonly shown: string} {
	return {value: new Secret(text), shown: showValue(variable, text)};
}

/** What may be printed of a variable's value. Addresses are shown without user info and key-like parts; secrets are masked. */
export function showValue(variable: string, text: string): string {
	if (variable === 'ANTHROPIC_CUSTOM_HEADERS') return showHeaders(text);
	if (namesSecret(variable) || looksSecret(text.trim())) return mask(text);
	return clip(printable(maskParts(text)));
}

/** Is it a text that others must not read? */
export function isSecretValue(variable: string, text: string): boolean {
	return text.trim() !== '' && (namesSecret(variable) || looksSecret(text.trim()));
}

/** The same of a fact, without taking its secret out: a text that looks like one is shown exactly as its mask. */
export function holdsSecret({variable, value, shown}: Pick<Fact, 'variable' | 'value' | 'shown'>): boolean {
	return value !== null && value.length > 0 && (namesSecret(variable) || shown === `${value}`);
}

function namesSecret(variable: string): boolean {
	return isSecretVariable(variable) || secretNames.test(variable);
}

/** Names and values of custom headers: the names tell everything, the values may be keys. */
function showHeaders(text: string): string {
	return clip(
		text
			.split(/\r\n|\n|\r/)
			.map(line => {
				const colon = line.indexOf(':');
				return colon === -1 ? mask(line) : `${printable(line.slice(0, colon))}: ${mask(line.slice(colon + 1))}`;
			})
			.join(' ⏎ '),
	);
}

export const secretNames = /(?:KEY|TOKEN|SECRET|PASSWORD|PASSPHRASE)$/i;
const keyShapes =
	/^(?:sk-|sk_|pk-|cr_|vck_|fw_|gsk_|xai-|hf_|nvapi-|AIza|ya29\.|pplx-|tgp_|csk-|r8_|ghp_|gho_|github_pat_|glpat-|AKIA|ASIA|ABSK|bedrock-api-key-|dapi|eyJ|tp-|rqsty-|bce-v3\/|[0-9a-f]{32}\.[A-Za-z0-9]{16}$)/;

export function looksSecret(text: string): boolean {
	return keyShapes.test(text) || (/^[A-Za-z0-9_\-+=]{32,}$/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text));
}

/** In addresses and commands: user info, and any word with the shape of a key. */
function maskParts(text: string): string {
	return text
		.replace(/(\/\/)[^/@\s]*@/g, '$1••••@')
		.replace(/[^\s'"=&?/:,;\u0080-\uFFFF]{12,}/g, word => (looksSecret(word) ? mask(word) : word));
}

/** A command as it is shown before someone agrees to run it: nothing of it is cut off, only key-like words are masked. */
export function showWhole(text: string): string {
	return printable(maskParts(text));
}

/** Control characters, line breaks and invisible marks would let a value rewrite the screen. */
export function printable(text: string): string {
	return text.replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, '�');
}

function clip(text: string): string {
	return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
