import type {Credential} from './credential.ts';

/** Pay as you go: made in the Console, read by Anthropic as x-api-key alone. As Authorization it answers "Invalid bearer token". */
export const consoleKey: Credential = {
	kind: 'console-key',
	title: 'Anthropic Console key',
	hint: 'begins with sk-ant-api, billed by use',
	address: 'fixed',
	header: 'x-api-key',
	page: 'https://platform.claude.com/settings/keys',
	question: 'Paste your Console key',
};
