import {recognise} from '../credentials/shapes.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {baseAddress} from './base-address.ts';
import {credentialSource, sentHeaders, textOf} from './credential-source.ts';
import type {Problem} from './problem.ts';
import {type Sibling, vendorAt} from './vendor.ts';

/** The key is of the right vendor and of another product of it, which has a host of its own. The key works there, and here it is 401 or no money. */
export const wrongPlanOrRegion: Problem = {
	id: 'wrong-plan-or-region',
	diagnose(situation) {
		const base = baseAddress(situation.headless, situation.interactive);
		if (base === null) return [];
		const {hostname} = new URL(base.address);
		const vendor = vendorAt(hostname);
		const headers = [...sentHeaders(situation.headless), ...sentHeaders(situation.interactive)].filter(({empty}) => !empty);
		return [...new Set(headers.map(({fact}) => fact))].flatMap(fact => {
			const source = credentialSource(fact);
			const shape = source === 'key' || source === 'token' ? recognise(textOf(fact)?.trim() ?? '')?.shape.id : undefined;
			const sibling = vendor?.siblings.find(candidate => candidate.shape === shape);
			if (vendor === null || sibling === undefined) return [];
			const where = sibling.url ?? `the address of ${sibling.what}`;
			return [
				{
					id: 'wrong-plan-or-region',
					severity: 'error',
					title: `The key is for ${sibling.what}, and ${hostname} is ${vendor.name}`,
					why: 'They are products of one vendor with keys of their own. Each host knows its own keys only, so this one answers 401 or speaks of a balance, although the key is paid for.',
					evidence: [fact, base.fact],
					fix: {
						summary: `Set ANTHROPIC_BASE_URL to ${where}, or use a key of ${vendor.name}.`,
						edits: edits(base.fact, sibling),
						command: 'wizard --repair',
					},
				},
			];
		});
	},
};

/** In the settings that decide, where the vendor documents one address only. */
function edits(address: Fact, {url}: Sibling): readonly Edit[] {
	const editable = address.place === 'user-settings' || address.place === 'local-settings';
	if (url === null || !editable || address.file === null) return [];
	const answers = {to: 'finding', id: 'wrong-plan-or-region'} as const;
	return [{kind: 'set-setting', file: address.file, path: ['env', address.variable], value: url, summary: `Send it to ${url}`, answers}];
}
