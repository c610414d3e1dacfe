import type {Secret} from '../credentials/secret.ts';
import type {Described} from '../setups/described.ts';
import type {Context} from './command.ts';
import type {GivenOptions} from './options.ts';
import {referencedSecret} from './referenced-secret.ts';

export type Secrets =
	| {readonly ok: true; readonly secret: Secret | null; readonly variables: Readonly<Record<string, string>>}
	| {readonly ok: false; readonly message: string; readonly hint?: string};

/** The secrets that a described setup names. Those of headers come the way `--header-env` has them: by a variable that only this call sees. */
export async function secretsOf(
	{secret, secretHeaders}: Described,
	folder: string,
	{machine, err}: Context,
	given: Secret | null = null,
): Promise<Secrets> {
	let main = given;
	if (main === null && secret !== null) {
		const found = await referencedSecret(secret, folder, machine);
		if (found.state === 'wrong') return {ok: false, message: found.message, ...(found.hint === undefined ? {} : {hint: found.hint})};
		if (found.trimmed) err('wizard: white space around the secret was removed.');
		main = found.secret;
	}
	const variables: Record<string, string> = {};
	for (const [index, header] of secretHeaders.entries()) {
		const found = await referencedSecret(header.secret, folder, machine);
		if (found.state === 'wrong') return {ok: false, message: `${header.name}: ${found.message}`};
		variables[headerVariable(index)] = found.secret.reveal();
	}
	return {ok: true, secret: main, variables};
}

function headerVariable(index: number): string {
	return `WIZARD_HEADER_${index}`;
}

/** A described setup as the options that say the same. */
export function asOptions(described: Described): GivenOptions {
	const {credential, provider, baseUrl, auth, model, models, headers, secretHeaders, store, shell, secret} = described;
	return {
		credential,
		store,
		header: headers.map(({name, value}) => `${name}: ${value}`),
		'header-env': secretHeaders.map(({name}, index) => `${name}=${headerVariable(index)}`),
		...(provider === null ? {} : {provider}),
		...(baseUrl === null ? {} : {'base-url': baseUrl}),
		...(auth === null ? {} : {auth}),
		...(model === null ? {} : {model}),
		...(models.length === 0 ? {} : {'model-for': models.map(({size, name}) => `${size}=${name}`)}),
		...(shell === null ? {} : {shell}),
		// A command that prints the secret is itself what the helper store keeps.
		...(secret?.from === 'command' ? {'secret-command': secret.command} : {}),
	};
}
