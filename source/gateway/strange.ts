/** What reached the listener and is no request. */
export type Strange = 'tls' | 'tunnel' | 'headers-too-large' | 'garbage';

/** Null for a connection that only ended: clients open more than they use. */
export function strangeness(code: string | undefined, first: Buffer | undefined): Strange | null {
	// The greeting of TLS: the client was given https:// for an address that speaks http.
	if (first?.[0] === 0x16 && first[1] === 0x03) return 'tls';
	if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
	return code?.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE' ? 'garbage' : null;
}
