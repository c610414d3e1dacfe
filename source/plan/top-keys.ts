/** Entries of the top of settings: inside `env` or another entry they tell that its bracket was never closed. */
export const topKeys: readonly string[] = [
	'env',
	'permissions',
	'hooks',
	'model',
	'apiKeyHelper',
	'statusLine',
	'enabledPlugins',
	'$schema',
];
