import {type ProblemExamples, routerKey} from '../example.ts';

const at = (address: string) => ({ANTHROPIC_BASE_URL: address, ANTHROPIC_AUTH_TOKEN: routerKey});

export const baseUrlDupV1: ProblemExamples = {
	id: 'base-url-dup-v1',
	fires: [
		{name: 'an OpenAI-style base', variables: at('https://openrouter.ai/api/v1'), severity: 'error', says: /\/v1\/v1\/messages/},
		{name: 'with a slash', variables: at('http://localhost:11434/v1/')},
		{name: 'the whole messages address', user: {env: at('https://gw.example.com/v1/messages')}, says: /\/v1\/messages/},
		{name: 'doubled already', variables: at('https://gw.example.com/v1/v1')},
	],
	silent: [
		{name: 'a root', variables: at('https://openrouter.ai/api')},
		{name: "CodeRouter's documented base", variables: at('https://www.coderouter.io/api/v1')},
		{name: 'v1 inside the path (Cloudflare)', variables: at('https://gateway.ai.cloudflare.com/v1/account/gateway/anthropic')},
		{name: 'v1 inside the path (Tencent)', variables: at('https://env.api.tcloudbasegateway.com/v1/ai/cloudbase')},
		{name: 'a word that only ends alike', variables: at('https://gw.example.com/rev1')},
		{name: 'a bad address that a good one outranks', variables: at('https://gw.example.com/v1'), user: {env: at('https://gw.example.com')}},
		{name: 'v1 in the host', variables: at('https://v1')},
		{name: 'no address', variables: {ANTHROPIC_AUTH_TOKEN: routerKey}},
	],
};
