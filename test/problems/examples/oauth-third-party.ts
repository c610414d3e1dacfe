import {consoleKey, login, type ProblemExamples, setupToken} from '../example.ts';

export const oauthThirdParty: ProblemExamples = {
	id: 'oauth-third-party',
	fires: [
		{name: "as another program's key", variables: {OPENAI_API_KEY: setupToken}, login, severity: 'warning', says: /OPENAI_API_KEY/},
		{name: "in a project's .env", files: {'/home/ada/work/.env': `ANTHROPIC_API_KEY=${setupToken}\n`}, login},
		{name: 'as a live prompt was answered', login, live: 'oauth-third-party', severity: 'error'},
	],
	silent: [
		{name: 'in its own variable', variables: {CLAUDE_CODE_OAUTH_TOKEN: setupToken}},
		{name: 'a Console key in an .env', files: {'/home/ada/work/.env': `ANTHROPIC_API_KEY=${consoleKey}\n`}, login},
		{name: 'a token for Claude Code in an .env', files: {'/home/ada/work/.env': `CLAUDE_CODE_OAUTH_TOKEN=${setupToken}\n`}, login},
	],
};
