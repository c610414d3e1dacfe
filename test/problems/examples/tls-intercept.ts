import {login, type ProblemExamples} from '../example.ts';

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

export const tlsIntercept: ProblemExamples = {
	id: 'tls-intercept',
	fires: [
		{name: 'the file is not there', variables: {NODE_EXTRA_CA_CERTS: '/etc/ssl/corp.pem'}, login, severity: 'warning', says: /not there/},
		{
			name: 'a ~ that no shell has seen',
			user: {env: {NODE_EXTRA_CA_CERTS: '~/corp.pem'}},
			files: {'~/corp.pem': pem},
			login,
			says: /begins with ~/,
		},
		{name: 'quotes', user: {env: {NODE_EXTRA_CA_CERTS: '"/home/ada/corp.pem"'}}, files: {'~/corp.pem': pem}, login, says: /quotes/},
		{
			name: 'no certificate in it',
			variables: {NODE_EXTRA_CA_CERTS: '/home/ada/corp.der'},
			files: {'~/corp.der': 'MIIB'},
			login,
			says: /no certificate/,
		},
		{name: 'a folder', variables: {NODE_EXTRA_CA_CERTS: '/home/ada/certs'}, files: {'~/certs': {folder: true}}, login, says: /folder/},
		{
			name: 'this user may not read it',
			variables: {NODE_EXTRA_CA_CERTS: '/etc/ssl/corp.pem'},
			files: {'/etc/ssl/corp.pem': {text: pem, mode: 0, uid: 0}},
			login,
		},
		{
			name: 'only in settings, with a version that reads them too late',
			user: {env: {NODE_EXTRA_CA_CERTS: '/home/ada/corp.pem'}},
			files: {'~/corp.pem': pem},
			claude: '2.0.77',
			login,
			says: /too late/,
		},
		{
			name: 'as a live prompt says, too',
			variables: {NODE_EXTRA_CA_CERTS: '/etc/ssl/corp.pem'},
			login,
			live: 'tls-intercept',
			severity: 'error',
		},
		{
			name: 'as a live prompt says',
			variables: {HTTPS_PROXY: 'http://proxy.corp.example:8080'},
			login,
			live: 'tls-intercept',
			severity: 'error',
		},
	],
	silent: [
		{name: 'a certificate', variables: {NODE_EXTRA_CA_CERTS: '/home/ada/corp.pem'}, files: {'~/corp.pem': pem}, login},
		{
			name: 'in settings, with a version that reads them in time',
			user: {env: {NODE_EXTRA_CA_CERTS: '/home/ada/corp.pem'}},
			files: {'~/corp.pem': pem},
			login,
		},
		{
			name: 'a bad one that settings outrank',
			variables: {NODE_EXTRA_CA_CERTS: '/gone.pem'},
			user: {env: {NODE_EXTRA_CA_CERTS: '/home/ada/corp.pem'}},
			files: {'~/corp.pem': pem},
			login,
		},
		{name: 'none', login},
	],
};
