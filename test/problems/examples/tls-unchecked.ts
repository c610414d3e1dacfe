import {login, type ProblemExamples} from '../example.ts';

export const tlsUnchecked: ProblemExamples = {
	id: 'tls-unchecked',
	fires: [
		{name: 'in the shell', variables: {NODE_TLS_REJECT_UNAUTHORIZED: '0'}, login, severity: 'warning', says: /takes? every certificate/},
		{name: 'the word false, with the version that takes it', variables: {NODE_TLS_REJECT_UNAUTHORIZED: 'false'}, claude: '2.1.197', login},
		{name: 'in settings', user: {env: {NODE_TLS_REJECT_UNAUTHORIZED: '0'}}, login},
	],
	silent: [
		{name: 'on', variables: {NODE_TLS_REJECT_UNAUTHORIZED: '1'}, login},
		{
			name: 'cancelled, which works',
			variables: {NODE_TLS_REJECT_UNAUTHORIZED: '0'},
			user: {env: {NODE_TLS_REJECT_UNAUTHORIZED: ''}},
			login,
		},
		{name: 'the word false', variables: {NODE_TLS_REJECT_UNAUTHORIZED: 'false'}, login},
		{name: 'none', login},
	],
};
