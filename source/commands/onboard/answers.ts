import type {AuthHeader, CredentialKind} from '../../credentials/competing.ts';
import {credentialOf} from '../../credentials/index.ts';
import type {NamedModels} from '../../credentials/model-sizes.ts';
import type {Secret} from '../../credentials/secret.ts';
import type {Plan} from '../../plan/plan.ts';
import {modelFor, modelVariables, withNamedModels} from '../../providers/model-variables.ts';
import type {Provider} from '../../providers/provider.ts';
import {speaks} from '../../providers/speaks.ts';
import {usualAddress} from '../../providers/usual-address.ts';
import type {Setup} from '../../setups/setup.ts';
import type {Wish} from '../../shells/wish.ts';
import type {StoreName} from '../../stores/store.ts';
import type {FoundTranslator} from '../translator/look-translators.ts';

/** What the user has said so far. Going back changes nothing here, so no answer is lost; only a secret never outlives its endpoint. */
export type Answers = {
	/** `unsure`: it is pasted and recognised. `keep`: what is set up here is only put to the test. */
	readonly holds: CredentialKind | 'unsure' | 'keep' | null;
	readonly credential: CredentialKind | null;
	/** Null for an address that was typed. */
	readonly provider: Provider | null;
	readonly baseUrl: string | null;
	readonly auth: AuthHeader;
	readonly secret: Secret | null;
	/** How a subscription signs in. */
	readonly token: Setup['token'];
	/** Empty where claude's own names are to be used; null where nothing was said. */
	readonly model: string | null;
	/** For single sizes; only options give them. */
	readonly models: NamedModels;
	/** Whole lines, `Name: value`; only options give them. */
	readonly headers: readonly string[];
	readonly secretHeaders: Setup['secretHeaders'];
	readonly store: StoreName;
	/** Other programs may read the variables of the startup files. */
	readonly maskOnly: boolean;
	/** What a translating proxy asks, where that is known; claude never sees it. */
	readonly service: Provider | null;
	/** Where that service speaks OpenAI's protocol, as far as the service itself tells; null where it is asked for. */
	readonly serviceUrl: string | null;
	/** The translator on this computer that claude asks. What stands in its settings is its own, and nobody's rival. */
	readonly translator: {readonly found: FoundTranslator; readonly settings: 'stay' | 'change'} | null;
	/** What its settings are to say of the service. */
	readonly behind: Behind;
	/** What was shown and agreed to. */
	readonly agreed: Agreed | null;
};

/** `key` is the service's: claude never sees it. `small`: the model for small tasks; null where the same does. */
export type Behind = {
	readonly baseUrl: string | null;
	readonly key: Secret | null;
	readonly model: string | null;
	readonly small: string | null;
	/** Whether the user was asked about proving the key at the service, whatever the answer was. */
	readonly proof: 'not-yet' | 'asked';
};

export const nothingBehind: Behind = {baseUrl: null, key: null, model: null, small: null, proof: 'not-yet'};

export type Agreed = {
	readonly plan: Plan;
	readonly wish: Wish;
	readonly openTerminals: readonly {readonly shell: string; readonly text: string}[];
};

export const noAnswers: Answers = {
	holds: null,
	credential: null,
	provider: null,
	baseUrl: null,
	auth: 'bearer',
	secret: null,
	token: 'login',
	model: null,
	models: [],
	headers: [],
	secretHeaders: [],
	store: 'settings',
	maskOnly: false,
	service: null,
	serviceUrl: null,
	translator: null,
	behind: nothingBehind,
	agreed: null,
};

/** Another credential or endpoint: what was pasted for the one before must not go there. */
export function holding(answers: Answers, credential: CredentialKind): Answers {
	if (answers.credential === credential) return {...answers, holds: credential};
	return {
		...answers,
		holds: credential,
		credential,
		provider: null,
		service: null,
		serviceUrl: null,
		translator: null,
		behind: nothingBehind,
		baseUrl: null,
		secret: null,
		model: null,
		models: [],
		headers: [],
		secretHeaders: [],
		auth: 'bearer',
		token: 'login',
	};
}

export function pointingAt(answers: Answers, provider: Provider | null, baseUrl: string | null): Answers {
	const same = answers.baseUrl === baseUrl;
	return {
		...answers,
		provider,
		baseUrl,
		auth: provider?.auth ?? (same ? answers.auth : 'bearer'),
		// A secret that came before any address was meant for the one chosen now.
		secret: same || answers.baseUrl === null ? answers.secret : null,
		model: same ? answers.model : null,
		models: same ? answers.models : [],
		headers: same ? answers.headers : [],
		secretHeaders: same ? answers.secretHeaders : [],
	};
}

/** Another service behind the proxy: the key of the one before is not for it. `typed` is its address where only the user knows it. */
export function askingService(answers: Answers, service: Provider | null, typed: string | null = null): Answers {
	const usual = service === null || speaks(service) !== 'openai' ? null : usualAddress(service);
	const serviceUrl = typed ?? (usual?.kind === 'one' ? usual.url : null);
	const same = answers.serviceUrl === serviceUrl && answers.service?.id === service?.id;
	return {...answers, service, serviceUrl, behind: same ? answers.behind : nothingBehind};
}

/** The answers so far in a word each, as they stand over the next question. */
export function trailOf({credential, provider, baseUrl, secret, model, translator}: Answers): readonly string[] {
	if (credential === null) return [];
	const place = translator?.found.translator.title ?? provider?.label ?? (baseUrl === null ? null : hostOf(baseUrl));
	return [credentialOf(credential).title, place, secret === null ? null : 'key given', model].flatMap(part => part || []);
}

export function hostOf(address: string): string {
	return URL.canParse(address) ? new URL(address).host : address;
}

/** `keep-models`: what the machine names already is not talked over by what the catalogue suggests. */
export function setupOf(answers: Answers, models: 'name-models' | 'keep-models' = 'name-models'): Setup {
	const {credential, provider, baseUrl, auth, secret, token} = answers;
	if (credential === null) throw new Error('a setup needs a credential');
	const asked = credentialOf(credential).address === 'asked';
	const said = !asked || provider === null || models === 'keep-models' ? answers.model : modelFor(provider, answers.model);
	const model = said === '' ? null : said;
	const needed = asked && provider !== null ? [...provider.required, ...(model === null ? [] : modelVariables(provider, model))] : [];
	return {
		credential,
		provider: provider?.id ?? null,
		baseUrl: asked ? baseUrl : null,
		auth: asked ? auth : credential === 'console-key' ? 'x-api-key' : 'bearer',
		model,
		headers: answers.headers,
		secretHeaders: asked ? [...keyHeaders(provider, secret), ...answers.secretHeaders] : answers.secretHeaders,
		secret: credential === 'subscription' && token === 'login' ? null : secret,
		token,
		blankApiKey: asked && provider?.apiKey === 'empty' && auth === 'bearer',
		variables: withNamedModels(needed, answers.models),
	};
}

/** Portkey and y-router want the same key once more, in a header of their own. */
function keyHeaders(provider: Provider | null, secret: Secret | null): Setup['secretHeaders'] {
	if (provider === null || secret === null) return [];
	return provider.headers.flatMap(({name, value}) => (value.kind === 'key' ? [{name, secret}] : []));
}
