import {Secret} from '../credentials/secret.ts';
import {knownHost} from '../providers/known-hosts.ts';
import {clearVariables} from './clear-variables.ts';
import {textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Problem} from './problem.ts';
import {setVariable} from './set-variable.ts';

/** ANTHROPIC_CUSTOM_HEADERS of another endpoint ride along. Only where the name of a header says whose it is and the host is not theirs. */
export const customHeadersLeft: Problem = {
	id: 'custom-headers-left',
	diagnose({facts, headless}) {
		const {request} = headless;
		const endpoint = endpointOf(request);
		if (!request.sends || endpoint === null || endpoint.kind === 'local') return [];
		const known = knownHost(request.url);
		const left = request.headers.flatMap(({name, fact}) => {
			const owner = owners.find(({header}) => header.test(name));
			return owner === undefined || known === null || owner.maker === known.maker ? [] : [{name, fact, owner}];
		});
		const [first] = left;
		if (first === undefined) return [];
		const {fact, owner} = first;
		const rest = (textOf(fact) ?? '')
			.split(/\r?\n/)
			.filter(line => line.trim() !== '' && !owners.some(({header}) => header.test(nameIn(line))));
		const names = left.map(({name}) => name).join(', ');
		return [
			{
				id: 'custom-headers-left',
				severity: left.some(one => one.owner.carriesKey) ? 'error' : 'warning',
				title: `A header for ${owner.maker} goes to ${endpoint.host}`,
				why: `ANTHROPIC_CUSTOM_HEADERS has ${names}, left from an earlier setup, and it goes out with every request. ${owner.carriesKey ? 'Its value is a credential that this host has no business with.' : 'This host has no use for it.'}`,
				evidence: [fact],
				fix: {
					summary: rest.length === 0 ? 'Remove ANTHROPIC_CUSTOM_HEADERS.' : `Take ${names} out of ANTHROPIC_CUSTOM_HEADERS.`,
					edits:
						rest.length === 0
							? clearVariables('custom-headers-left', facts, [fact.variable])
							: setVariable('custom-headers-left', fact, new Secret(rest.join('\n')), facts),
					command: 'wizard --repair',
				},
			},
		];
	},
};

type Owner = {readonly header: RegExp; readonly maker: string; readonly carriesKey: boolean};

const owners: readonly Owner[] = [
	{header: /^x-litellm-(?:api-)?key$/i, maker: 'LiteLLM', carriesKey: true},
	{header: /^x-litellm-/i, maker: 'LiteLLM', carriesKey: false},
	{header: /^cf-aig-authorization$/i, maker: 'Cloudflare', carriesKey: true},
	{header: /^cf-aig-/i, maker: 'Cloudflare', carriesKey: false},
	{header: /^x-portkey-(?:api-key|virtual-key)$/i, maker: 'Portkey', carriesKey: true},
	{header: /^x-portkey-/i, maker: 'Portkey', carriesKey: false},
	{header: /^helicone-auth$/i, maker: 'Helicone', carriesKey: true},
	{header: /^helicone-/i, maker: 'Helicone', carriesKey: false},
	{header: /^openai-api-key$/i, maker: 'claude-code-proxy', carriesKey: true},
	{header: /^(?:x-openrouter-|x-title$|http-referer$)/i, maker: 'OpenRouter', carriesKey: false},
];

function nameIn(line: string): string {
	return line.slice(0, Math.max(0, line.indexOf(':'))).trim();
}
