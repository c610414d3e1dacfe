import {anthropic} from './anthropic.ts';
import type {Failure} from './failure.ts';
import {litellm} from './litellm.ts';
import {relays} from './relays.ts';
import {routers} from './routers.ts';
import {subscription} from './subscription.ts';
import {wire} from './wire.ts';

/** Everything the gateway can play. The order is that of help and tests: who issues keys, who passes them on, what is no API. */
export const failures: readonly Failure[] = [anthropic, subscription, routers, litellm, relays, wire].flat();

export function failureNamed(name: string): Failure | null {
	return failures.find(failure => failure.name === name) ?? null;
}
