import type {Fact} from '../places/fact.ts';
import {endpointAt, endpointOf} from './endpoint.ts';
import type {Finding} from './finding.ts';
import {inForce, valueInForce} from './in-force.ts';
import type {Problem, Situation} from './problem.ts';
import {setVariable} from './set-variable.ts';
import {settingsPath} from './settings-paths.ts';
import {unset} from './unset.ts';

/**
 * Claude Code sends requests to this computer through the HTTP proxy as well, so a router that runs here needs NO_PROXY. A proxy that
 * runs here itself may pass them on; one elsewhere looks for the router on its own side.
 */
export const httpProxyMisroute: Problem = {
	id: 'http-proxy-misroute',
	diagnose(situation) {
		const {route, headless} = situation;
		const endpoint = endpointOf(headless.request);
		if (route.by === 'direct' || endpoint === null) return [];
		const proxy = inForce(headless, route.variable);
		if (proxy === null) return [];
		if (route.usable !== 'yes') return [unusable(proxy, route.usable)];
		if (endpoint.kind !== 'local') return [];
		const onOwnSide = isLoopback(endpoint.host) && endpointAt(`http://${route.host}`)?.kind !== 'local';
		return [caught(situation, proxy, endpoint.host, onOwnSide ? 'error' : 'warning')];
	},
};

function isLoopback(host: string): boolean {
	return /^(?:localhost|127\.|::1$|0\.0\.0\.0$)/.test(host);
}

function unusable(proxy: Fact, why: 'no-address' | 'scheme'): Finding {
	return {
		id: 'http-proxy-misroute',
		severity: 'error',
		title: `${proxy.variable} is no proxy that claude can use`,
		why:
			why === 'scheme'
				? 'claude speaks to HTTP proxies only and answers "UnsupportedProxyProtocol"; the oldest versions do not even start.'
				: 'It is not an address, and claude stops before it sends anything.',
		evidence: [proxy],
		fix: {
			summary: 'Set it to an HTTP proxy, as in http://proxy.example:8080 (most SOCKS programs offer one beside), or unset it.',
			edits: [],
			command: unset(proxy),
		},
	};
}

function caught(situation: Situation, proxy: Fact, host: string, severity: 'error' | 'warning'): Finding {
	const {headless} = situation;
	const base = inForce(headless, 'ANTHROPIC_BASE_URL');
	const lists = ['NO_PROXY', 'no_proxy'].map(name => inForce(headless, name)).filter(fact => fact?.state === 'text') as readonly Fact[];
	const wanted = isLoopback(host) ? ['localhost', '127.0.0.1', ...(host === '::1' ? ['::1'] : [])] : [host];
	const edits = [...new Set(['NO_PROXY', ...lists.map(({variable}) => variable)])].flatMap(name =>
		exception(name, wanted, lists, situation),
	);
	return {
		id: 'http-proxy-misroute',
		severity,
		title: `Requests to ${host} go through the proxy of ${proxy.variable}`,
		why: `NO_PROXY does not name ${host}, so claude asks the proxy for it${severity === 'error' ? ', and the proxy looks for it on its own side' : ''}. The router here sees nothing, and the answer is the proxy's 502, 503 or silence.`,
		evidence: [proxy, ...lists, ...(base === null ? [] : [base])],
		fix: {
			summary: `Except it: NO_PROXY=${wanted.join(',')}.`,
			edits,
			command: edits.length > 0 ? 'wizard --repair' : `export NO_PROXY=${wanted.join(',')}`,
		},
	};
}

/**
 * An entry in settings counts in every version (measured, 2.0.77 to 2.1.329), save that 2.0.77 keeps to the shell's where that has one.
 * Of the two spellings 2.1.197 and older ask for the lower case first, so one that is set is mended too.
 */
function exception(name: string, wanted: readonly string[], lists: readonly Fact[], {headless, facts, claude}: Situation) {
	const old = /^(?:1|2\.0)\./.test(claude.chosen?.version ?? '');
	if (old && facts.some(fact => fact.place === 'shell' && fact.state === 'text' && /^no_proxy$/i.test(fact.variable))) return [];
	const before = valueInForce(headless, name);
	const value = [...(before === '' ? [] : [before]), ...wanted.filter(host => !before.split(/[\s,]+/).includes(host))].join(',');
	const fact = lists.find(({variable}) => variable === name);
	if (fact !== undefined) return setVariable('http-proxy-misroute', fact, value, facts);
	const file = settingsPath(facts, 'user-settings');
	return file === null
		? []
		: [
				{
					kind: 'set-setting' as const,
					file,
					path: ['env', name],
					value,
					summary: `Set ${name}`,
					answers: {to: 'finding' as const, id: 'http-proxy-misroute'},
				},
			];
}
