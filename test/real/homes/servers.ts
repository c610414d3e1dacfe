import {Secret} from '../../../source/credentials/secret.ts';
import {type Gateway, type GatewayOptions, startGateway} from '../../../source/gateway/gateway.ts';
import {namespaces, OwnNetwork} from '../stories/own-network.ts';
import {type Ground, thisNetwork} from './ground.ts';
import {isRouted, sharedKey, sharedLogin} from './held.ts';
import type {Home} from './home.ts';
import {reply} from './judge-home.ts';

/** Where one home is judged: the server that takes its credential alone, and the network from which it is reached. */
export type Served = {readonly ground: Ground; readonly gateway: Gateway; readonly close: () => Promise<void>};

/** What claude sends of a helper's word goes out in both headers. */
type Anthropic = 'console-key' | 'console-key by helper' | 'subscription';

/** Anthropic's own host in its three roles, each in a network of its own, and a router for each home that asks for one. */
export class Servers {
	readonly #hosts: ReadonlyMap<Anthropic, Omit<Served, 'close'>>;

	static async open(): Promise<Servers> {
		const strict: readonly (readonly [Anthropic, GatewayOptions])[] = [
			['console-key', {expect: 'x-api-key', secret: new Secret(sharedKey)}],
			['console-key by helper', {expect: 'both-same', secret: new Secret(sharedKey)}],
			['subscription', {expect: 'bearer', secret: new Secret(sharedLogin.accessToken)}],
		];
		const hosts = new Map<Anthropic, Omit<Served, 'close'>>();
		for (const [role, options] of strict) {
			const gateway = await startGateway({second: 'refused', reply, ...options});
			hosts.set(role, {gateway, ground: typeof namespaces === 'string' ? thisNetwork : await OwnNetwork.open(gateway)});
		}
		return new Servers(hosts);
	}

	private constructor(hosts: ReadonlyMap<Anthropic, Omit<Served, 'close'>>) {
		this.#hosts = hosts;
	}

	async for(home: Home): Promise<Served> {
		const host = this.#hosts.get(roleFor(home));
		if (host === undefined) throw new Error('the servers are not open');
		if (!isRouted(home.held)) return {...host, close: async () => {}};
		const gateway = await startGateway({
			expect: home.store === 'helper' ? 'both-same' : home.held === 'router-x-api-key' ? 'x-api-key' : 'bearer',
			second: 'refused',
			secret: new Secret(home.secret),
			prefix: home.prefix,
			reply,
		});
		await host.ground.reach(gateway);
		return {gateway, ground: host.ground, close: gateway.close};
	}

	async close(): Promise<void> {
		for (const {ground, gateway} of this.#hosts.values()) {
			if (ground instanceof OwnNetwork) await ground.close();
			await gateway.close();
		}
	}
}

function roleFor({held, store}: Home): Anthropic {
	if (held === 'subscription') return 'subscription';
	return held === 'console-key' && store === 'helper' ? 'console-key by helper' : 'console-key';
}
