import type {CauseEntry} from './cause.ts';

/** Section E of the taxonomy: the request does not arrive. */
export const network = {
	'unreachable-host': {
		title: 'Nothing answers at that address',
		why: 'Nothing listens there, or the way is cut. No credential has been seen by anyone.',
		fix: [
			'See which address is used, and whether it is a leftover: wizard doctor',
			'Start the proxy or server; use 127.0.0.1, not 0.0.0.0',
			'Open the firewall, or set HTTPS_PROXY where one is needed',
		],
		tell: 'curl to the same address is refused too.',
		near: ['stale-base-url', 'http-proxy-misroute', 'dns'],
	},
	dns: {
		title: 'The host name does not resolve',
		why: 'No resolver knows the name, or none can be asked. A typo in the address and a dead network look alike.',
		fix: ['Check the name: wizard doctor shows the address', 'Check the resolver: getent hosts api.anthropic.com (Windows: nslookup)'],
		tell: 'The code is ENOTFOUND or EAI_AGAIN.',
		near: ['unreachable-host', 'http-proxy-misroute', 'stale-base-url'],
	},
	timeout: {
		title: 'No answer in time',
		why: 'The connection or the answer took longer than the client waits. Slow models, dropped packets and proxies do this.',
		fix: ['For slow backends: API_TIMEOUT_MS=600000 in settings env', 'Check proxy and VPN: wizard check'],
		tell: 'It fails after seconds or minutes, not at once.',
		near: ['unreachable-host', 'http-proxy-misroute', 'overloaded'],
	},
	'tls-intercept': {
		title: 'Something re-signs the encrypted connection',
		why: 'A company proxy or virus scanner answers with its own certificate, which Node does not trust. Browsers work because the system trusts it.',
		fix: [
			'export NODE_EXTRA_CA_CERTS=/path/to/company-ca.pem before starting claude (some versions read it too late from settings)',
			'Do not switch checking off with NODE_TLS_REJECT_UNAUTHORIZED',
		],
		tell: 'The text names a certificate or issuer.',
		near: ['http-proxy-misroute', 'unreachable-host', 'http-proxy-auth'],
	},
	'http-proxy-auth': {
		title: 'The HTTP proxy wants a login',
		why: 'Requests leave through a proxy that asks for user and password. NTLM proxies are not supported and show only "fetch failed".',
		fix: [
			'Put the credentials into HTTPS_PROXY=http://user:password@host:port (percent-encode signs)',
			'For NTLM or Kerberos: run a helper proxy such as px or cntlm',
		],
		tell: 'Status 407.',
		near: ['http-proxy-misroute', 'tls-intercept', 'unreachable-host'],
	},
	'http-proxy-misroute': {
		title: 'Proxy variables send the request the wrong way',
		why: 'HTTP_PROXY or HTTPS_PROXY points at something dead, or catches an address that should be reached directly. A local router is the usual victim.',
		fix: [
			'See them: wizard doctor',
			'For a local address: export NO_PROXY=localhost,127.0.0.1',
			'A dead proxy: unset HTTPS_PROXY HTTP_PROXY ALL_PROXY',
		],
		tell: 'It works with the proxy variables unset.',
		near: ['unreachable-host', 'http-proxy-auth', 'timeout'],
	},
	'onboarding-check': {
		title: 'The first-run check of api.anthropic.com fails',
		why: 'The welcome screen asks Anthropic before any gateway is used. Where Anthropic cannot be reached, it stops there although the gateway is fine.',
		fix: ['Set "hasCompletedOnboarding": true in ~/.claude.json: wizard --repair', 'Or reach api.anthropic.com once, with HTTPS_PROXY set'],
		tell: 'It appears on the welcome screen, before a prompt; claude -p works.',
		near: ['http-proxy-misroute', 'unreachable-host', 'region-blocked'],
	},
} as const satisfies Record<string, CauseEntry>;
