import type {Rule} from './rule.ts';

/** Amazon Bedrock and AWS identity. The "/login" that Claude Code appends means nothing here. */
export const bedrock: readonly Rule[] = [
	{
		id: 'aws-session',
		whose: 'Amazon Bedrock',
		says: /could not load token from any providers|aws (?:didn't|did not) accept|aws auth refresh(?: timed out|: )|error when retrieving credentials|credential refresh failed|(?:security token included in the request|invalid security token)|could not load credentials from any providers|expiredtoken|unrecognizedclientexception|invalidclienttokenid|aws (?:credentials|authentication|default-chain|sso).{0,40}(?:expired|invalid|fail|timed out|not found|missing|error)|token is expired.{0,40}aws sso|sso session.{0,40}(?:expired|invalid)|credentials? (?:from|provider).{0,40}aws|unable to locate credentials|error when retrieving token from sso|signature(?:doesnotmatch| we calculated)|awsauthrefresh|gcpauthrefresh|(?:re-?)?authenticate (?:using|with) .?aws login|resolved credential object is not valid|aws (?:session|access key|secret).{0,30}(?:expired|invalid|missing)|credentialsprovidererror|config profile \([^)]*\) could not be found|make sure your api key is valid|session token not found|unauthorizedexception|requires '(?:credential|signature|signedheaders)' parameter|missingauthenticationtoken|incompletesignature|aws authentication failed|invalidsignatureexception/,
		causes: [
			{cause: 'cloud-credentials', weight: 95},
			{cause: 'cloud-permission', weight: 45},
		],
		why: 'AWS does not accept the session, or there is none.',
		fires: '403 The security token included in the request is expired',
		silent: 'User is not authorized to perform: bedrock:InvokeModel',
	},
	{
		id: 'aws-denied',
		whose: 'Amazon Bedrock',
		says: /not authorized to perform|(?:iam )?role needs \w+:\w+|needs \w+:\w+ permission|explicit deny|no identity-based policy allows|aws-marketplace/,
		causes: [
			{cause: 'cloud-permission', weight: 95},
			{cause: 'model-unavailable', weight: 60},
		],
		why: 'AWS knows the identity and denies it the action.',
		fires: 'User: arn:aws:iam::1:user/x is not authorized to perform: bedrock:InvokeModelWithResponseStream',
		silent: 'The security token included in the request is expired',
	},
	{
		id: 'bedrock-profile-needed',
		whose: 'Amazon Bedrock',
		says: /on-demand throughput|inference profile|model identifier (?:\S+ )?is invalid|could not resolve the foundation model/,
		unless: /not authorized to perform/,
		causes: [
			{cause: 'model-name-unknown', weight: 93},
			{cause: 'model-unavailable', weight: 60},
		],
		why: 'Bedrock wants the id with its region prefix (us., eu., global.) or a profile.',
		fires: 'Invocation of model ID anthropic.claude with on-demand throughput isn’t supported.',
		silent: "You don't have access to the model with the specified model ID.",
	},
	{
		id: 'bedrock-model-access',
		whose: 'Amazon Bedrock',
		says: /access to the model with the specified model id|model use case details|accessdeniedexception.{0,80}model|resourcenotfoundexception.{0,80}(?:end of its life|legacy|use case)|marked (?:by provider )?as legacy/,
		unless: /not authorized to perform/,
		causes: [
			{cause: 'model-unavailable', weight: 94},
			{cause: 'cloud-permission', weight: 62},
		],
		why: 'The account has not been given this model.',
		fires: "You don't have access to the model with the specified model ID.",
		silent: 'Invocation with on-demand throughput',
	},
];
