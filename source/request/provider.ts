import {type Applied, type Effective, isOn} from './effective.ts';
import type {Holdings} from './holdings.ts';
import type {Header, Provider} from './request.ts';
import type {Rules} from './rules.ts';

/** A cloud provider that a switch selects: where its messages request goes and what fills the two headers. */
export type CloudRequest = {
	readonly provider: Exclude<Provider, 'anthropic'>;
	readonly switchedBy: Applied;
	readonly base: string;
	readonly path: string;
	readonly query: string;
	readonly authorization: Header | null;
	readonly xApiKey: Header | null;
	readonly reason: string;
};

/** In the order in which claude looks at its switches. */
const switches: readonly (readonly [variable: string, provider: CloudRequest['provider']])[] = [
	['CLAUDE_CODE_USE_BEDROCK', 'bedrock'],
	['CLAUDE_CODE_USE_FOUNDRY', 'foundry'],
	['CLAUDE_CODE_USE_VERTEX', 'vertex'],
	['CLAUDE_CODE_USE_MANTLE', 'mantle'],
	['CLAUDE_CODE_USE_ANTHROPIC_AWS', 'anthropic-aws'],
	['CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD', 'google-cloud'],
];

export function cloudRequest(effective: Effective, holdings: Holdings, model: string | null, rules: Rules): CloudRequest | null {
	for (const [variable, provider] of switches) {
		const switchedBy = effective.variables.get(variable);
		if (switchedBy === undefined || !isOn(switchedBy.text)) continue;
		if (provider === 'google-cloud' && !rules.knowsGoogleCloud) continue;
		const common = {provider, switchedBy, query: ''};
		switch (provider) {
			case 'foundry':
				return {...common, ...foundry(effective, holdings, rules)};
			case 'bedrock':
				return {...common, ...bedrock(effective, holdings, model, rules)};
			case 'vertex':
				return {...common, ...vertex(effective, holdings, model, rules)};
			case 'mantle':
			case 'anthropic-aws':
			case 'google-cloud':
				return {...common, ...platform(effective, provider)};
		}
	}
	return null;
}

type Rest = Omit<CloudRequest, 'provider' | 'switchedBy' | 'query'> & {readonly query?: string};

function foundry(effective: Effective, holdings: Holdings, rules: Rules): Rest {
	const resource = text(effective, 'ANTHROPIC_FOUNDRY_RESOURCE') ?? 'RESOURCE';
	const key = header(effective, 'ANTHROPIC_FOUNDRY_API_KEY', 'raw');
	const token = rules.ownBesideCloud === 'left-out' ? header(effective, 'ANTHROPIC_FOUNDRY_AUTH_TOKEN', 'Bearer') : null;
	const own = ownAuthorization(holdings);
	const where = {
		base: text(effective, 'ANTHROPIC_FOUNDRY_BASE_URL') ?? `https://${resource}.services.ai.azure.com/anthropic`,
		path: '/v1/messages',
		query: '?beta=true',
	};
	if (token !== null)
		return {...where, authorization: token, xApiKey: null, reason: 'Microsoft Foundry is switched on; its token goes out'};
	if (key !== null)
		return {
			...where,
			authorization: rules.ownBesideCloud === 'goes-out' ? own : null,
			xApiKey: key,
			reason: 'Microsoft Foundry is switched on; its key goes out',
		};
	const skips = isOn(text(effective, 'CLAUDE_CODE_SKIP_FOUNDRY_AUTH') ?? undefined);
	return {...where, authorization: skips ? own : null, xApiKey: null, reason: 'Microsoft Foundry is switched on; Azure signs in'};
}

