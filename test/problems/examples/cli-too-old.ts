import {login, type ProblemExamples, routerKey} from '../example.ts';

const router = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey};

export const cliTooOld: ProblemExamples = {
	id: 'cli-too-old',
	fires: [
		{
			name: "a project's address, before claude asked for trust",
			project: {env: {ANTHROPIC_BASE_URL: 'https://gw.elsewhere.example'}},
			login,
			claude: '2.0.60',
			severity: 'error',
			says: /CVE-2026-21852/,
		},
		{name: 'a version that breaks every gateway', user: {env: router}, claude: '2.1.266', severity: 'error', says: /400/},
		{name: 'a variable it does not know', variables: {ANTHROPIC_DEFAULT_MODEL: 'opus'}, login, claude: '2.1.100', severity: 'warning'},
		{name: 'a switch it does not know', variables: {CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD: '1'}, login, claude: '2.1.197'},
		{name: 'as a live prompt says', user: {env: router}, live: 'cli-too-old'},
	],
	silent: [
		{name: 'an old one with nothing new to know', user: {env: router}, claude: '2.1.100'},
		{name: 'the version before the fault', user: {env: router}, claude: '2.1.264'},
		{name: 'the version after it', user: {env: router}, claude: '2.1.268'},
		{name: 'that version at Anthropic', login, claude: '2.1.266'},
		{name: 'the newest', variables: {ANTHROPIC_DEFAULT_MODEL: 'opus'}, login},
	],
};
