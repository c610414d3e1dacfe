import type {CredentialKind} from '../../credentials/competing.ts';
import {credentialOf} from '../../credentials/index.ts';
import type {Provider} from '../../providers/provider.ts';
import {usualAddress} from '../../providers/usual-address.ts';
import {judgeAddress} from '../../setups/secret-rules.ts';

export type ProviderAddress =
	| {readonly ok: true; readonly url: string | null}
	| {readonly ok: false; readonly message: string; readonly hint: string};

/** The address that --base-url or --provider means. Where an endpoint has several with keys of their own, nothing is chosen for the user. */
export function providerAddress(credential: CredentialKind, typed: string | undefined, provider: Provider | null): ProviderAddress {
	if (credentialOf(credential).address === 'fixed')
		return typed === undefined
			? {ok: true, url: null}
			: wrong(
					`A ${credential} belongs to Anthropic's own address, so there is no --base-url.`,
					'For another endpoint: --credential router-key',
				);
	const unfit = provider === null ? null : takesNoRequests(credential, typed, provider);
	if (unfit !== null) return unfit;
	if (typed !== undefined) return judged(typed);
	if (provider === null) return wrong(`A ${credential} needs the endpoint's address.`, '--base-url URL, or --provider ID');
	const usual = usualAddress(provider);
	switch (usual.kind) {
		case 'one':
		case 'likely':
			return {ok: true, url: usual.url};
		case 'choose':
			return wrong(
				`${provider.label} has several addresses, and a key or a bill belongs to one of them.`,
				`--base-url with one of: ${usual.from.map(({url, which}) => `${url}${which === null ? '' : ` (${which})`}`).join(', ')}`,
			);
		case 'fill-in':
			return wrong(`A part of the address of ${provider.label} is your own.`, `--base-url ${usual.url}`);
		case 'unknown':
			return wrong(`${provider.label} answers wherever it is run.`, '--base-url URL');
	}
}

/** Endpoints that no base URL helps to. A proxy in front of them does, and then the address is the proxy's. */
function takesNoRequests(credential: CredentialKind, typed: string | undefined, {kind, label, docs}: Provider): ProviderAddress | null {
	switch (kind) {
		case 'openai-only':
			return credential === 'proxy-key' && typed !== undefined
				? null
				: wrong(
						`${label} speaks OpenAI's protocol alone: a proxy has to translate, and its key stays with that proxy.`,
						'--credential proxy-key --base-url with the address of the proxy',
					);
		case 'cloud':
			return wrong(`${label} takes no base URL: it has switches of its own.`, docs ?? 'See its manual.');
		case 'first-party':
			return credential === 'router-key' || credential === 'proxy-key'
				? wrong(`${label} is no router.`, '--credential console-key, or --credential subscription')
				: null;
		case 'gateway':
		case 'local':
		case 'translator':
			return null;
	}
}

function judged(url: string): ProviderAddress {
	if (/\{[^}]*\}/.test(url))
		return wrong(`${/\{[^}]*\}/.exec(url)?.[0]} in --base-url stands for something of yours.`, 'Put it in its place.');
	const judgement = judgeAddress(url);
	return judgement.ok ? {ok: true, url} : wrong(`--base-url ${judgement.why}.`, judgement.hint);
}

function wrong(message: string, hint: string): Extract<ProviderAddress, {ok: false}> {
	return {ok: false, message, hint};
}
