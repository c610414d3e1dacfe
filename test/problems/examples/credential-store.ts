import {login, type ProblemExamples, routerKey} from '../example.ts';

const path = '~/.claude/.credentials.json';
const text = JSON.stringify(login);
const gateway = {ANTHROPIC_BASE_URL: 'https://openrouter.ai/api', ANTHROPIC_AUTH_TOKEN: routerKey};

export const credentialStore: ProblemExamples = {
	id: 'credential-store',
	fires: [
		{name: "root's since claude ran with sudo", files: {[path]: {text, mode: 0o600, uid: 0}}, severity: 'error', says: /cannot be read/},
		{name: 'cut off', files: {[path]: {text: text.slice(0, 40), mode: 0o600}}, severity: 'error', says: /damaged/},
		{name: 'with a byte order mark', files: {[path]: {text: `\uFEFF${text}`, mode: 0o600}}, says: /damaged/},
		{name: "readable, but another user's", files: {[path]: {text, mode: 0o644, uid: 1234}}, says: /another user/},
		{name: 'damaged while a token is used', files: {[path]: {text: '{', mode: 0o600}}, variables: gateway, severity: 'warning'},
	],
	silent: [
		{name: 'as claude writes it', login},
		{name: 'none', variables: gateway},
		{name: 'empty, as after signing out', login: {}},
	],
};
