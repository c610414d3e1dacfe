import type {Severity} from '../../problems/finding.ts';
import type {Author} from './judge-address.ts';
import type {ScanFinding, Spot} from './scan-finding.ts';
import type {Value} from './value.ts';

const helpers = new Set([
	'apiKeyHelper',
	'proxyAuthHelper',
	'otelHeadersHelper',
	'awsAuthRefresh',
	'awsCredentialExport',
	'gcpAuthRefresh',
]);

/** Programs that talk to other computers, and addresses as an argument. A script in the project can do so unseen. */
const reachesOut =
	/(?:^|[\s;|&(`/])(?:curl|wget|nc|ncat|socat|telnet|ssh|scp|Invoke-WebRequest|iwr|irm)(?:\s|$)|https?:\/\/(?!(?:localhost|127\.))/i;

/** Settings of a project that are no address and still decide what happens to a credential. */
export function judgeSetting({trail, text}: Value, author: Author, spot: () => Spot): ScanFinding | null {
	const [first = '', second = ''] = trail;
	if (text.trim() === '') return null;
	if (trail.length === 1 && helpers.has(first)) return helperFinding(first, text, author, spot());
	const variable = trail.length === 1 ? first : second;
	if (trail.length === 2 && first !== 'env') return null;
	if (/^CLAUDE_CONFIG_DIR$|^CLAUDE_SECURESTORAGE_CONFIG_DIR$|^ANTHROPIC_CONFIG_DIR$/.test(variable) && author === 'project')
		return {
			spot: spot(),
			git: null,
			commit: null,
			id: 'moved-config',
			severity: 'warning',
			title: `${variable} moves the place where logins are kept`,
			why: 'Logins and state would be written to, and read from, a folder that the project names.',
			fix: {summary: 'Remove the entry.', command: null},
		};
	const unchecked = variable === 'NODE_TLS_REJECT_UNAUTHORIZED' && text.trim() === '0';
	if (unchecked || (author === 'project' && /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/.test(variable)))
		return {
			spot: spot(),
			git: null,
			commit: null,
			id: 'unchecked-tls',
			severity: unchecked && author === 'project' ? 'error' : 'warning',
			title: unchecked
				? `${variable} turns the check of certificates off`
				: `${variable} makes claude trust a certificate that the project names`,
			why: 'Whoever is on the way to the server can then pretend to be it, and read the key or login.',
			fix: {summary: 'Remove the entry.', command: null},
		};
	return null;
}

function helperFinding(name: string, command: string, author: Author, spot: Spot): ScanFinding {
	const out = reachesOut.test(command);
	const severity: Severity = author === 'project' ? (out ? 'error' : 'warning') : 'info';
	return {
		spot,
		git: null,
		commit: null,
		id: 'project-helper',
		severity,
		title: `${name} is a command that claude runs${out ? ', and it reaches out to other computers' : ''}`,
		why: `It runs as whoever starts claude there, with claude -p at once.${name === 'apiKeyHelper' ? ' What it prints is sent as the credential.' : ''}`,
		fix: {summary: 'Read the command before you start claude there; remove the entry if it is not yours.', command: null},
	};
}
