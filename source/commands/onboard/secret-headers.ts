import {Secret} from '../../credentials/secret.ts';
import type {Provider} from '../../providers/provider.ts';
import type {Setup} from '../../setups/setup.ts';
import type {StoreName} from '../../stores/store.ts';

export type SecretHeaders =
	| {readonly ok: true; readonly headers: Setup['secretHeaders']}
	| {readonly ok: false; readonly message: string; readonly hint: string};

/** What --header-env names, each value taken from its variable. Only settings can keep them: every other store keeps one secret. */
export function secretHeaders(
	given: readonly string[],
	variables: Readonly<Record<string, string>>,
	store: StoreName,
	provider: Provider | null = null,
): SecretHeaders {
	if (given.length > 0 && store !== 'settings') return wrong('Only settings can keep a header whose value is secret.', '--store settings');
	const headers: {name: string; secret: Secret}[] = [];
	for (const text of given) {
		const [, name, variable] = /^([!#$%&'*+.^_`|~\w-]+)=([A-Za-z_]\w*)$/.exec(text) ?? [];
		if (name === undefined || variable === undefined)
			return wrong("--header-env has the form 'Name=VARIABLE'.", "--header-env 'X-Team-Key=TEAM_KEY'");
		const value = variables[variable]?.trim() ?? '';
		if (value === '')
			return wrong(
				`The variable ${variable} is empty or not set, so the header ${name} has no value.`,
				`Set it in this shell first: ${variable}`,
			);
		if (/[^\x20-\x7E]/.test(value))
			return wrong(`The value of ${variable} has characters that no header can carry.`, 'Copy it again, as one line.');
		// Some endpoints want a word in front of it; whoever wrote it along has it once all the same.
		const before = provider?.headers.find(known => known.name.toLowerCase() === name.toLowerCase())?.value.before ?? '';
		headers.push({name, secret: new Secret(value.startsWith(before) ? value : `${before}${value}`)});
	}
	return {ok: true, headers};
}

function wrong(message: string, hint: string): SecretHeaders {
	return {ok: false, message, hint};
}
