import type {Fact} from '../places/fact.ts';
import type {Resolution} from '../request/request.ts';
import {textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';

/** The base URL that counts, with the fact it comes from; null where Anthropic's own or a cloud's is used. */
export type BaseAddress = {readonly fact: Fact; readonly address: string; readonly resolution: Resolution};

export function baseAddress(headless: Resolution, interactive: Resolution): BaseAddress | null {
	const resolution = headless.request.sends ? headless : interactive;
	if (endpointOf(resolution.request) === null) return null;
	const fact = resolution.judged.find(({fact, wins}) => wins && fact.variable === 'ANTHROPIC_BASE_URL')?.fact;
	const address = fact === undefined ? '' : (textOf(fact)?.trim() ?? '');
	return fact === undefined || !URL.canParse(address) ? null : {fact, address, resolution};
}
