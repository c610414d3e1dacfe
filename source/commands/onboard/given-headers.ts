import type {Provider} from '../../providers/provider.ts';
import type {Setup} from '../../setups/setup.ts';

/** Headers of its own that the endpoint needs and nobody gave, as the option that gives one; null where all are there. */
export function missingHeader(
	provider: Provider | null,
	plain: readonly string[],
	secret: Setup['secretHeaders'],
): {readonly message: string; readonly hint: string} | null {
	const names = [...plain.map(line => line.replace(/:.*$/s, '')), ...secret.map(({name}) => name)].map(name => name.trim().toLowerCase());
	const missing = provider?.headers.find(
		({name, or, needed, value}) =>
			needed && value.kind !== 'key' && !names.includes(name.toLowerCase()) && !(or !== null && names.includes(or.toLowerCase())),
	);
	if (provider === null || missing === undefined) return null;
	const {name, value} = missing;
	return {
		message: `${provider.label} needs a header of its own too: ${name}, with ${value.what}.`,
		hint: value.kind === 'secret' ? `--header-env '${name}=VARIABLE'` : `--header '${name}: …'`,
	};
}
