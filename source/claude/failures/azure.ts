import type {Rule} from './rule.ts';

/** Microsoft Foundry and Azure OpenAI. */
export const azure: readonly Rule[] = [
	{
		id: 'azure-wrong-resource',
		whose: 'Azure',
		says: /invalid subscription key or wrong api endpoint|correct regional api endpoint/,
		causes: [
			{cause: 'wrong-plan-or-region', weight: 84},
			{cause: 'key-invalid', weight: 68},
		],
		why: "Azure names the two: another resource's endpoint, or a wrong key.",
		fires: 'Access denied due to invalid subscription key or wrong API endpoint.',
		silent: 'DeploymentNotFound',
	},
	{
		id: 'azure-path',
		whose: 'Azure',
		says: /resource not found|api version not supported|requested api is currently not supported|api_not_supported|\/openai\/(?:deployments|v1)/,
		needs: ['at:azure', 'at:unknown', 'at:gateway'],
		causes: [
			{cause: 'base-url-path', weight: 82},
			{cause: 'model-name-unknown', weight: 62},
		],
		why: 'Foundry serves Claude under /anthropic of the resource, and only there.',
		fires: '404 {"error":{"code":"404","message":"Resource not found"}}',
		silent: '401 Access denied',
	},
	{
		id: 'azure-deployment',
		whose: 'Azure',
		says: /deploymentnotfound|api deployment for this resource does not exist|unknown_model/,
		causes: [{cause: 'model-name-unknown', weight: 92}],
		why: 'Azure wants the name of your deployment as the model.',
		fires: 'DeploymentNotFound: The API deployment for this resource does not exist.',
		silent: 'Resource not found',
	},
	{
		id: 'azure-identity',
		whose: 'Azure',
		says: /chainedtokencredential|defaultazurecredential|aadsts\d+|az login|azureclicredential|managed identity (?:endpoint|authentication)|azure ad token unavailable/,
		causes: [{cause: 'cloud-credentials', weight: 95}],
		why: 'No Azure identity could be had.',
		fires: 'ChainedTokenCredential authentication failed. DefaultAzureCredential',
		silent: 'Access denied due to invalid subscription key',
	},
	{
		id: 'azure-permission',
		whose: 'Azure',
		says: /permissiondenied.{0,120}(?:principal|data action)|lacks the required data action/,
		causes: [{cause: 'cloud-permission', weight: 95}],
		why: 'The identity lacks the role for this resource.',
		fires: 'PermissionDenied: The principal lacks the required data action',
		silent: 'DefaultAzureCredential failed',
	},
];
