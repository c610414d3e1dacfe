import type {CauseEntry} from './cause.ts';

/** Section F of the taxonomy: cloud identities, and the program itself. */
export const cloudAndCli = {
	'cloud-credentials': {
		title: 'The cloud session is missing, invalid or expired',
		why: 'Bedrock, Vertex and Foundry use the identity of AWS, Google or Azure, not one of Anthropic. Signing in with /login does not help, whatever the CLI says.',
		fix: [
			'AWS: aws sso login --profile …, then aws sts get-caller-identity',
			'Google: gcloud auth application-default login',
			'Azure: az login',
			'Not wanted at all? unset CLAUDE_CODE_USE_BEDROCK CLAUDE_CODE_USE_VERTEX',
		],
		tell: "The vendor's own tool (aws, gcloud, az) fails with the same profile.",
		near: ['cloud-permission', 'wrong-product-key', 'model-unavailable'],
	},
	'cloud-permission': {
		title: 'The cloud identity is valid, but not allowed this',
		why: 'The role or user lacks the right to invoke the model. Main and small model need it both.',
		fix: [
			'AWS: allow bedrock:InvokeModel and InvokeModelWithResponseStream on the inference profiles',
			'Google: give roles/aiplatform.user',
			'Then: wizard check',
		],
		tell: 'The text names an action or permission that is denied to a named identity.',
		near: ['model-unavailable', 'cloud-credentials', 'region-blocked'],
	},
	'cli-missing': {
		title: 'claude is not found',
		why: 'This shell or program does not see the folder that claude is in, or it is not installed. Editors and services often have a shorter PATH than your terminal.',
		fix: [
			'Look for it: wizard doctor',
			'Install: npm install -g @anthropic-ai/claude-code',
			'Add its folder to PATH in the startup file, then open a new terminal (editors: restart them)',
		],
		tell: 'command -v claude finds nothing in that very shell.',
		near: ['cli-too-old', 'settings-invalid', 'not-logged-in'],
	},
	'cli-too-old': {
		title: 'This version of claude is too old',
		why: 'A server or option needs a newer one. A second, older installation may be the one that runs.',
		fix: ['claude update', 'See whether an old one shadows the new: wizard doctor'],
		tell: 'The text names a version or an unknown option.',
		near: ['client-not-allowed', 'oauth-invalid', 'cli-missing'],
	},
} as const satisfies Record<string, CauseEntry>;
