import type {AuthHeader} from '../../credentials/competing.ts';
import {credentialOf} from '../../credentials/index.ts';
import type {Secret} from '../../credentials/secret.ts';
import {providerNamed, providers} from '../../providers/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {judgeAddress} from '../../setups/secret-rules.ts';
import {plainHeaders} from '../export-wish.ts';
import {nearest} from '../nearest.ts';
import type {GivenOptions} from '../options.ts';
import {type Answers, noAnswers} from './answers.ts';
import {recogniseSecret} from './recognise-secret.ts';
import {secretHeaders} from './secret-headers.ts';

export type FromOptions =
	| {readonly ok: true; readonly answers: Answers; readonly notes: readonly string[]}
	| {readonly ok: false; readonly message: string; readonly hint: string};

/** The answers that the questions would have given. */
export function answersFrom(options: GivenOptions, secret: Secret | null, variables: Readonly<Record<string, string>>): FromOptions {
	const provider = options.provider === undefined ? null : providerNamed(options.provider);
	if (options.provider !== undefined && provider === null) return unknownProvider(options.provider);
	const credential = options.credential ?? (options['base-url'] !== undefined || provider !== null ? credentialFor(provider) : null);
	if (credential === null) return wrong('Which credential is it for?', '--credential console-key, subscription, router-key or proxy-key');
	const asked = credentialOf(credential).address === 'asked';
	const address = addressFor(asked, options['base-url'], provider, credential);
	if (!address.ok) return address;
	const headers = plainHeaders(options.header ?? []);
	if (!headers.ok) return wrong(headers.message, headers.hint ?? '');
	const hidden = secretHeaders(options['header-env'] ?? [], variables, options.store ?? 'settings');
	if (!hidden.ok) return hidden;
	const token = credential === 'subscription' && secret !== null ? 'token' : 'login';
	const standIn = provider?.key.standIn ?? null;
	if (secret === null && standIn === null && credential !== 'subscription' && options.store !== 'none' && !('secret-command' in options))
		return wrong('There is no secret yet.', '--secret-stdin, --secret-env NAME or --secret-command CMD');
	const auth: AuthHeader = options.auth ?? provider?.auth ?? 'bearer';
	return {
		ok: true,
		answers: {
			...noAnswers,
			holds: credential,
			credential,
			provider,
			baseUrl: address.url,
			auth,
			secret,
			token,
			model: options.model ?? null,
			headers: options.header ?? [],
			secretHeaders: hidden.headers,
			store: options.store ?? 'settings',
		},
		notes: secret === null ? [] : notesOn(secret),
	};
}

type Wrong = Extract<FromOptions, {ok: false}>;

function wrong(message: string, hint: string): Wrong {
	return {ok: false, message, hint};
}

function credentialFor(provider: Provider | null): 'console-key' | 'router-key' {
	return provider?.kind === 'first-party' ? 'console-key' : 'router-key';
}

function unknownProvider(id: string): Wrong {
	const ids = providers.map(provider => provider.id);
	const near = nearest(id, ids);
	return wrong('There is no provider of that name.', near === null ? `--provider ${ids.join(', ')}` : `Did you mean: --provider ${near}`);
}

function addressFor(
	asked: boolean,
	typed: string | undefined,
	provider: Provider | null,
	credential: string,
): {readonly ok: true; readonly url: string | null} | Wrong {
	if (!asked)
		return typed === undefined
			? {ok: true, url: null}
			: wrong(
					`A ${credential} belongs to Anthropic's own address, so there is no --base-url.`,
					'For another endpoint: --credential router-key',
				);
	const url = typed ?? provider?.baseUrls[0]?.url ?? null;
	if (url === null) return wrong(`A ${credential} needs the endpoint's address.`, '--base-url URL, or --provider ID');
	const judged = judgeAddress(url);
	return judged.ok ? {ok: true, url} : wrong(`--base-url ${judged.why}.`, judged.hint);
}

function notesOn(secret: Secret): readonly string[] {
	const found = recogniseSecret(secret);
	return found?.cutOff ? [`This is ${found.shape.meaning}, and it looks cut off: the whole one is longer.`] : [];
}
