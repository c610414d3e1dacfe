import {baseAddress} from './base-address.ts';
import {isOpenaiHost} from './openai-host.ts';
import type {Problem} from './problem.ts';

/** The base URL is that of an OpenAI-style endpoint, and Claude Code speaks Anthropic's Messages only. */
export const protocolMismatch: Problem = {
	id: 'protocol-mismatch',
	diagnose({headless, interactive}) {
		const base = baseAddress(headless, interactive);
		if (base === null) return [];
		const byPath = openaiPath.test(new URL(base.address).pathname);
		if (!byPath && !isOpenaiHost(base.address)) return [];
		return [
			{
				id: 'protocol-mismatch',
				severity: 'error',
				title: 'The base URL is for programs that speak to OpenAI',
				why: byPath
					? 'Its path is one of the chat API of OpenAI. Claude Code appends /v1/messages to it and speaks Messages, so a 404 comes back.'
					: 'This host offers no Messages endpoint, only the API of OpenAI, so Claude Code cannot use it directly.',
				evidence: [base.fact],
				fix: {
					summary: "Use the provider's address for Anthropic clients, or put a translating proxy between.",
					edits: [],
					command: 'wizard',
				},
			},
		];
	},
};

/** Groq and Gemini, DashScope, Zhipu, and every full address of the chat API. */
const openaiPath = /\/(?:chat\/completions|completions|responses|openai(?:\/v1)?|compatible-mode\/v1|paas\/v4)\/*$/i;
