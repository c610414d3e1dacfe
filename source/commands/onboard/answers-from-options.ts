import type {CredentialKind} from '../../credentials/competing.ts';
import {credentialOf} from '../../credentials/index.ts';
import type {Secret} from '../../credentials/secret.ts';
import type {Directory} from '../../providers/directory.ts';
import {builtIn} from '../../providers/index.ts';
import {modelFor} from '../../providers/model-variables.ts';
import type {Provider} from '../../providers/provider.ts';
import {traps} from '../../providers/traps.ts';
import type {GivenOptions} from '../options.ts';
import {plainHeaders} from '../plain-headers.ts';
import {type Answers, noAnswers} from './answers.ts';
import {missingHeader} from './given-headers.ts';
import {modelsFor} from './models-for.ts';
import {namedProvider} from './named-provider.ts';
import {providerAddress} from './provider-address.ts';
import {providerOfAddress} from './provider-of-address.ts';
import {recogniseSecret} from './recognise-secret.ts';
import {secretHeaders} from './secret-headers.ts';

export type FromOptions =
	| {readonly ok: true; readonly answers: Answers; readonly notes: readonly string[]}
	| {readonly ok: false; readonly message: string; readonly hint: string};

/** The answers that the questions would have given. */
export function answersFrom(
	options: GivenOptions,
	secret: Secret | null,
	variables: Readonly<Record<string, string>>,
	directory: Directory = builtIn,
): FromOptions {
	const named = options.provider === undefined ? null : namedProvider(options.provider, directory);
	if (named?.ok === false) return named;
	const credential =
		options.credential ?? (options['base-url'] !== undefined || named !== null ? credentialFor(named?.provider ?? null) : null);
	if (credential === null) return wrong('Which credential is it for?', '--credential console-key, subscription, router-key or proxy-key');
	const asked = credentialOf(credential).address === 'asked';
	const address = providerAddress(credential, options['base-url'], named?.provider ?? null);
	if (!address.ok) return address;
	const provider = named?.provider ?? (address.url === null ? null : providerOfAddress(address.url, directory));
	const models = modelsFor(options['model-for'] ?? []);
	if (!models.ok) return models;
	const headers = plainHeaders(options.header ?? []);
	if (!headers.ok) return headers;
	const hidden = secretHeaders(options['header-env'] ?? [], variables, options.store ?? 'settings', provider);
	if (!hidden.ok) return hidden;
	const missing = asked ? missingHeader(named?.provider ?? null, options.header ?? [], hidden.headers) : null;
	if (missing !== null) return wrong(missing.message, missing.hint);
	const standIn = provider?.key.standIn ?? null;
	if (secret === null && standIn === null && credential !== 'subscription' && options.store !== 'none' && !('secret-command' in options))
		return wrong('There is no secret yet.', '--secret-stdin, --secret-env NAME or --secret-command CMD');
	return {
		ok: true,
		answers: {
			...noAnswers,
			holds: credential,
			credential,
			provider,
			baseUrl: address.url,
			auth: options.auth ?? provider?.auth ?? 'bearer',
			secret,
			token: credential === 'subscription' && secret !== null ? 'token' : 'login',
			model: options.model ?? null,
			models: models.models,
			headers: options.header ?? [],
			secretHeaders: hidden.headers,
			store: options.store ?? 'settings',
		},
		notes: [
			...notesOn(secret),
			...(address.url === null ? [] : trapNotes(address.url, secret, directory)),
			...modelNotes(provider, asked, options.model ?? null),
		],
	};
}

function wrong(message: string, hint: string): Extract<FromOptions, {ok: false}> {
	return {ok: false, message, hint};
}

function credentialFor(provider: Provider | null): CredentialKind {
	if (provider?.kind !== 'first-party') return 'router-key';
	return provider.auth === 'bearer' ? 'subscription' : 'console-key';
}

function notesOn(secret: Secret | null): readonly string[] {
	const found = secret === null ? null : recogniseSecret(secret);
	return found?.cutOff ? [`This is ${found.shape.meaning}, and it looks cut off: the whole one is longer.`] : [];
}

/** Told, and not refused: whoever gives options may know better. */
function trapNotes(address: string, secret: Secret | null, directory: Directory): readonly string[] {
	const found = traps(address, secret === null ? null : recogniseSecret(secret), directory);
	// Without a secret at hand nothing is known of its shape.
	return found
		.filter(({weight, kind}) => weight !== 'note' && !(secret === null && kind === 'unlike-its-keys'))
		.map(({says, better}) => (better === null || says.includes(better) ? says : `${says} Most likely meant: ${better}`));
}

function modelNotes(provider: Provider | null, asked: boolean, model: string | null): readonly string[] {
	return asked && provider?.model.needed && modelFor(provider, model) === null
		? [`claude's own model names mean nothing to ${provider.label}: name one with --model.`]
		: [];
}
