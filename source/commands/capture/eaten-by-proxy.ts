import {proxyRoute} from '../../claude/proxy-route.ts';
import {showValue} from '../../places/show.ts';
import type {Situation} from '../../problems/problem.ts';
import {isLoopback} from '../../setups/secret-rules.ts';
import {userAddress, variablesOf} from './user-address.ts';

/**
 * Why nothing stands in the log of a router on this computer: claude asks a proxy for it. The listener is excepted from proxies, so
 * that it does see the request, and the difference has to be said. Null where that is not so.
 */
export function eatenByProxy({facts, claude}: Situation): string | null {
	const version = claude.chosen?.version ?? null;
	const address = userAddress(facts, version);
	if (!URL.canParse(address) || !isLoopback(new URL(address))) return null;
	const variables = Object.fromEntries([...variablesOf(facts, version)].map(([name, {text}]) => [name, text]));
	const route = proxyRoute(address, variables, version);
	if (route.by === 'direct') return null;
	const {host} = new URL(address);
	return `Otherwise ${route.variable} sends what is meant for ${host} to the proxy ${showValue('', route.host)}, and nothing arrives there.\n  What mends it: NO_PROXY=localhost,127.0.0.1`;
}
