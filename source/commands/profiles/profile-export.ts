import type {Secret} from '../../credentials/secret.ts';
import type {Form} from '../../shells/snippet.ts';
import type {Context} from '../command.ts';
import {asOptions, secretsOf} from '../described-options.ts';
import {type GivenOptions, setupOptions} from '../options.ts';
import {chosenProfile} from './chosen-profile.ts';

export type ToExport =
	| {readonly ok: true; readonly options: GivenOptions; readonly secret: Secret | null; readonly token: boolean}
	| {readonly ok: false; readonly code: 2 | 3 | 130; readonly message: string; readonly hint: string | null};

/** A profile as the options of an export. Its secret is read for `--form literal` alone, which nobody gets without asking for it. */
export async function profileExport(name: string, given: GivenOptions, form: Form, context: Context): Promise<ToExport> {
	const twice = setupOptions.find(option => given[option] !== undefined);
	if (twice !== undefined) return wrong(2, `A profile says by itself what --${twice} says.`, 'Leave one of them out.');
	const chosen = await chosenProfile(name, undefined, context);
	if (chosen.state === 'wrong') return wrong(chosen.code, chosen.message, chosen.hint);
	const {described} = chosen.profile;
	const [header] = described.secretHeaders;
	if (header !== undefined)
		return wrong(
			3,
			`The profile ${name} also has a secret in the header ${header.name}, and a snippet carries one secret.`,
			`To start something with both: wizard run ${name} -- COMMAND`,
		);
	const {'secret-command': _, ...options} = asOptions(described);
	const asked = {...given, ...options};
	if (form !== 'literal') return {ok: true, options: asked, secret: null, token: described.secret !== null};
	const secrets = await secretsOf(described, context.machine.environment.home, context);
	if (!secrets.ok) return wrong(2, secrets.message, secrets.hint ?? null);
	return {ok: true, options: asked, secret: secrets.secret, token: secrets.secret !== null};
}

function wrong(code: 2 | 3 | 130, message: string, hint: string | null): ToExport {
	return {ok: false, code, message, hint};
}
