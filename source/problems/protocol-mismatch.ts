import {betterAddresses} from '../providers/known-hosts.ts';
import {baseAddress} from './base-address.ts';
import {isOpenaiHost, isOpenaiPath} from './openai-host.ts';
import type {Problem} from './problem.ts';
import {setVariable} from './set-variable.ts';

/** The base URL is that of an OpenAI-style endpoint, and Claude Code speaks Anthropic's Messages only. */
export const protocolMismatch: Problem = {
	id: 'protocol-mismatch',
	diagnose({facts, headless, interactive}) {
		const base = baseAddress(headless, interactive);
		if (base === null) return [];
		const byPath = isOpenaiPath(base.address);
		if (!byPath && !isOpenaiHost(base.address)) return [];
		// Many vendors have a face for each protocol on one host; several documented paths are several plans.
		const [better, another] = betterAddresses(base.address) ?? [];
		const one = better === undefined || (another !== undefined && !/aliyuncs/.test(better)) ? null : better;
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
					summary:
						one === null
							? "Use the provider's address for Anthropic clients, or put a translating proxy between."
							: `Use the address of the same vendor for Anthropic clients: ${one}.`,
					edits: one === null ? [] : setVariable('protocol-mismatch', base.fact, one, facts),
					command: one === null ? 'wizard' : 'wizard --repair',
				},
			},
		];
	},
};
