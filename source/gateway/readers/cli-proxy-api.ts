import {authorization, header, type Reader, xApiKey} from './reader.ts';

export const cliProxyApi: Reader = {
	id: 'cliproxyapi',
	label: 'CLIProxyAPI',
	order: [authorization, header('x-goog-api-key'), xApiKey],
	among: 'any',
	guard: 'if-set',
	keys: {kind: 'own', owner: null},
	refusal: {missing: '401 Missing API key', unknown: '401 Invalid API key'},
	evidence: 'internal/access/config_access/provider.go in router-for-me/CLIProxyAPI@a7e3596',
};
