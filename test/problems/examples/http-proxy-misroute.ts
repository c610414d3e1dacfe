import {login, type ProblemExamples, routerKey} from '../example.ts';

const local = {ANTHROPIC_BASE_URL: 'http://127.0.0.1:3456', ANTHROPIC_AUTH_TOKEN: 'any'};
const proxy = 'http://proxy.corp.example:8080';

export const httpProxyMisroute: ProblemExamples = {
	id: 'http-proxy-misroute',
	fires: [
		{name: 'a router of this computer behind a proxy', variables: {...local, HTTPS_PROXY: proxy}, severity: 'error', says: /own side/},
		{
			name: 'http_proxy alone, in settings',
			user: {env: {...local, ANTHROPIC_BASE_URL: 'http://localhost:4000', http_proxy: proxy}},
			severity: 'error',
		},
		{name: 'NO_PROXY names others', variables: {...local, HTTPS_PROXY: proxy, NO_PROXY: 'intra.example'}},
		{
			name: 'the lower case outranks',
			variables: {...local, HTTPS_PROXY: proxy, no_proxy: 'intra.example', NO_PROXY: '127.0.0.1'},
			claude: '2.1.197',
		},
		{name: 'localhost is not 127.0.0.1', user: {env: {...local, HTTPS_PROXY: proxy, NO_PROXY: 'localhost'}}},
		{name: 'ALL_PROXY, which the newest take', variables: {...local, ALL_PROXY: proxy}},
		{name: 'the proxy runs here as well', variables: {...local, HTTPS_PROXY: 'http://127.0.0.1:7890'}, severity: 'warning'},
		{
			name: 'a private host',
			user: {env: {...local, ANTHROPIC_BASE_URL: 'http://10.1.2.3:4000'}},
			variables: {HTTPS_PROXY: proxy},
			severity: 'warning',
		},
		{
			name: 'a proxy of another kind',
			variables: {ALL_PROXY: 'socks5://127.0.0.1:1080'},
			login,
			severity: 'error',
			says: /UnsupportedProxyProtocol/,
		},
		{name: 'no address at all', variables: {HTTPS_PROXY: 'not a proxy'}, login, severity: 'error'},
		{name: 'as a live prompt says', variables: {HTTPS_PROXY: proxy}, login, live: 'http-proxy-misroute'},
	],
	silent: [
		{name: 'NO_PROXY names it', variables: {...local, HTTPS_PROXY: proxy, NO_PROXY: 'localhost,127.0.0.1'}},
		{name: 'a range names it', variables: {...local, HTTPS_PROXY: proxy, NO_PROXY: '127.0.0.0/8'}},
		{name: 'ALL_PROXY, which older ones do not take', variables: {...local, ALL_PROXY: proxy}, claude: '2.1.197'},
		{
			name: 'a host far away is what a proxy is for',
			variables: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_AUTH_TOKEN: routerKey, HTTPS_PROXY: proxy},
		},
		{name: 'no proxy', variables: local},
		{name: 'cancelled', variables: {...local, HTTPS_PROXY: proxy}, user: {env: {HTTPS_PROXY: ''}}},
	],
};
