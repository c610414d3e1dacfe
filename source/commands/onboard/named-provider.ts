import type {Directory} from '../../providers/directory.ts';
import type {Provider} from '../../providers/provider.ts';
import {nearest} from '../nearest.ts';

export type NamedProvider =
	| {readonly ok: true; readonly provider: Provider}
	| {readonly ok: false; readonly message: string; readonly hint: string};

/** The endpoint of an id. A maker's name that several have is no id: their keys are different ones. */
export function namedProvider(id: string, {named, all}: Directory): NamedProvider {
	const provider = named(id);
	if (provider !== null) return {ok: true, provider};
	const family = all.filter(one => one.id.startsWith(`${id}-`) || one.maker.toLowerCase() === id.toLowerCase());
	if (family.length > 1)
		return {
			ok: false,
			message: 'Several endpoints go by that name, and their keys are different ones.',
			hint: `--provider ${family.map(one => one.id).join(', or ')}`,
		};
	const ids = all.map(one => one.id);
	const near = family[0]?.id ?? nearest(id, ids);
	return {
		ok: false,
		message: 'There is no provider of that name.',
		hint: near === null ? 'All of them: wizard providers' : `Did you mean: --provider ${near}`,
	};
}
