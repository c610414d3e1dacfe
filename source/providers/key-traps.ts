import {shapes} from '../credentials/shape-table.ts';
import type {Recognised} from '../credentials/shapes.ts';
import type {Directory} from './directory.ts';
import {passesKeysOn} from './passes-on.ts';
import type {Provider} from './provider.ts';
import type {Trap} from './trap.ts';

/** A key that by its shape belongs to another address than this one. Gateways that anybody runs take keys of any shape. */
export function keyTraps(address: string, key: Recognised | null, directory: Directory): readonly Trap[] {
	const here = directory.at(address);
	if (here === null || !issuesItsOwn(here)) return [];
	const its = shapes.filter(({certain, providers}) => certain && providers.includes(here.id));
	if (key !== null && (key.shape.providers.includes(here.id) || (passesKeysOn(here) && key.shape.use.kind === 'console-key'))) return [];
	if (key?.shape.certain) {
		const home = key.shape.providers.map(directory.named).find(provider => provider !== null) ?? null;
		const there = home === null ? '' : home.kind === 'openai-only' ? '' : ` It belongs to ${home.baseUrls[0]?.url ?? home.label}.`;
		const says = `This is ${key.shape.meaning}, and ${here.label} does not know it.${there}`;
		return [
			{
				kind: 'key-of-another',
				weight: 'doubt',
				says,
				better: home === null || home.kind === 'openai-only' ? null : (home.baseUrls[0]?.url ?? null),
			},
		];
	}
	const {begins} = here.key;
	if (its.length === 0 || begins === null) return [];
	return [
		{kind: 'unlike-its-keys', weight: 'doubt', says: `Keys of ${here.label} begin with ${begins}, and this one does not.`, better: null},
	];
}

/** Not what somebody runs at home or in a company: there the keys are whatever they decided on. */
function issuesItsOwn({kind, baseUrls, confidence}: Provider): boolean {
	return kind === 'gateway' && confidence !== 'own' && baseUrls.some(({url}) => url.startsWith('https:'));
}
