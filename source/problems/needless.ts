import {damageOf} from '../credentials/damage.ts';
import {recognise} from '../credentials/shapes.ts';
import type {Fact} from '../places/fact.ts';
import {vendorAt} from '../providers/vendor.ts';
import {credentialSource, textOf} from './credential-source.ts';
import {type Endpoint, endpointOf} from './endpoint.ts';
import type {Situation} from './problem.ts';

/** Of two credentials that go out together, the one that cannot be meant for this endpoint; null where both might be. */
export function needlessOf(both: readonly [authorization: Fact, xApiKey: Fact], {headless, interactive}: Situation): Fact | null {
	const endpoint = endpointOf(headless.request) ?? endpointOf(interactive.request);
	// A third header is there for the gateway itself, and then one of the two passes through it.
	const passes = headless.request.sends && headless.request.headers.length > 0;
	if (endpoint === null || passes) return null;
	const unfit = both.filter(fact => isUnfit(fact, fact === both[0] ? 'authorization' : 'x-api-key', endpoint));
	const [needless] = unfit;
	if (unfit.length !== 1 || needless === undefined) return null;
	const source = credentialSource(needless);
	return source === 'key' || source === 'token' ? needless : null;
}

function isUnfit(fact: Fact, header: 'authorization' | 'x-api-key', {kind, host}: Endpoint): boolean {
	const text = textOf(fact)?.trim();
	if (text === undefined || credentialSource(fact) === 'helper') return false;
	const damage = damageOf(text)?.kind;
	if (damage === 'placeholder' || damage === 'nothing-in-words' || damage === 'unexpanded-variable' || damage === 'masked') return true;
	const shape = recognise(text)?.shape;
	if (shape === undefined || !shape.certain) return false;
	if (kind === 'anthropic') return shape.owner !== 'Anthropic' || (shape.id === 'anthropic-api' && header === 'authorization');
	const takes = vendorAt(host)?.shapes ?? null;
	return takes === null ? shape.owner === 'Anthropic' : !takes.includes(shape.id);
}
