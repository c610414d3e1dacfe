import type {Provider, Variable} from '../providers/provider.ts';
import {speaks} from '../providers/speaks.ts';

/** An endpoint as an item of `wizard providers --json`. */
export function providerItem(provider: Provider) {
	const {id, label, maker, kind, baseUrls, apiKey, key, headers, required, advised, ...more} = provider;
	return {
		id,
		label,
		maker,
		kind,
		protocol: speaks(provider),
		addresses: baseUrls,
		emptyApiKey: apiKey === 'empty',
		key: {...key, pattern: key.pattern?.source ?? null},
		headers: headers.map(({name, value, needed}) => ({name, kind: value.kind, what: value.what, needed})),
		required: byName(required),
		advised: byName(advised),
		...more,
	};
}

function byName(variables: readonly Variable[]): Readonly<Record<string, string>> {
	return Object.fromEntries(variables.map(({name, value}) => [name, value]));
}