function bedrock(effective: Effective, holdings: Holdings, model: string | null, rules: Rules): Rest {
	const region = text(effective, 'AWS_REGION') ?? text(effective, 'AWS_DEFAULT_REGION') ?? 'us-east-1';
	const bearer = header(effective, 'AWS_BEARER_TOKEN_BEDROCK', 'Bearer');
	const skips = isOn(text(effective, 'CLAUDE_CODE_SKIP_BEDROCK_AUTH') ?? undefined);
	const where = {
		base: text(effective, 'ANTHROPIC_BEDROCK_BASE_URL') ?? `https://bedrock-runtime.${region}.amazonaws.com`,
		path: `/model/${encodeURIComponent(model ?? rules.bedrockModel).replaceAll('%3A', ':')}/invoke-with-response-stream`,
	};
	const beside = rules.ownBesideCloud === 'goes-out';
	if (bearer !== null)
		return {
			...where,
			authorization: bearer,
			xApiKey: beside ? ownKey(holdings) : null,
			reason: 'Amazon Bedrock is switched on; its key goes out',
		};
	if (skips)
		return {
			...where,
			authorization: ownAuthorization(holdings),
			xApiKey: ownKey(holdings),
			reason: 'Amazon Bedrock is switched on without AWS signing',
		};
	return {
		...where,
		authorization: header(effective, 'AWS_ACCESS_KEY_ID', 'raw'),
		xApiKey: null,
		reason: 'Amazon Bedrock is switched on; AWS credentials sign the request',
	};
}

function vertex(effective: Effective, holdings: Holdings, model: string | null, rules: Rules): Rest {
	const region = text(effective, 'CLOUD_ML_REGION') ?? 'us-east5';
	const project =
		['GCLOUD_PROJECT', 'GOOGLE_CLOUD_PROJECT', 'ANTHROPIC_VERTEX_PROJECT_ID'].map(name => text(effective, name)).find(Boolean) ?? 'PROJECT';
	const host = region === 'global' ? 'aiplatform.googleapis.com' : `${region}-aiplatform.googleapis.com`;
	const skips = isOn(text(effective, 'CLAUDE_CODE_SKIP_VERTEX_AUTH') ?? undefined);
	return {
		base: text(effective, 'ANTHROPIC_VERTEX_BASE_URL') ?? `https://${host}/v1`,
		path: `/projects/${project}/locations/${region}/publishers/anthropic/models/${model ?? rules.vertexModel}:streamRawPredict`,
		authorization: skips ? ownAuthorization(holdings) : null,
		xApiKey: skips ? ownKey(holdings) : null,
		reason: skips
			? 'Google Vertex is switched on without Google sign-in'
			: 'Google Vertex is switched on; Google credentials sign the request',
	};
}

/** The newer switches: their addresses are taken from the documentation, not recorded. */
function platform(effective: Effective, provider: 'mantle' | 'anthropic-aws' | 'google-cloud'): Rest {
	const region = text(effective, 'AWS_REGION') ?? 'us-east-1';
	switch (provider) {
		case 'mantle':
			return {
				base: text(effective, 'ANTHROPIC_BEDROCK_MANTLE_BASE_URL') ?? `https://bedrock-mantle.${region}.api.aws/anthropic`,
				path: '/v1/messages',
				authorization: header(effective, 'AWS_BEARER_TOKEN_BEDROCK', 'Bearer'),
				xApiKey: null,
				reason: 'Bedrock Mantle is switched on; AWS credentials sign the request',
			};
		case 'anthropic-aws':
			return {
				base: text(effective, 'ANTHROPIC_AWS_BASE_URL') ?? `https://aws-external-anthropic.${region}.api.aws`,
				path: '/v1/messages',
				authorization: null,
				xApiKey: header(effective, 'ANTHROPIC_AWS_API_KEY', 'raw'),
				reason: 'Claude Platform on AWS is switched on',
			};
		case 'google-cloud':
			return {
				base: text(effective, 'ANTHROPIC_GOOGLE_CLOUD_BASE_URL') ?? 'https://anthropic.googleapis.com',
				path: '/v1/messages',
				authorization: null,
				xApiKey: null,
				reason: 'Claude Platform on Google Cloud is switched on; Google credentials sign the request',
			};
	}
}

function text(effective: Effective, variable: string): string | null {
	const found = effective.variables.get(variable)?.text.trim();
	return found === undefined || found === '' ? null : found;
}

function header(effective: Effective, variable: string, scheme: Header['scheme']): Header | null {
	const applied = effective.variables.get(variable);
	return applied === undefined || applied.text.trim() === '' ? null : {fact: applied.fact, scheme, empty: false, sometimes: false};
}

function ownAuthorization({token, helper}: Holdings): Header | null {
	const fact = token !== null && !token.blank ? token.fact : (helper?.fact ?? null);
	return fact === null ? null : {fact, scheme: 'Bearer', empty: false, sometimes: false};
}

function ownKey({key}: Holdings): Header | null {
	return key === null ? null : {fact: key.fact, scheme: 'raw', empty: key.blank, sometimes: false};
}
