import type {Request} from '../request/request.ts';

/** What kind of host a request goes to: the rules for a good credential differ. */
export type Endpoint = {readonly kind: 'anthropic' | 'local' | 'other'; readonly host: string};

/** Null where nothing is sent, or to a cloud provider, or to no address at all. */
export function endpointOf(request: Request): Endpoint | null {
	if (!request.sends || request.provider !== 'anthropic') return null;
	return endpointAt(request.url);
}

export function endpointAt(address: string): Endpoint | null {
	if (!URL.canParse(address)) return null;
	const {hostname} = new URL(address);
	const host = hostname.replace(/^\[|\]$/g, '');
	if (host === 'anthropic.com' || host.endsWith('.anthropic.com')) return {kind: 'anthropic', host};
	return {kind: isLocal(host) ? 'local' : 'other', host};
}

/** This computer, its own network, or a name that only such a network resolves (containers, `host.docker.internal`). */
function isLocal(host: string): boolean {
	return (
		/^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0$)/.test(host) ||
		/^(?:::1?$|f[cd][0-9a-f]{2}:|fe80:)/i.test(host) ||
		/(?:^|\.)(?:localhost|local|lan|internal|home\.arpa)$/i.test(host) ||
		(!host.includes('.') && !host.includes(':'))
	);
}
