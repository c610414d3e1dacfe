import {catalogue} from './catalogue.ts';
import {type Directory, directoryOf} from './directory.ts';
import type {Provider} from './provider.ts';

/** What the program itself knows. What the user added is read by commands/known-providers.ts. */
export const builtIn: Directory = directoryOf(catalogue);

/** What most people have comes first; the rest as the catalogue has it. */
export const providers: readonly Provider[] = builtIn.all;

export function providerNamed(id: string): Provider | null {
	return builtIn.named(id);
}

/** Those that answer Anthropic's requests themselves, and so can be a base URL. */
export const endpoints: readonly Provider[] = providers.filter(answersMessages);

export function answersMessages({kind}: Pick<Provider, 'kind'>): boolean {
	return kind === 'gateway' || kind === 'local' || kind === 'translator';
}

export function providerAt(address: string): Provider | null {
	return builtIn.at(address);
}
