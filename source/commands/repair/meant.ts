import type {Situation} from '../../problems/problem.ts';
import {providerSwitch} from '../../problems/provider-switch.ts';
import {type Address, addressesOf} from './addresses.ts';
import {type Candidate, candidate, issuerAddress} from './candidate.ts';
import {type Fit, fitAt} from './fit-at.ts';
import {type Held, heldCredentials} from './held.ts';

/** Which credential the user means, by what is on the machine alone. */
export type Meant =
	| {readonly state: 'meant'; readonly candidate: Candidate; readonly because: string}
	/** More than one may be meant, and each would work or fail for reasons that nobody can see from here. */
	| {readonly state: 'unclear'; readonly candidates: readonly Candidate[]}
	/** A cloud provider is in use, or the folder's own settings decide: not ours to move. */
	| {readonly state: 'on-purpose'; readonly because: string}
	| {readonly state: 'nothing'};

/**
 * The address that was set up says more than a key that lies around: a key of the address's own issuer is meant, then the only one
 * that could belong there. Without an address it is Anthropic's own, or that of the key's issuer.
 */
export function meant(situation: Situation): Meant {
	if (isOnCloud(situation) && !isLeftOver(situation)) return {state: 'on-purpose', because: 'A cloud provider is switched on.'};
	const all = heldCredentials(situation.facts);
	const addresses = addressesOf(situation);
	switch (addresses.state) {
		case 'theirs':
			return {state: 'on-purpose', because: 'The settings of this folder decide where requests go.'};
		case 'own':
			return meantAt(addresses.address, all);
		case 'several':
			return unclear(addresses.addresses.flatMap(({url}) => fitting(all, url).map(({held}) => candidate(held, url))));
		case 'none':
			return meantWithout(all);
	}
}

function isOnCloud({headless: {request}}: Situation): boolean {
	return request.sends ? request.provider !== 'anthropic' : request.because === 'cloud-setup';
}

/** Nothing of what the cloud needs is there, and another credential is. */
function isLeftOver(situation: Situation): boolean {
	return providerSwitch.diagnose(situation).some(({severity}) => severity === 'error');
}

function meantAt({url}: Address, all: readonly Held[]): Meant {
	const there = fitting(all, url);
	const best = strongest(there);
	const [only] = best;
	if (only !== undefined && best.length === 1) {
		const because =
			only.fits === 'issuer'
				? `the key is of the kind that ${hostOf(url)} gives out`
				: `it is the only credential here that ${hostOf(url)} could take`;
		return {state: 'meant', candidate: candidate(only.held, url), because};
	}
	if (best.length > 1) return unclear(best.map(({held}) => candidate(held, url)));
	// Either the address is left over or the key is not the right one.
	const elsewhere = [...fitting(all, null).map(({held}) => candidate(held, null)), ...all.flatMap(atIssuer)];
	return elsewhere.length === 0 ? {state: 'nothing'} : {state: 'unclear', candidates: elsewhere};
}

function meantWithout(all: readonly Held[]): Meant {
	const own = strongest(fitting(all, null));
	const elsewhere = all.flatMap(atIssuer);
	const [only] = own;
	if (own.length === 1 && elsewhere.length === 0 && only !== undefined)
		return {
			state: 'meant',
			candidate: candidate(only.held, null),
			because: "it is the only credential here that Anthropic's own address takes",
		};
	const [issued] = elsewhere;
	if (own.length === 0 && elsewhere.length === 1 && issued !== undefined)
		return {state: 'meant', candidate: issued, because: `the key names its issuer, and that is ${hostOf(issued.baseUrl ?? '')}`};
	return unclear([...own.map(({held}) => candidate(held, null)), ...elsewhere]);
}

type Fitting = {readonly held: Held; readonly fits: Exclude<Fit, 'no'>};

function fitting(all: readonly Held[], address: string | null): readonly Fitting[] {
	return all.flatMap(held => {
		const fits = fitAt(held, address);
		return fits === 'no' ? [] : [{held, fits}];
	});
}

function strongest(all: readonly Fitting[]): readonly Fitting[] {
	for (const wanted of ['issuer', 'likely', 'doubtful'] as const) {
		const found = all.filter(({fits}) => fits === wanted);
		if (found.length > 0) return found;
	}
	return [];
}

function atIssuer(held: Held): readonly Candidate[] {
	const address = issuerAddress(held);
	return address === null ? [] : [candidate(held, address, 'issuer')];
}

function unclear(candidates: readonly Candidate[]): Meant {
	return candidates.length === 0 ? {state: 'nothing'} : {state: 'unclear', candidates};
}

function hostOf(address: string): string {
	return URL.canParse(address) ? new URL(address).host : address;
}
