import {mask} from '../credentials/secret.ts';
import {showValue} from '../places/show.ts';
import {isSecretVariable} from '../places/variables.ts';

/**
 * A fault of the program itself, as one sentence. The error's own message is left out, since it may quote what was being read
 * (JSON.parse does) and so a part of a secret that has no recognisable shape; only the name, the system's code are safe.
 * WIZARD_DEBUG=1 adds message and stack with everything that can be recognised as a secret masked.
 */
export function describeCrash(
	error: unknown,
	variables: Readonly<Record<string, string>>,
): {readonly message: string; readonly hint: string} {
	const name = error instanceof Error ? error.name : typeof error;
	const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
	const message = `Something went wrong in the wizard itself (${showValue('', name + code)}); what you asked for was not finished.`;
	if (variables['WIZARD_DEBUG'] !== '1') return {message, hint: 'Run it again with WIZARD_DEBUG=1 for the details that a report needs.'};
	return {message, hint: details(error, variables)};
}

function details(error: unknown, variables: Readonly<Record<string, string>>): string {
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return withoutSecrets(error instanceof SyntaxError ? text.replace(/"[^\n]*"/, '"…"') : text, variables)
		.split('\n')
		.map(line => showValue('', line))
		.join('\n');
}

function withoutSecrets(text: string, variables: Readonly<Record<string, string>>): string {
	let clean = text;
	for (const [name, value] of Object.entries(variables))
		if (isSecretVariable(name) && value.length > 3) clean = clean.replaceAll(value, mask(value));
	return clean;
}
