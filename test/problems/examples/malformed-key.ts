import {approved, consoleKey, type ProblemExamples, routerKey} from '../example.ts';

const token = (text: string) => ({ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: text});

export const malformedKey: ProblemExamples = {
	id: 'malformed-key',
	fires: [
		{name: 'Bearer in the token', variables: token(`Bearer ${routerKey}`), severity: 'error', says: /Bearer Bearer/},
		{name: 'quotes that were meant for a shell', user: {env: {ANTHROPIC_API_KEY: `"${consoleKey}"`}}, says: /quotes/},
		{name: 'a line break inside', variables: token(`${routerKey.slice(0, 40)}\n${routerKey.slice(40)}`), says: /line break/},
		{name: 'curly quotes', variables: token(`\u201C${routerKey}\u201D`), says: /curly/},
		{name: 'an invisible mark inside', variables: token(`sk-or-\u200Bv1-abcdef`)},
		{name: 'the base URL in its place', variables: token('https://openrouter.ai/api'), says: /BASE_URL/},
		{name: 'a masked copy from a console', variables: {ANTHROPIC_API_KEY: 'sk-ant-api03-R2D********AA'}, state: approved},
		{name: 'the whole assignment', variables: token(`ANTHROPIC_AUTH_TOKEN=${routerKey}`)},
		{name: 'the whole header', variables: {ANTHROPIC_API_KEY: `x-api-key: ${consoleKey}`}},
	],
	silent: [
		{name: 'a newline at the end, which is trimmed', variables: token(`${routerKey}\n`)},
		{name: 'a whole key', variables: {ANTHROPIC_API_KEY: consoleKey}, state: approved},
		{name: 'a shape nobody knows', variables: token('T0p.s3cret_of=our/relay+2')},
		{
			name: 'quotes in a shell line, which the shell takes off',
			variables: token(routerKey),
			files: {'~/.zshrc': `export ANTHROPIC_AUTH_TOKEN="${routerKey}"\n`},
		},
		{name: 'a damaged key that a good one outranks', variables: token(`"${routerKey}"`), user: {env: {ANTHROPIC_AUTH_TOKEN: routerKey}}},
		{
			name: 'a scheme in a custom header',
			variables: {...token(routerKey), ANTHROPIC_CUSTOM_HEADERS: `cf-aig-authorization: Bearer ${routerKey}`},
		},
	],
};
