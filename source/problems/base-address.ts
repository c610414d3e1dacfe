import type {Fact} from '../places/fact.ts';
import type {Resolution} from '../request/request.ts';
import {textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import {inForce} from './in-force.ts';

/** The base URL that counts, with the fact it comes from; null where Anthropic's own or a cloud's is used. */
export type BaseAddress = {readonly fact: Fact; readonly address: string; readonly resolution: Resolution};

export function baseAddress(headless: Resolution, interactive: Resolution): BaseAddress | null {
	const resolution = headless.request.sends ? headless : interactive;
	if (endpointOf(resolution.request) === null) return null;
	const fact = resolution.judged.find(({fact, wins}) => wins && fact.variable === 'ANTHROPIC_BASE_URL')?.fact;
	const address = fact === undefined ? '' : (textOf(fact)?.trim() ?? '');
	return fact === undefined || !URL.canParse(address) ? null : {fact, address, resolution};
}

/** What of an address Claude Code would double by appending /v1/messages, and the address without it; null where there is nothing. */
export function doubledPart(address: string): {readonly ending: string; readonly shorter: string} | null {
	const ending = /(?:\/v1)?\/v1(?:\/messages)?\/*$/i.exec(new URL(address).pathname)?.[0].replace(/\/+$/, '');
	return ending === undefined ? null : {ending, shorter: address.replace(/\/+$/, '').slice(0, -ending.length)};
}

/** The same, or the address of a Foundry resource where that is switched on: both get /v1/messages put behind them. */
export function addressInForce(headless: Resolution, interactive: Resolution): BaseAddress | null {
	const {request} = headless;
	if (!request.sends || request.provider !== 'foundry') return baseAddress(headless, interactive);
	const fact = inForce(headless, 'ANTHROPIC_FOUNDRY_BASE_URL');
	const address = fact === null ? '' : (textOf(fact)?.trim() ?? '');
	return fact === null || !URL.canParse(address) ? null : {fact, address, resolution: headless};
}
