import {isLocal} from '../../credentials/address.ts';
import {providerAddresses} from '../../credentials/competing.ts';
import {endpointAt} from '../../problems/endpoint.ts';
import type {Severity} from '../../problems/finding.ts';
import {providerAt} from '../../providers/index.ts';
import type {ScanFinding, Spot} from './scan-finding.ts';

/** Whose word an entry is: of whoever made the repository, of the user, or of a file that claude does not read itself. */
export type Author = 'project' | 'user' | 'other-program';

const addresses = new Set(['ANTHROPIC_BASE_URL', 'CLAUDE_CODE_API_BASE_URL', 'CLAUDE_CODE_CUSTOM_OAUTH_URL', ...providerAddresses]);
const proxies = /^(?:CLAUDE_CODE_)?(?:HTTPS?|ALL)_PROXY$/i;

type Host = 'own-computer' | 'own-network' | 'known' | 'unknown';

/** By whose word and to whom: an unknown host in the settings of a project gets the key of everyone who clones it. */
const severities: Readonly<Record<Host, Readonly<Record<Author, Severity>>>> = {
	unknown: {project: 'error', user: 'warning', 'other-program': 'warning'},
	known: {project: 'warning', user: 'info', 'other-program': 'info'},
	'own-network': {project: 'warning', user: 'info', 'other-program': 'info'},
	'own-computer': {project: 'info', user: 'info', 'other-program': 'info'},
};

/** An address that replaces Anthropic's or stands on the way to it; null for Anthropic's own and for what is no address. */
export function judgeAddress(variable: string, text: string, author: Author, spot: () => Spot): ScanFinding | null {
	const proxy = proxies.test(variable);
	const address = text.trim();
	if ((!proxy && !addresses.has(variable)) || address === '') return null;
	const endpoint = endpointAt(proxy && !address.includes('://') ? `http://${address}` : address);
	if (endpoint === null || endpoint.kind === 'anthropic' || endpoint.host === '') return null;
	const {host} = endpoint;
	const label = providerAt(address)?.label ?? null;
	const kind: Host =
		isLocal(host) || host === '::1' ? 'own-computer' : endpoint.kind === 'local' ? 'own-network' : label === null ? 'unknown' : 'known';
	const severity = severities[kind][author];
	return {
		spot: spot(),
		git: null,
		commit: null,
		id: 'redirected-address',
		// A proxy sees where requests go, and what is in them only where certificates are not checked.
		severity: proxy && severity === 'error' ? 'warning' : severity,
		title: `${variable} ${proxy ? 'sends requests through' : 'sends requests to'} ${whoIs(kind, host, label)}`,
		why: `${reach(author)}${kind === 'own-computer' ? ' Whatever listens on that port gets them.' : ''}`,
		fix: {
			summary:
				author === 'project'
					? 'Remove the entry, or agree on the host before you start claude there.'
					: 'Remove the entry if the host is not yours.',
			command: null,
		},
	};
}

function whoIs(kind: Host, host: string, label: string | null): string {
	switch (kind) {
		case 'own-computer':
			return `this computer (${host})`;
		case 'own-network':
			return `a host in the local network (${host})`;
		case 'known':
			return `${label ?? ''} (${host})`;
		case 'unknown':
			return host;
	}
}

function reach(author: Author): string {
	switch (author) {
		case 'project':
			return 'The entry comes with the project: the key or login of whoever starts claude there goes to that host, with claude -p at once.';
		case 'user':
			return "The entry is in the user's own settings for this project, and git does not bring it.";
		case 'other-program':
			return 'claude does not read this file; a shell or program that does, such as direnv, hands the address on to it.';
	}
}
