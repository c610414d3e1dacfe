import {type ProblemExamples, routerKey} from '../example.ts';

const at = (address: string) => ({ANTHROPIC_BASE_URL: address, ANTHROPIC_AUTH_TOKEN: routerKey});

export const protocolMismatch: ProblemExamples = {
	id: 'protocol-mismatch',
	fires: [
		{name: "OpenAI's own address", variables: at('https://api.openai.com/v1'), severity: 'error', says: /no Messages endpoint/},
		{name: 'the address of a chat call', variables: at('https://gw.example.com/v1/chat/completions'), says: /chat API/},
		{name: 'Groq', variables: at('https://api.groq.com/openai/v1/')},
		{name: "DashScope's other face", variables: at('https://dashscope.aliyuncs.com/compatible-mode/v1')},
	],
	silent: [
		{name: "DashScope's face for Anthropic clients", variables: at('https://dashscope.aliyuncs.com/apps/anthropic')},
		{name: 'OpenRouter', variables: at('https://openrouter.ai/api')},
		{name: 'an address with /v1: another name', variables: at('https://gw.example.com/v1')},
		{name: 'a path that only contains the word', variables: at('https://gw.example.com/openai-bridge')},
		{name: "a translator's own variable", variables: {...at('http://localhost:8082'), OPENAI_BASE_URL: 'https://api.openai.com/v1'}},
	],
};
