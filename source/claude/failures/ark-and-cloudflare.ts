import type {Rule} from './rule.ts';

/** Volcengine Ark (codes in camel case) and the gateway of Cloudflare. */
export const arkAndCloudflare: readonly Rule[] = [
	{
		id: 'ark-key',
		whose: 'a server',
		says: /ak\/sk|api key format is incorrect.{0,60}ark|authenticationerror.{0,60}\bark\b/,
		causes: [
			{cause: 'wrong-plan-or-region', weight: 72, with: {'holds:plan-key': 12}},
			{cause: 'key-invalid', weight: 68},
			{cause: 'empty-key', weight: 60, with: {'holds:none': 20}},
			{cause: 'wrong-product-key', weight: 56},
		],
		why: 'Ark takes its own API key, not the AK/SK of Volcengine, and its coding plan has an address of its own.',
		fires: '401 The API key or AK/SK in the request is missing or invalid.',
		silent: '401 The API key in the request is invalid.',
	},
	{
		id: 'ark-model',
		whose: 'a server',
		says: /invalidendpointormodel|endpoint or model.{0,40}(?:does not exist|not found)/,
		causes: [
			{cause: 'model-name-unknown', weight: 91},
			{cause: 'model-unavailable', weight: 66},
		],
		why: 'Ark knows no model or endpoint of that name for this account.',
		fires: '{"code":"InvalidEndpointOrModel.NotFound"}',
		silent: '{"code":"ModelNotOpen"}',
	},
	{
		id: 'ark-closed',
		whose: 'a server',
		says: /modelnotopen|has not activated the model|unsupportedmodel|does not support the coding plan/,
		causes: [
			{cause: 'model-unavailable', weight: 92},
			{cause: 'wrong-plan-or-region', weight: 60},
		],
		why: 'The account has not opened this model, or the plan lacks it.',
		fires: '{"code":"ModelNotOpen","message":"Your account has not activated the model"}',
		silent: '{"code":"InvalidEndpointOrModel.NotFound"}',
	},
	{
		id: 'cloudflare-token',
		whose: 'a server',
		says: /"success": ?false.{0,120}\b10000\b/,
		causes: [
			{cause: 'wrong-product-key', weight: 80},
			{cause: 'wrong-header', weight: 66},
			{cause: 'key-invalid', weight: 62},
		],
		why: "Cloudflare's own door refused: it wants a token of its own beside the model's key.",
		fires: '{"result":null,"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}',
		silent: '{"success":true}',
	},
	{
		id: 'ark-no-plan',
		whose: 'a server',
		says: /invalidsubscription|does not have a valid \w* ?plan subscription|valid codingplan/,
		causes: [
			{cause: 'wrong-plan-or-region', weight: 82},
			{cause: 'credits-exhausted', weight: 66},
			{cause: 'account-no-access', weight: 60},
		],
		why: 'This address serves a plan, and the account has none, or none any more.',
		fires: 'InvalidSubscription: Your account does not have a valid CodingPlan subscription, or your subscription has expired.',
		silent: 'Your account has a valid plan subscription',
	},
	{
		id: 'cloudflare-gateway-unset',
		whose: 'a server',
		says: /please configure ai gateway/,
		causes: [
			{cause: 'base-url-path', weight: 84},
			{cause: 'gateway-key-unknown', weight: 60},
		],
		why: 'The account or gateway named in the path does not exist at Cloudflare.',
		fires: '{"code":2001,"message":"Please configure AI Gateway in the Cloudflare dashboard"}',
		silent: 'AI Gateway is configured',
	},
];
