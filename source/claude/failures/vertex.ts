import type {Rule} from './rule.ts';

/** Google Cloud: Vertex AI and its identity. */
export const vertex: readonly Rule[] = [
	{
		id: 'google-identity',
		whose: 'Google Cloud',
		says: /google cloud authentication failed|could not load the default credentials|default credentials were not found|application default credentials|invalid_rapt|reauth(?:entication)? (?:related|is needed|failed)|gcloud auth|google.{0,60}(?:refresherror|invalid_grant|token has been expired or revoked)|metadata.{0,20}lookup|unable to detect a project id|google_application_credentials/,
		causes: [{cause: 'cloud-credentials', weight: 95}],
		why: 'Google found no identity, or an expired one.',
		fires: 'Could not load the default credentials.',
		silent: 'Permission aiplatform.endpoints.predict denied',
	},
	{
		id: 'google-bad-token',
		whose: 'Google Cloud',
		says: /request had invalid authentication credentials|request is missing required authentication credential|"status": ?"unauthenticated"/,
		unless: /api keys are not supported|access_token_type_unsupported/,
		causes: [
			{cause: 'cloud-credentials', weight: 86},
			{cause: 'wrong-product-key', weight: 70},
		],
		why: 'Google got no usable OAuth token of its own.',
		fires: 'Request had invalid authentication credentials. Expected OAuth 2 access token',
		silent: 'API keys are not supported by this API. UNAUTHENTICATED',
	},
	{
		id: 'google-denied',
		whose: 'Google Cloud',
		says: /permission_denied|permission '?[a-z]+\.[a-z]+\.[a-z]+'? denied|caller does not have permission|api has not been used in project|it is disabled\. enable it/,
		unless: /publisher model|access to this model|not eligible|named user|valid license|verify your account/,
		causes: [
			{cause: 'cloud-permission', weight: 94},
			{cause: 'model-unavailable', weight: 55},
		],
		why: 'Google knows the identity and denies it the action.',
		fires: "Permission 'aiplatform.endpoints.predict' denied on resource",
		silent: 'Could not load the default credentials',
	},
	{
		id: 'vertex-model',
		whose: 'Google Cloud',
		says: /publisher model .{0,200}(?:was )?not found|publisher model .{0,160}is not (?:servable|supported)/,
		unless: /does not have access to it/,
		causes: [
			{cause: 'model-name-unknown', weight: 91},
			{cause: 'model-unavailable', weight: 72},
		],
		why: 'Vertex names models with @date and serves each in certain regions.',
		fires: 'Publisher Model `projects/p/locations/us-east5/publishers/anthropic/models/claude-x` was not found',
		silent: 'PERMISSION_DENIED',
	},
	{
		id: 'vertex-model-access',
		whose: 'Google Cloud',
		says: /publisher model .{0,200}(?:was )?not found or your project does not have access|not available on your vertex deployment|is not allowed to use publisher model/,
		causes: [
			{cause: 'model-unavailable', weight: 80},
			{cause: 'model-name-unknown', weight: 76},
		],
		why: 'The project has not been given this model, or the name lacks its @date.',
		fires: 'Publisher Model `x` was not found or your project does not have access to it.',
		silent: 'Publisher Model `x` was not found',
	},
	{
		id: 'google-entity',
		whose: 'Google Cloud',
		says: /requested entity was not found/,
		causes: [
			{cause: 'model-name-unknown', weight: 91},
			{cause: 'base-url-path', weight: 60},
		],
		why: 'Google has no such model in this project and region.',
		fires: '{"error":{"code":404,"message":"Requested entity was not found.","status":"NOT_FOUND"}}',
		silent: '{"error":{"code":404,"message":"Not found"}}',
	},
	{
		id: 'google-account',
		whose: 'Google Cloud',
		says: /(?:account is )?not eligible for|must be a named user|do not have a valid license|verify your account/,
		causes: [
			{cause: 'account-no-access', weight: 91},
			{cause: 'cloud-permission', weight: 62},
			{cause: 'gateway-upstream-key', weight: 45},
		],
		why: 'Google refuses the account itself: no licence, not eligible, or not verified.',
		fires: 'Your account is not eligible for Gemini Code Assist at this time.',
		silent: 'The caller does not have permission',
	},
];
