import {type ProblemExamples, routerKey} from '../example.ts';

const at = (address: string) => ({ANTHROPIC_BASE_URL: address, ANTHROPIC_AUTH_TOKEN: routerKey});

export const baseUrlInvalid: ProblemExamples = {
	id: 'base-url-invalid',
	fires: [
		{name: 'quotes that a file or single quotes kept', user: {env: at('"https://gw.example.com"')}, severity: 'error', says: /quotes/},
		{name: 'curly quotes', variables: at('\u201Chttps://gw.example.com\u201D'), says: /quotes/},
		{name: 'no scheme', user: {env: at('gw.example.com/api')}, says: /http/},
		{name: 'no scheme, in the shell', variables: at('gw.example.com'), says: /http/},
		{name: 'a number without scheme', variables: at('10.0.0.7:4000')},
		{name: 'a space inside', variables: at('https://gw.exam ple.com'), says: /space/},
		{name: 'begun twice', user: {env: at('https://https://gw.example.com')}, claude: '2.0.77', says: /twice/},
		{name: 'localhost and a port, with a version that cannot call it', variables: at('localhost:4000'), claude: '2.0.77'},
		{name: 'another scheme', variables: at('ws://gw.example.com')},
		{
			name: 'Foundry',
			variables: {
				CLAUDE_CODE_USE_FOUNDRY: '1',
				ANTHROPIC_FOUNDRY_BASE_URL: 'me.services.ai.azure.com/anthropic',
				ANTHROPIC_FOUNDRY_API_KEY: 'k',
			},
		},
	],
	silent: [
		{name: 'an address', variables: at('https://gw.example.com/api')},
		{name: 'blanks around it, which are cut', variables: at(' https://gw.example.com ')},
		{name: 'localhost and a port, with a version that means http', variables: at('localhost:4000')},
		{name: 'a bad one that settings outrank', variables: at('gw.example.com'), user: {env: at('https://gw.example.com')}},
		{name: 'none', variables: {ANTHROPIC_AUTH_TOKEN: routerKey}},
	],
};
