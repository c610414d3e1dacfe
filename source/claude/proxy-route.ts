/** The way a request of Claude Code takes: our own probe always goes direct, and that must be said where the two differ. */
export type Route = {readonly by: 'direct'} | {readonly by: 'proxy'; readonly variable: string; readonly host: string};

/** Claude Code takes HTTPS_PROXY also for http addresses, and asks for the lower case first (read in 2.1.329). */
export function proxyRoute(url: string, variables: Readonly<Record<string, string | undefined>>): Route {
	if (!URL.canParse(url)) return {by: 'direct'};
	const target = new URL(url);
	if (isExcepted(target, variables['no_proxy'] || variables['NO_PROXY'] || '')) return {by: 'direct'};
	const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
	for (const variable of names) {
		const text = variables[variable];
		if (text) return {by: 'proxy', variable, host: URL.canParse(text) ? new URL(text).host : 'an address that cannot be read'};
	}
	return {by: 'direct'};
}

function isExcepted({hostname, port}: URL, list: string): boolean {
	return list
		.split(/[\s,]+/)
		.filter(Boolean)
		.some(entry => {
			if (entry === '*') return true;
			const [, host = '', onPort] = /^\.?(?:\*\.)?([^:]+|\[[^\]]+\])(?::(\d+))?$/.exec(entry) ?? [];
			if (host === '' || (onPort !== undefined && onPort !== port)) return false;
			return hostname === host || hostname.endsWith(`.${host}`);
		});
}
